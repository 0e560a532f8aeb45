import { type Filter, type FilterChoice, type FilterOperator, allOf as together, where } from '@marquee/plex';
import type { LibraryKind } from './levels.ts';
import { pythonRegex } from './python-regex.ts';
import { type SearchField, searchField } from './search-fields.ts';
import { CannotTell, KometaRefuses } from './verdict.ts';
import {
  booleanOf,
  dayOf,
  isMapping,
  listOf,
  lowerKeys,
  numberOf,
  textsOf,
  type YamlMap,
  yearOf,
} from './yaml-values.ts';

export interface SearchPorts {
  library: LibraryKind;
  /** What Plex says a tag can be. */
  choices(of: NonNullable<SearchField['choices']>): Promise<FilterChoice[]>;
  now: Date;
}

/** `lenient`: values that Plex does not have are passed over. */
type Reading = SearchPorts & { lenient: boolean };

const settings = new Set(['sort_by', 'limit', 'validate', 'type']);
const isGroup = (name: string) => /^(all|any)/.test(name);
/** Plex’s words for what may follow a name. */
const operators: Partial<Record<SearchField['kind'], Record<string, FilterOperator>>> = {
  text: { '': '=', not: '!=', is: '==', isnot: '!==', begins: '<=', ends: '>=' },
  tag: { '': '=', not: '!=' },
};
const comparing: Record<string, FilterOperator> = {
  '': '=',
  not: '!=',
  gt: '>>=',
  gte: '>=',
  lt: '<<=',
  lte: '<=',
};

/** A `plex_search` in the words that Kometa would ask Plex with. */
export async function searchFilter(ports: SearchPorts, search: YamlMap): Promise<Filter> {
  const base = lowerKeys(search);
  if (base.validate === null) throw new CannotTell('A plex_search with a blank “validate” is not tried here');
  const lenient = 'validate' in base && !booleanOf('validate', base.validate);
  return await filterOf({ ...ports, lenient }, base);
}

async function filterOf(ports: Reading, base: YamlMap): Promise<Filter> {
  const { limit = 'all' } = base;
  if (limit !== 'all') throw new CannotTell(`plex_search takes the first ${String(limit)} only`);
  const names = Object.keys(base).filter((name) => !settings.has(name));
  const [group] = names.filter((name) => name === 'all' || name === 'any');
  if (group !== undefined) return joined(group, await membersOf(ports, group, base[group]));
  return await plainSearch(ports, base, names);
}

/** Without `all` and `any`: tags and lists stand for one of their values, unless `.and` says otherwise. */
async function plainSearch(ports: Reading, base: YamlMap, names: readonly string[]): Promise<Filter> {
  const one: Filter[] = [];
  const oneOf: Filter[] = [];
  for (const name of names) {
    const every = name.endsWith('.and');
    const conditions = await conditionsOf(ports, every ? name.slice(0, -'.and'.length) : name, base[name]);
    const kind = fieldOf(ports, name.split('.')[0] ?? '').kind;
    const many = kind === 'tag' || kind === 'year' || Array.isArray(base[name]);
    if (every || !many || /\.(gte?|lte?)$/.test(name)) one.push(...conditions);
    else oneOf.push(joined('any', conditions));
  }
  return joined('all', [...one, ...oneOf]);
}

async function membersOf(ports: Reading, group: string, value: unknown): Promise<Filter[]> {
  const blocks = listOf(value);
  const members: Filter[] = [];
  for (const block of blocks) {
    if (!isMapping(block)) throw new KometaRefuses(`“${group}” must hold attributes`);
    for (const [name, inner] of Object.entries(lowerKeys(block))) {
      if (isGroup(name)) members.push(...(await groupsOf(ports, name, inner)));
      else members.push(...(await conditionsOf(ports, name, inner)));
    }
  }
  return members;
}

/** Each map of a list is a group of its own. */
async function groupsOf(ports: Reading, name: string, value: unknown): Promise<Filter[]> {
  return await Promise.all(
    listOf(value).map(async (block) => {
      const members = await membersOf(ports, name, block);
      if (members.length === 0 && ports.lenient) throw new CannotTell(`Nothing of one “${name}” is left`);
      return joined(name, members);
    }),
  );
}

/** Every name but exactly `all` means “one of them”, `all1` too. */
function joined(group: string, [first, ...rest]: readonly Filter[]): Filter {
  if (first === undefined) throw new KometaRefuses(`“${group}” is empty`);
  return group === 'all' ? together(first, ...rest) : { any: [first, ...rest] };
}

function fieldOf({ library }: SearchPorts, name: string): SearchField {
  const field = searchField(library, name);
  if (field === undefined) throw new CannotTell(`plex_search asks for “${name}”, which is not tried here`);
  return field;
}

async function conditionsOf(ports: Reading, written: string, value: unknown): Promise<Filter[]> {
  const [name = '', modifier = ''] = written.split('.');
  const found = fieldOf(ports, name);
  if (modifier === 'regex') {
    if (found.kind === 'tag') return await fittingTags(ports, found, written, value);
    if (found.kind === 'year') throw new CannotTell(`“${written}” asks for years by an expression`);
  }
  const { field, kind } = found;
  const { now } = ports;
  switch (kind) {
    case 'flag':
      return [where(field, booleanOf(written, value) ? '=' : '!=', 1)];
    case 'text':
      return textsOf(written, value, { split: false }).map((text) =>
        where(field, operatorOf(written, operators.text, modifier), text),
      );
    case 'tag':
      return await tagConditions(ports, found, written, value, operatorOf(written, operators.tag, modifier));
    case 'year':
      return textsOf(written, value, { split: true }).map((text) =>
        where(field, operatorOf(written, comparing, modifier), yearOf(written, text, now)),
      );
    case 'count':
    case 'decimal':
    case 'minutes': {
      if (modifier === 'rated') return [where(field, booleanOf(written, value) ? '!=' : '=', -1)];
      const number = numberOf(written, value) * (kind === 'minutes' ? 60_000 : 1);
      return [where(field, operatorOf(written, comparing, modifier), number)];
    }
    case 'date':
      return [dateCondition(field, written, modifier, value, now)];
  }
}

function operatorOf(
  written: string,
  known: Record<string, FilterOperator> | undefined,
  modifier: string,
): FilterOperator {
  const operator = known !== undefined && Object.hasOwn(known, modifier) ? known[modifier] : undefined;
  if (operator === undefined) throw new KometaRefuses(`“${written}” is no attribute of plex_search`);
  return operator;
}

async function tagConditions(
  ports: Reading,
  { field, choices }: SearchField,
  written: string,
  value: unknown,
  operator: FilterOperator,
): Promise<Filter[]> {
  const known = choices === undefined ? [] : await ports.choices(choices);
  return textsOf(written, value, { split: true }).flatMap((text) => {
    const choice = ports.lenient ? choiceFor(known, text) : choiceNamed(known, written, text);
    return choice === undefined ? [] : [where(field, operator, choice.key)];
  });
}

/** All values of Plex that an expression fits, each as if it were written there. */
async function fittingTags(
  ports: Reading,
  { field, choices }: SearchField,
  written: string,
  value: unknown,
): Promise<Filter[]> {
  const known = choices === undefined ? [] : await ports.choices(choices);
  return textsOf(written, value, { split: false }).flatMap((source) => {
    const regex = pythonRegex(source);
    const fitting = known.filter(({ key, title }) => regex.search(title ?? key));
    if (fitting.length === 0 && !ports.lenient)
      throw new KometaRefuses(`Plex has nothing for “${written}” that fits ${source}`);
    return fitting.map(({ key }) => where(field, '=', key));
  });
}

/** By key or title, whatever the case. */
export function choiceFor(choices: readonly FilterChoice[], text: string): FilterChoice | undefined {
  const wanted = text.normalize('NFC').toLowerCase();
  return choices.find(
    ({ key, title }) => key.toLowerCase() === wanted || title?.normalize('NFC').toLowerCase() === wanted,
  );
}

export function choiceNamed(choices: readonly FilterChoice[], written: string, text: string): FilterChoice {
  const found = choiceFor(choices, text);
  if (found === undefined) throw new KometaRefuses(`Plex has no “${text}” for “${written}”`);
  return found;
}

function dateCondition(field: string, written: string, modifier: string, value: unknown, now: Date): Filter {
  if (modifier === 'before') return where(field, '<<=', dayOf(written, value, now));
  if (modifier === 'after') return where(field, '>>=', dayOf(written, value, now));
  const [, amount, unit = 'd'] = /^(\d{1,6})([smhdwoy])?$/.exec(String(value).trim()) ?? [];
  if (amount === undefined || !['', 'not'].includes(modifier))
    throw new KometaRefuses(`“${written}” must be a number of days, or one with s, m, h, d, w, o or y`);
  return where(field, modifier === 'not' ? '<<=' : '>>=', `-${amount}${unit === 'o' ? 'mon' : unit}`);
}
