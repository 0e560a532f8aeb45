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

const services: readonly (readonly [start: string, name: string])[] = [
  ['anidb', 'AniDB'],
  ['anilist', 'AniList'],
  ['icheckmovies', 'iCheckMovies'],
  ['imdb', 'IMDb'],
  ['letterboxd', 'Letterboxd'],
  ['mal_', 'MyAnimeList'],
  ['mdblist', 'MDBList'],
  ['boxofficemojo', 'Box Office Mojo'],
  ['mojo', 'Box Office Mojo'],
  ['plex', 'a run of Kometa'],
  ['radarr', 'Radarr'],
  ['simkl', 'Simkl'],
  ['sonarr', 'Sonarr'],
  ['stevenlu', 'StevenLu'],
  ['tautulli', 'Tautulli'],
  ['text_file', 'a text file'],
  ['tmdb', 'TMDb'],
  ['trakt', 'Trakt'],
  ['tvdb', 'TheTVDB'],
];

/** Why a builder cannot be answered here. */
export function whatItNeeds(builder: string): string {
  const service = services.find(([start]) => builder.startsWith(start))?.[1];
  return service === undefined ? `${builder} is not tried here` : `${builder} needs ${service}`;
}
