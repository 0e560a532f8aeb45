import { COLLECTION_KEYS, DYNAMIC_KEYS, type KeyTable, readKey, SEARCH_ATTRIBUTES } from '@marquee/kometa';
import { isSource } from '../catalogue/builder-catalogue.ts';
import type { Values } from './json.ts';

/** In the order in which one thinks of them. */
export const SECTIONS = [
  'builders',
  'search',
  'filters',
  'templates',
  'look',
  'visibility',
  'schedule',
  'rules',
  'items',
  'arr',
  'rest',
] as const;
export type Section = (typeof SECTIONS)[number];

const named: Partial<Record<string, Section>> = {
  blank_collection: 'builders',
  server_preroll: 'builders',
  filters: 'filters',
  template: 'templates',
  variables: 'templates',
  non_item_remove_label: 'items',
  revert_overlay: 'items',
  ...inAll('visibility', [
    ...['visible_library', 'visible_home', 'visible_shared', 'hub_priority', 'collection_order'],
    ...['collection_mode', 'collection_filtering', 'sort_title', 'album_sorting'],
  ]),
  ...inAll('schedule', [
    ...['schedule', 'run_definition', 'allowed_library_types', 'run_again', 'only_run_on_create', 'test'],
    ...['delete_not_scheduled', 'tmdb_birthday', 'tmdb_deathday', 'changes_webhooks'],
  ]),
  ...inAll('look', [
    ...['name', 'name_mapping', 'summary', 'content_rating', 'label', 'label.remove', 'label.sync'],
    ...['append_label', 'tmdb_person', 'tmdb_person_offset', 'language', 'asset_folders'],
    ...['create_asset_folders', 'key_name', 'translation_key', 'translation_prefix'],
  ]),
};

function inAll(section: Section, keys: readonly string[]): Record<string, Section> {
  return Object.fromEntries(keys.map((key) => [key, section]));
}

const LOOKS =
  /_(?:poster|background|square_art|theme|summary|description|biography|profile|logo)$|^(?:url|file)_/;

/** Where a key is asked for. */
export function sectionOf(key: string): Section {
  const { name, modifier } = readKey(key);
  const full = `${name}${modifier}`;
  const own = Object.hasOwn(named, full) ? named[full] : undefined;
  if (own) return own;
  if (isSource(name)) return 'builders';
  if (/^(?:radarr|sonarr)_/.test(name)) return 'arr';
  if (/^item_/.test(name)) return 'items';
  if (!Object.hasOwn(COLLECTION_KEYS, full))
    return Object.hasOwn(SEARCH_ATTRIBUTES, name) ? 'search' : 'rest';
  return LOOKS.test(name) ? 'look' : 'rules';
}

const tables = new Map<Section, KeyTable>(
  SECTIONS.map((section) => [
    section,
    Object.fromEntries(Object.entries(COLLECTION_KEYS).filter(([key]) => sectionOf(key) === section)),
  ]),
);

/** What may be written in a section. */
export const tableOf = (section: Section): KeyTable => tables.get(section) ?? {};
export const dynamicTable: KeyTable = DYNAMIC_KEYS;

/** What is written, by section. */
export function inSection(values: Values, section: Section): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => sectionOf(key) === section));
}
