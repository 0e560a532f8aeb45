import { BUILDERS, PHANTOM_BUILDER } from '../model/definitions/builders.ts';

/** What else Kometa reads in the definition of an overlay. */
const SETTINGS: ReadonlySet<string> = new Set([
  'overlay',
  'suppress_overlays',
  'template',
  'variables',
  'builder_level',
  'overlay_level',
  'collection_level',
  'filters',
  'limit',
  'schedule',
  'run_definition',
  'ignore_imdb_ids',
  'show_missing',
  'save_report',
  'missing_only_released',
  'only_filter_missing',
  'minimum_items',
  'cache_builders',
  'tmdb_region',
  'default_percent',
  'ignore_blank_results',
  'validate_builders',
  'validate',
  'name',
  'overlay_name',
  'collection_name',
  'language',
  'allowed_library_types',
  'smart_filter',
  'smart_label',
  'smart_url',
  'run_again',
  'test',
]);

export const isBuilder = (key: string): boolean => Object.hasOwn(BUILDERS, key) || key === PHANTOM_BUILDER;

/** Whether Kometa takes the key in a definition; case does not count. */
export const isDefinitionKey = (key: string): boolean => isBuilder(key) || SETTINGS.has(key);
