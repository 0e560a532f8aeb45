/** Names that Kometa still reads as others; of builders, settings, filters and search attributes alike. */
export const OLD_NAMES: Readonly<Record<string, string>> = {
  actors: 'actor',
  role: 'actor',
  roles: 'actor',
  show_actor: 'actor',
  show_actors: 'actor',
  show_role: 'actor',
  show_roles: 'actor',
  collections: 'collection',
  plex_collection: 'collection',
  show_collections: 'collection',
  show_collection: 'collection',
  content_ratings: 'content_rating',
  contentrating: 'content_rating',
  contentratings: 'content_rating',
  countries: 'country',
  decades: 'decade',
  directors: 'director',
  genres: 'genre',
  labels: 'label',
  collection_minimum: 'minimum_items',
  playlist_minimum: 'minimum_items',
  save_missing: 'save_report',
  rating: 'critic_rating',
  show_user_rating: 'user_rating',
  video_resolution: 'resolution',
  tmdb_trending: 'tmdb_trending_daily',
  play: 'plays',
  show_plays: 'plays',
  show_play: 'plays',
  episode_play: 'episode_plays',
  originally_available: 'release',
  episode_originally_available: 'episode_air_date',
  episode_release: 'episode_air_date',
  episode_released: 'episode_air_date',
  show_originally_available: 'release',
  show_release: 'release',
  show_air_date: 'release',
  released: 'release',
  show_released: 'release',
  max_age: 'release',
  studios: 'studio',
  networks: 'network',
  producers: 'producer',
  writers: 'writer',
  years: 'year',
  show_year: 'year',
  show_years: 'year',
  filter: 'filters',
  anilist_tag: 'anilist_search',
  anilist_genre: 'anilist_search',
  anilist_season: 'anilist_search',
  mal_producer: 'mal_studio',
  mal_licensor: 'mal_studio',
  trakt_recommended: 'trakt_recommended_weekly',
  trakt_watched: 'trakt_watched_weekly',
  trakt_collected: 'trakt_collected_weekly',
  trakt_recommended_personal: 'trakt_recommendations',
  collection_changes_webhooks: 'changes_webhooks',
  radarr_add: 'radarr_add_missing',
  sonarr_add: 'sonarr_add_missing',
  collection_level: 'builder_level',
  overlay_level: 'builder_level',
  collection_name: 'name',
  playlist_name: 'name',
};

const oldModifiers: Readonly<Record<string, string>> = { '.greater': '.gt', '.less': '.lt' };

/** A key as Kometa takes it apart: without regard to case, at its last dot, old names as what they became. */
export interface ReadKey {
  name: string;
  modifier: string;
  /** Whether it was written with a name of old. */
  old: boolean;
}

export function readKey(written: string): ReadKey {
  const key = written.toLowerCase();
  const dot = key.lastIndexOf('.');
  const [bare, end] = dot > 0 ? [key.slice(0, dot), key.slice(dot)] : [key, ''];
  const name = Object.hasOwn(OLD_NAMES, bare) ? (OLD_NAMES[bare] ?? bare) : bare;
  const modifier = Object.hasOwn(oldModifiers, end) ? (oldModifiers[end] ?? end) : end;
  return { name, modifier, old: name !== bare || modifier !== end };
}
