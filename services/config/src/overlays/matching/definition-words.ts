/** Keys of a definition that neither find nor filter. */
export const SETTINGS: ReadonlySet<string> = new Set([
  'overlay',
  'name',
  'suppress_overlays',
  'variables',
  'builder_level',
  'overlay_level',
  'collection_level',
  'filters',
  'limit',
  'schedule',
  'run_definition',
  'show_missing',
  'save_report',
  'missing_only_released',
  'only_filter_missing',
  'minimum_items',
  'cache_builders',
  'tmdb_region',
  'default_percent',
  'ignore_blank_results',
  'ignore_imdb_ids',
  'validate_builders',
]);

/** Found in collections, refused in overlays. */
export const REFUSED: ReadonlySet<string> = new Set(['sort_by', 'ignore_ids', 'sort_title', 'genre']);
