import type { CollectionLevel } from '@marquee/contracts';
import { type FilterChoice, type PlexItem, where } from '@marquee/plex';
import { passesFilters } from '../matching/item-filters.ts';
import { choiceType } from '../matching/levels.ts';
import { choicesOf, searchLibrary } from '../matching/library-search.ts';
import { isNested } from '../matching/nested-filters.ts';
import { searchField } from '../matching/search-fields.ts';
import { choiceFor } from '../matching/search-filter.ts';
import { CannotTell } from '../matching/verdict.ts';
import { currentKeys, isMapping, listOf, textsOf, type YamlMap } from '../matching/yaml-values.ts';
import { createChildren } from './children-of.ts';
import { isListed, putTags } from './filter-sources.ts';
import type { PreviewPlace } from './preview-place.ts';
import { fullItems } from './source.ts';

/** Read one by one at most; Plex answers a hundred at a time. */
const MOST_READ = 2_000;
/** Each is a question to Plex. */
const MOST_TAGS = 100;

interface Filtered {
  /** Those that pass, and those of which we cannot tell. */
  kept: PlexItem[];
  /** Why we cannot tell of some. */
  doubt: string | null;
}
export type ItemFilter = (items: readonly PlexItem[], complete: boolean) => Promise<Filtered>;

/**
 * Kometa's filters over many items. What a list of items says decides first, then Plex's own search for tags; only what
 * is left is read item by item.
 */
export async function createItemFilter(
  place: PreviewPlace,
  filters: unknown,
  percent: number,
): Promise<ItemFilter> {
  const blocks = listOf(filters).filter(isMapping).map(currentKeys);
  const tags = await tagsAsked(place, blocks);
  const isBelow = (written: string) => isNested(place.level, written);
  const isCheap = (written: string) =>
    !isBelow(written) && (isListed(baseOf(written)) || tags.has(baseOf(written)));
  const isDear = (block: YamlMap) =>
    Object.keys(block).some((written) => !isSetting(written) && !isBelow(written) && !isCheap(written));
  const [only, ...others] = blocks;
  const first = only !== undefined && others.length === 0 ? cheapPart(only, isCheap) : undefined;
  const reads = blocks.some(isDear);
  const chosen = new Map<string, Promise<FilterChoice[]>>();
  const choices = (field: string, level: CollectionLevel): Promise<FilterChoice[]> => {
    const key = `${level} ${field}`;
    const known = chosen.get(key) ?? chosenOf(place, { field, level }, blocks);
    chosen.set(key, known);
    return known;
  };
  const below = createChildren(place);
  const children = (item: PlexItem, level: CollectionLevel, names: readonly string[]) =>
    below(item, level, names.map(baseOf).every(isListed));
  const verdictOf = (item: PlexItem, wanted: unknown) =>
    passesFilters({ item, level: place.level, choices, children, percent, now: place.now }, wanted);
  let left = MOST_READ;
  let checked = false;

  return async (items, complete) => {
    const [any] = items;
    if (!checked && any !== undefined) {
      // What Kometa refuses it refuses before it looks at an item.
      for (const block of blocks)
        for (const [written, wanted] of Object.entries(block))
          if (!isSetting(written)) await verdictOf(any, { ...leniencyOf(block), [written]: wanted });
      checked = true;
    }
    const tagged = complete ? [...items] : items.map((item) => withTags(item, tags));
    const likely = first === undefined ? tagged : await passing(tagged, (item) => verdictOf(item, first));
    if (!reads || complete) return await judged(likely, (item) => verdictOf(item, filters));
    if (likely.length > left)
      return { kept: likely, doubt: `More than ${MOST_READ} items would have to be read one by one` };
    left -= likely.length;
    const full = await fullItems(
      place,
      likely.map(({ ratingKey }) => ratingKey),
    );
    return await judged(full, (item) => verdictOf(item, filters));
  };
}

const leniencyOf = (block: YamlMap): YamlMap => ('validate' in block ? { validate: block.validate } : {});

type Judge = (item: PlexItem) => ReturnType<typeof passesFilters>;

async function judged(items: readonly PlexItem[], judge: Judge): Promise<Filtered> {
  const kept: PlexItem[] = [];
  let doubt: string | null = null;
  for (const item of items) {
    const { verdict, reason } = await judge(item);
    if (verdict === 'assumed') doubt ??= reason;
    if (verdict !== 'not') kept.push(item);
  }
  return { kept, doubt };
}

async function passing(items: readonly PlexItem[], judge: Judge): Promise<PlexItem[]> {
  return (await judged(items, judge)).kept;
}

function cheapPart(block: YamlMap, isCheap: (written: string) => boolean): YamlMap | undefined {
  const part = Object.entries(block).filter(([written]) => !isSetting(written) && isCheap(written));
  return part.length === 0 || 'validate' in block ? undefined : Object.fromEntries(part);
}

type Tagged = Map<string, Map<string, ReadonlySet<string>>>;

/** Which items have the tags that are asked for, by the name of the filter and the title of the tag. */
async function tagsAsked(place: PreviewPlace, blocks: readonly YamlMap[]): Promise<Tagged> {
  const { kind, level, memory } = place;
  const tags: Tagged = new Map();
  if (kind === 'artist' || level !== kind) return tags;
  let asked = 0;
  for (const [written, wanted] of blocks.flatMap((block) => Object.entries(block))) {
    const name = baseOf(written);
    const field = putTags(name) === undefined ? undefined : searchField(kind, name);
    if (field?.choices === undefined || !/^\w+(\.not)?$/.test(written)) continue;
    const known = await choicesOf(memory, place, field.choices.field, field.choices.type);
    const found = tags.get(name) ?? new Map<string, ReadonlySet<string>>();
    for (const text of textsOf(written, wanted, { split: true })) {
      asked += 1;
      if (asked > MOST_TAGS) throw new CannotTell(`More than ${MOST_TAGS} tags are asked for`);
      // What Plex does not have is judged with the others.
      const choice = choiceFor(known, text);
      if (choice === undefined) continue;
      const { key, title } = choice;
      found.set(title ?? key, await searchLibrary(memory, place, level, where(field.field, '=', key)));
    }
    tags.set(name, found);
  }
  return tags;
}

function withTags(item: PlexItem, tags: Tagged): PlexItem {
  let tagged = item;
  for (const [name, found] of tags) {
    const own = [...found].filter(([, keys]) => keys.has(item.ratingKey)).map(([title]) => title);
    tagged = putTags(name)?.(tagged, own) ?? tagged;
  }
  return tagged;
}

/** Only those that the filters name: a library knows many thousand actors, and each item would look through all. */
async function chosenOf(
  place: PreviewPlace,
  { field, level }: { field: string; level: CollectionLevel },
  blocks: readonly YamlMap[],
): Promise<FilterChoice[]> {
  const all = await choicesOf(place.memory, place, field, choiceType(field, level));
  // An expression may fit any of them.
  if (blocks.some((block) => JSON.stringify(block).includes('.regex"'))) return all;
  const named = new Set(blocks.flatMap(wordsOf).map(plain));
  return all.filter(({ key, title }) => named.has(plain(key)) || named.has(plain(title ?? key)));
}

/** All that is written anywhere in it. */
function wordsOf(wanted: unknown): string[] {
  if (isMapping(wanted)) return Object.values(wanted).flatMap(wordsOf);
  if (Array.isArray(wanted)) return wanted.flatMap(wordsOf);
  return String(wanted)
    .split(',')
    .map((part) => part.trim());
}
const plain = (text: string): string => text.normalize('NFC').toLowerCase();
const baseOf = (written: string): string => written.split('.')[0] ?? '';
const isSetting = (written: string): boolean => ['validate', 'percentage', 'count'].includes(written);
