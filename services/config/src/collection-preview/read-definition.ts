import type { CollectionLevel } from '@marquee/contracts';
import { BUILDERS, COLLECTION_KEYS, readKey, SEARCH_ATTRIBUTES } from '@marquee/kometa';
import { type LibraryKind, levelsOf } from '../matching/levels.ts';
import { percentFor } from '../matching/nested-filters.ts';
import { KometaRefuses } from '../matching/verdict.ts';
import { booleanOf, listOf, numberOf, textsOf, type YamlMap } from '../matching/yaml-values.ts';

export interface BuilderAsked {
  builder: string;
  value: unknown;
}

/** What of a definition decides which items a collection holds. */
export interface Definition {
  title: string;
  level: CollectionLevel;
  builders: BuilderAsked[];
  filters: unknown;
  /** Of how many seasons or episodes filters of their files must be true. */
  percent: number;
  limit: number | undefined;
  minimum: number;
  deletesBelowMinimum: boolean;
  sync: boolean;
  /** Plex keeps it by a search. */
  smart: boolean;
  blankIsFine: boolean;
  /** Numbers of other services that do not count. */
  ignored: ReadonlySet<string>;
  /** Makes a collection at all. */
  makes: boolean;
  blank: boolean;
  onlyOnce: boolean;
  /** A template writes the rest. */
  template: boolean;
}

interface Asked {
  name: string;
  values: YamlMap;
  kind: LibraryKind;
  /** Of the library and of all, from config.yml. */
  settings: ReadonlyMap<string, unknown>;
}

const SMART = ['smart_filter', 'smart_url'];
const MOST_BUILDERS = 100;

/** Throws where Kometa would refuse the whole definition. */
export function readDefinition({ name, values, kind, settings }: Asked): Definition {
  const own = new Map(Object.entries(values).map(([key, value]) => [nameOf(key), value]));
  const lenient = own.has('validate_builders') && !yes(own, 'validate_builders');
  const get = (key: string): unknown => own.get(key) ?? settings.get(key);
  const unknown = [...own.keys()].find((key) => !isKnown(key));
  const template = own.has('template');
  if (unknown !== undefined && !lenient) throw new KometaRefuses(`Kometa knows no “${unknown}”`);
  const builders = [...own].flatMap(([key, value]) => buildersOf(key, value));
  if (builders.length > MOST_BUILDERS) throw new KometaRefuses(`At most ${MOST_BUILDERS} builders are tried`);
  const blank = yes(own, 'blank_collection');
  if (builders.length === 0 && !blank && !template)
    throw new KometaRefuses('No builder says which items it is for');
  const smart = builders.some(({ builder }) => SMART.includes(builder));
  checkOrder(own, builders);
  if (smart && own.has('filters')) throw new KometaRefuses('Kometa takes no filters for a smart collection');
  return {
    title: typeof own.get('name') === 'string' ? String(own.get('name')) : name,
    level: levelOf(kind, own.get('builder_level')),
    builders,
    filters: own.get('filters'),
    percent: percentFor(own),
    limit: numberFrom(own, 'limit'),
    minimum: wholeOf('minimum_items', get('minimum_items')) ?? 1,
    deletesBelowMinimum: truth(get('delete_below_minimum')),
    sync: String(get('sync_mode')).toLowerCase() === 'sync',
    smart: smart || own.has('smart_label'),
    blankIsFine: yes(own, 'ignore_blank_results'),
    ignored: new Set(
      ['ignore_ids', 'ignore_imdb_ids'].flatMap((key) =>
        [own.get(key), settings.get(key)].flatMap((ids) => idsOf(key, ids)),
      ),
    ),
    makes: !own.has('build_collection') || yes(own, 'build_collection'),
    blank,
    onlyOnce: yes(own, 'only_run_on_create'),
    template,
  };
}

/** Why Kometa passes the definition over in a library of this kind; null where it does not. */
export function whySkipped(values: YamlMap, kind: LibraryKind): string | null {
  const entry = Object.entries(values).find(([key]) =>
    ['run_definition', 'allowed_library_types'].includes(key.toLowerCase()),
  );
  if (entry === undefined || entry[1] === null) return null;
  const words = textsOf(entry[0], entry[1], { split: true }).map((word) => word.toLowerCase());
  if (words.includes('false')) return 'run_definition switches it off';
  const kinds = words.filter((word) => Object.hasOwn(levelsOf, word));
  return kinds.length === 0 || kinds.includes(kind)
    ? null
    : `run_definition leaves it to libraries of ${kinds.join(', ')}`;
}

function nameOf(key: string): string {
  const { name, modifier } = readKey(key);
  return `${name}${modifier}`;
}

function isKnown(key: string): boolean {
  const { name } = readKey(key);
  return Object.hasOwn(COLLECTION_KEYS, name) || Object.hasOwn(SEARCH_ATTRIBUTES, name);
}

function buildersOf(key: string, value: unknown): BuilderAsked[] {
  if (key === 'plex_search' || key === 'smart_filter' || key === 'plex_collectionless')
    return listOf(value).map((block) => ({ builder: key, value: block }));
  if (Object.hasOwn(BUILDERS, key) || key === 'smart_url') return [{ builder: key, value }];
  const { name } = readKey(key);
  // An attribute of a search by itself is a search of its own.
  return Object.hasOwn(SEARCH_ATTRIBUTES, name) && !Object.hasOwn(COLLECTION_KEYS, name)
    ? [{ builder: 'plex_search', value: { any: { [key]: value } } }]
    : [];
}

/** Each id of a list is a builder to Kometa. */
function checkOrder(own: ReadonlyMap<string, unknown>, builders: readonly BuilderAsked[]): void {
  if (String(own.get('collection_order')).toLowerCase() !== 'custom') return;
  const ids = builders.flatMap(({ builder, value }) =>
    /_(id|movie|show)$/.test(builder) ? listOf(value) : [1],
  );
  if (ids.length > 1) throw new KometaRefuses('“collection_order: custom” can follow one builder only');
}

function levelOf(kind: LibraryKind, written: unknown): CollectionLevel {
  const levels: readonly CollectionLevel[] = levelsOf[kind];
  if (kind === 'movie' || written === undefined || written === null) return levels[0] ?? 'movie';
  const level = levels.find((one) => one === String(written).toLowerCase());
  if (level !== undefined) return level;
  throw new KometaRefuses(`“builder_level” must be one of ${levels.join(', ')}`);
}

const yes = (own: ReadonlyMap<string, unknown>, key: string): boolean =>
  own.has(key) && booleanOf(key, own.get(key));
const truth = (value: unknown): boolean => ['true', 'yes', '1', 't'].includes(String(value).toLowerCase());
const numberFrom = (own: ReadonlyMap<string, unknown>, key: string): number | undefined =>
  own.has(key) ? wholeOf(key, own.get(key)) : undefined;

function wholeOf(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = numberOf(name, value);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new KometaRefuses(`“${name}” must be a whole number from 1 on`);
}

const idsOf = (name: string, value: unknown): string[] =>
  value === undefined || value === null ? [] : textsOf(name, value, { split: true });
