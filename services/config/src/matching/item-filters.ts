import type { CollectionLevel } from '@marquee/contracts';
import { FILTERS } from '@marquee/kometa';
import type { FilterChoice, PlexItem } from '@marquee/plex';
import { type FilterValue, filterValue } from './filter-values.ts';
import { isEnough, type NestedFilter, nestedFilter } from './nested-filters.ts';
import { pythonRegex } from './python-regex.ts';
import { choiceFor, choiceNamed } from './search-filter.ts';
import { allOf, anyOf, CannotTell, KometaRefuses, matches, not, type Verdict } from './verdict.ts';
import { booleanOf, currentKeys, dayOf, isMapping, numberOf, textsOf, yearOf } from './yaml-values.ts';

export interface FilterPorts {
  item: PlexItem;
  level: CollectionLevel;
  /** What Plex says a tag can be. */
  choices(field: string, level: CollectionLevel): Promise<FilterChoice[]>;
  /** Seasons or episodes of the item, with all that filters of these names ask; absent where nobody fetches them. */
  children?(item: PlexItem, level: CollectionLevel, names: readonly string[]): Promise<readonly PlexItem[]>;
  /** Of how many children what is said of their files must be true. */
  percent: number;
  /** What Kometa does not know is passed over, as `validate: false` asks. */
  lenient?: boolean;
  now: Date;
}

const settings = new Set(['validate', 'percentage', 'count']);
const DAY_MS = 86_400_000;

/** Kometa’s own filters: all of a map, or one of a list of maps. */
export async function passesFilters(ports: FilterPorts, filters: unknown): Promise<Verdict> {
  if (filters === null || filters === undefined) return matches('There are no filters');
  if (Array.isArray(filters)) {
    if (filters.length === 0) return matches('There are no filters');
    return await anyOf(filters.map((block) => () => passesFilters(ports, block)));
  }
  if (!isMapping(filters)) throw new KometaRefuses('“filters” must hold attributes');
  const block = currentKeys(filters);
  if (block.validate === null) throw new KometaRefuses('“validate” is blank');
  const lenient = 'validate' in block ? !booleanOf('validate', block.validate) : (ports.lenient ?? false);
  const written = Object.keys(block).filter((name) => !settings.has(name));
  const names = lenient ? written.filter((name) => isFilterOf(ports.level, name)) : written;
  if (names.length === 0) return matches('There are no filters');
  // One that Kometa refuses counts before all others, whatever they say of this item.
  for (const name of names) checkKnown(ports, name);
  return await allOf(names.map((name) => () => passesOne({ ...ports, lenient }, name, block[name])));
}

/** Whether Kometa knows a filter of the name at the level. */
function isFilterOf(level: CollectionLevel, written: string): boolean {
  const name = baseOf(written);
  return Object.hasOwn(FILTERS, name) && FILTERS[name]?.levels.includes(level) === true;
}

function checkKnown({ item, level }: Pick<FilterPorts, 'item' | 'level'>, written: string): void {
  if (filterValue(baseOf(written), item, level) === 'refused')
    throw new KometaRefuses(`Kometa takes no filter “${written}” in ${level}s`);
}

/** As many of the children as are asked for must pass. */
async function passesChildren(ports: FilterPorts, written: string, nested: NestedFilter): Promise<Verdict> {
  const { level, filters, enough } = nested;
  const names = Object.keys(filters).filter((name) => !settings.has(name));
  // Kometa looks at these before it looks at a child.
  for (const name of names) checkKnown({ item: ports.item, level }, name);
  if (ports.children === undefined) throw new CannotTell(`What ${level}s say is not asked here`);
  const children = await ports.children(ports.item, level, names);
  let fitting = 0;
  let open: Verdict | undefined;
  let opened = 0;
  for (const item of children) {
    const verdict = await passesFilters({ ...ports, item, level }, filters);
    if (verdict.verdict === 'matches') fitting += 1;
    if (verdict.verdict !== 'assumed') continue;
    open ??= verdict;
    opened += 1;
  }
  const passes = isEnough(enough, { fitting, open: opened, all: children.length });
  if (passes === 'open' && open !== undefined) return open;
  const told = `“${written}”: ${fitting} of ${children.length} ${level}s fit`;
  return passes === true ? matches(told) : not(told);
}

async function passesOne(ports: FilterPorts, written: string, wanted: unknown): Promise<Verdict> {
  const name = baseOf(written);
  const modifier = written.slice(name.length + 1);
  const { level, percent } = ports;
  const nested = nestedFilter(level, { written, wanted, percent });
  if (nested !== undefined) return await passesChildren(ports, written, nested);
  const value = filterValue(name, ports.item, ports.level);
  if (value === undefined || value === 'refused')
    throw new CannotTell(`The filter “${written}” is not tried here`);
  const passes = await orOpen(ports, () => compare(ports, { written, modifier, wanted }, value));
  return passes ? matches(`It passes the filter “${written}”`) : not(`The filter “${written}” leaves it out`);
}

/** Which values are passed over, and which take the definition with them all the same, is known of tags only. */
async function orOpen({ lenient }: FilterPorts, compared: () => Promise<boolean>): Promise<boolean> {
  try {
    return await compared();
  } catch (cause) {
    if (lenient === true && cause instanceof KometaRefuses)
      throw new CannotTell(`What validate: false makes of this is not tried here: ${cause.message}`);
    throw cause;
  }
}

interface Asked {
  written: string;
  modifier: string;
  wanted: unknown;
}

async function compare(ports: FilterPorts, asked: Asked, value: FilterValue): Promise<boolean> {
  const { written, modifier, wanted } = asked;
  switch (value.kind) {
    case 'texts':
      return compareTexts(asked, value.values);
    case 'tags':
      return await compareTags(ports, asked, value);
    case 'flag':
      if (modifier !== '') throw new KometaRefuses(`Kometa takes no filter “${written}”`);
      return booleanOf(written, wanted) === value.value;
    case 'year':
      return compareYear(asked, value.value, ports.now);
    case 'number':
      return compareNumber(asked, value.value, [numberOf(written, wanted)]);
    case 'date':
      return compareDate(asked, value.at, ports.now);
    case 'history':
      return compareHistory(asked, value.at, ports.now);
  }
}

/** A missing text passes only where something must not be. */
function compareTexts({ written, modifier, wanted }: Asked, values: readonly string[]): boolean {
  if (modifier === 'regex') return anyFound(written, wanted, values);
  const test = textTests[modifier];
  if (test === undefined) throw new KometaRefuses(`Kometa takes no filter “${written}”`);
  const parts = textsOf(written, wanted, { split: false }).map((part) => part.toLowerCase());
  const hit = values.some((value) => parts.some((part) => test(value.toLowerCase(), part)));
  return modifier === 'not' || modifier === 'isnot' ? !hit : hit;
}

/** One of several expressions is enough. */
function anyFound(written: string, wanted: unknown, values: readonly string[]): boolean {
  const expressions = textsOf(written, wanted, { split: false }).map(pythonRegex);
  return values.some((value) => expressions.some((regex) => regex.search(value)));
}

const contains = (value: string, part: string) => value.includes(part);
const equals = (value: string, part: string) => value === part;
const textTests: Partial<Record<string, (value: string, part: string) => boolean>> = {
  '': contains,
  not: contains,
  is: equals,
  isnot: equals,
  begins: (value, part) => value.startsWith(part),
  ends: (value, part) => value.endsWith(part),
};

async function compareTags(
  { choices, level, lenient = false }: FilterPorts,
  { written, modifier, wanted }: Asked,
  { values, count, field, compared }: Extract<FilterValue, { kind: 'tags' }>,
): Promise<boolean> {
  const counted = /^count_(gte?|lte?)$/.exec(modifier)?.[1];
  if (counted !== undefined) {
    if (count === undefined) throw new KometaRefuses(`Kometa stumbles over the filter “${written}”`);
    return compareNumber({ written, modifier: counted, wanted }, count, [numberOf(written, wanted)]);
  }
  if (modifier === 'regex') {
    const fitting = fittingExpressions({ written, wanted, lenient }, await choices(field, level));
    return fitting.length > 0 && anyFound(written, fitting, values);
  }
  if (modifier !== '' && modifier !== 'not') throw new KometaRefuses(`Kometa takes no filter “${written}”`);
  const known = await choices(field, level);
  const hit = textsOf(written, wanted, { split: true }).filter((text) => {
    const choice = lenient ? choiceFor(known, text) : choiceNamed(known, written, text);
    if (choice === undefined) return false;
    const { key, title } = choice;
    return values.includes(compared === 'key' ? key : (title ?? key));
  });
  return modifier === 'not' ? hit.length === 0 : hit.length > 0;
}

/** Kometa refuses an expression that fits none of Plex’s words. */
function fittingExpressions(
  { written, wanted, lenient }: { written: string; wanted: unknown; lenient: boolean },
  known: readonly FilterChoice[],
): string[] {
  return textsOf(written, wanted, { split: false }).filter((source) => {
    const regex = pythonRegex(source);
    const fits = known.some(({ key, title }) => regex.search(title ?? key));
    if (!fits && !lenient) throw new KometaRefuses(`Plex has nothing for “${written}” that fits ${source}`);
    return fits;
  });
}

function compareYear(asked: Asked, value: number | null, now: Date): boolean {
  const { written, wanted } = asked;
  // Kometa looks for texts there, and years are numbers.
  if (asked.modifier === 'regex') return false;
  const years = textsOf(written, wanted, { split: true }).map((year) => yearOf(written, year, now));
  if (value === null && asked.modifier === 'not') return true;
  return compareNumber(asked, value, years);
}

/** Without a value nothing passes, not even where something must not be; only a year must not. */
function compareNumber(
  { written, modifier }: Asked,
  value: number | null,
  wanted: readonly number[],
): boolean {
  const test = numberTests[modifier];
  if (test === undefined) throw new KometaRefuses(`Kometa takes no filter “${written}”`);
  return value !== null && test(value, wanted);
}

const first = (wanted: readonly number[]) => wanted[0] ?? Number.NaN;
const numberTests: Partial<Record<string, (value: number, wanted: readonly number[]) => boolean>> = {
  '': (value, wanted) => wanted.includes(value),
  not: (value, wanted) => !wanted.includes(value),
  gt: (value, wanted) => value > first(wanted),
  gte: (value, wanted) => value >= first(wanted),
  lt: (value, wanted) => value < first(wanted),
  lte: (value, wanted) => value <= first(wanted),
};

function compareDate({ written, modifier, wanted }: Asked, at: number | null, now: Date): boolean {
  switch (modifier) {
    case '':
    case 'not': {
      const days = numberOf(written, wanted);
      if (days < 0) throw new KometaRefuses(`“${written}” must be a number of days`);
      const since = now.getTime() - days * DAY_MS;
      return at !== null && (modifier === '' ? at >= since : at < since);
    }
    case 'before':
    case 'lt':
    case 'lte':
      return at !== null && at < midnight(written, wanted, now);
    case 'after':
    case 'gt':
    case 'gte':
      return at !== null && at > midnight(written, wanted, now);
    case 'regex': {
      const expressions = textsOf(written, wanted, { split: false }).map(pythonRegex);
      return at !== null && expressions.some((regex) => regex.match(americanDay(at)));
    }
    default:
      throw new KometaRefuses(`Kometa takes no filter “${written}”`);
  }
}

/** Whether it came out on a day like one of the last ones, or in a month like this, of any year. */
function compareHistory({ written, modifier, wanted }: Asked, at: number | null, now: Date): boolean {
  if (modifier !== '') throw new KometaRefuses(`Kometa takes no filter “${written}”`);
  const word = String(wanted).trim().toLowerCase();
  const then = at === null ? null : new Date(at);
  if (word === 'month') return then?.getMonth() === now.getMonth();
  const days = word === 'day' ? 1 : numberOf(written, wanted);
  if (!Number.isInteger(days) || days < 1 || days > 30)
    throw new KometaRefuses(`“${written}” must be day, month or a number from 1 to 30`);
  return Array.from({ length: days }, (_, back) => back).some((back) => {
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
    return day.getMonth() === then?.getMonth() && day.getDate() === then.getDate();
  });
}

function americanDay(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(date.getMonth() + 1)}/${two(date.getDate())}/${date.getFullYear()}`;
}

function midnight(written: string, wanted: unknown, now: Date): number {
  return new Date(`${dayOf(written, wanted, now)}T00:00:00`).getTime();
}

function baseOf(written: string): string {
  return written.split('.')[0] ?? '';
}
