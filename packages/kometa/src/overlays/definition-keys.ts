/** Builders, by the service they ask. */
const builders = `
anidb_id anidb_popular anidb_relation anidb_tag anidb_tag_name
anilist_id anilist_popular anilist_relations anilist_search anilist_studio anilist_top_rated anilist_trending anilist_userlist
icheckmovies_list icheckmovies_list_details
imdb_award imdb_chart imdb_id imdb_list imdb_search imdb_watchlist
letterboxd_list letterboxd_list_details letterboxd_user_films letterboxd_user_films_details
letterboxd_user_reviews letterboxd_user_reviews_details
mal_airing mal_all mal_favorite mal_genre mal_id mal_movie mal_ova mal_popular mal_search mal_season mal_special
mal_studio mal_suggested mal_tv mal_upcoming mal_userlist
mdblist_list
mojo_all_time mojo_domestic mojo_international mojo_never mojo_record mojo_world
plex_all plex_collectionless plex_pilots plex_search plex_watchlist
radarr_all radarr_taglist sonarr_all sonarr_taglist
simkl_dvd simkl_trending stevenlu_popular tautulli_popular tautulli_watched text_file
tmdb_actor tmdb_actor_details tmdb_airing_today tmdb_collection tmdb_collection_details tmdb_company tmdb_crew
tmdb_crew_details tmdb_director tmdb_director_details tmdb_discover tmdb_keyword tmdb_list tmdb_list_details
tmdb_movie tmdb_movie_details tmdb_network tmdb_now_playing tmdb_on_the_air tmdb_popular tmdb_producer
tmdb_producer_details tmdb_show tmdb_show_details tmdb_top_rated tmdb_trending_daily tmdb_trending_weekly
tmdb_upcoming tmdb_writer tmdb_writer_details
trakt_anticipated trakt_boxoffice trakt_chart trakt_collection trakt_list trakt_list_details trakt_popular
trakt_recommendations trakt_trending trakt_userlist trakt_watchlist
tvdb_list tvdb_list_details tvdb_movie tvdb_movie_details tvdb_show tvdb_show_details
`;
const traktPeriods = ['collected', 'recommended', 'watched'].flatMap((what) =>
  ['daily', 'weekly', 'monthly', 'yearly', 'all'].map((when) => `trakt_${what}_${when}`),
);

const BUILDERS: ReadonlySet<string> = new Set([...builders.trim().split(/\s+/), ...traktPeriods]);

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

export const isBuilder = (key: string): boolean => BUILDERS.has(key);

/** Whether Kometa takes the key in a definition; case does not count. */
export const isDefinitionKey = (key: string): boolean => BUILDERS.has(key) || SETTINGS.has(key);
