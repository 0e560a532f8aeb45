import type { PlexType } from '@marquee/plex';
import type { LibraryKind } from './levels.ts';

/** How a value of a search is written, and with it which modifiers it takes. */
type SearchKind = 'text' | 'tag' | 'year' | 'count' | 'decimal' | 'minutes' | 'date' | 'flag';

export interface SearchField {
  kind: SearchKind;
  /** Plex’s own name for it. */
  field: string;
  /** Of a tag: where Plex lists its choices. */
  choices?: { field: string; type: PlexType };
}

const plain: Record<string, readonly [kind: SearchKind, field: string]> = {
  title: ['text', 'title'],
  studio: ['text', 'studio'],
  year: ['year', 'year'],
  decade: ['year', 'decade'],
  critic_rating: ['decimal', 'rating'],
  audience_rating: ['decimal', 'audienceRating'],
  user_rating: ['decimal', 'userRating'],
  plays: ['count', 'viewCount'],
  added: ['date', 'addedAt'],
  release: ['date', 'originallyAvailableAt'],
  last_played: ['date', 'lastViewedAt'],
  unmatched: ['flag', 'unmatched'],
  genre: ['tag', 'genre'],
  actor: ['tag', 'actor'],
  collection: ['tag', 'collection'],
  label: ['tag', 'label'],
  country: ['tag', 'country'],
  content_rating: ['tag', 'contentRating'],
};
const ofMedia: typeof plain = {
  hdr: ['flag', 'hdr'],
  dovi: ['flag', 'dovi'],
  resolution: ['tag', 'resolution'],
  audio_language: ['tag', 'audioLanguage'],
  subtitle_language: ['tag', 'subtitleLanguage'],
};
const ofFilms: typeof plain = {
  duration: ['minutes', 'duration'],
  duplicate: ['flag', 'duplicate'],
  unplayed: ['flag', 'unwatched'],
  progress: ['flag', 'inProgress'],
  trash: ['flag', 'trash'],
  director: ['tag', 'director'],
  writer: ['tag', 'writer'],
  producer: ['tag', 'producer'],
};
const ofEpisodes: typeof plain = {
  episode_title: ['text', 'title'],
  episode_year: ['year', 'year'],
  episode_critic_rating: ['decimal', 'rating'],
  episode_audience_rating: ['decimal', 'audienceRating'],
  episode_user_rating: ['decimal', 'userRating'],
  episode_plays: ['count', 'viewCount'],
  episode_added: ['date', 'addedAt'],
  episode_air_date: ['date', 'originallyAvailableAt'],
  episode_last_played: ['date', 'lastViewedAt'],
  episode_duplicate: ['flag', 'duplicate'],
  episode_unplayed: ['flag', 'unwatched'],
  episode_progress: ['flag', 'inProgress'],
  episode_unmatched: ['flag', 'unmatched'],
  episode_label: ['tag', 'label'],
  episode_collection: ['tag', 'collection'],
  episode_actor: ['tag', 'actor'],
};
const ofSeasons: typeof plain = {
  season_label: ['tag', 'label'],
  season_collection: ['tag', 'collection'],
};
/** Each says of which level it is, and those of all levels may be asked together. */
const ofArtists: typeof plain = {
  artist_title: ['text', 'title'],
  artist_genre: ['tag', 'genre'],
  artist_collection: ['tag', 'collection'],
  artist_country: ['tag', 'country'],
  artist_mood: ['tag', 'mood'],
  artist_style: ['tag', 'style'],
  artist_label: ['tag', 'label'],
  artist_added: ['date', 'addedAt'],
  artist_last_played: ['date', 'lastViewedAt'],
  artist_user_rating: ['decimal', 'userRating'],
  artist_unmatched: ['flag', 'unmatched'],
};
const ofAlbums: typeof plain = {
  album_title: ['text', 'title'],
  album_record_label: ['text', 'studio'],
  album_genre: ['tag', 'genre'],
  album_collection: ['tag', 'collection'],
  album_mood: ['tag', 'mood'],
  album_style: ['tag', 'style'],
  album_label: ['tag', 'label'],
  album_year: ['year', 'year'],
  album_decade: ['year', 'decade'],
  album_added: ['date', 'addedAt'],
  album_released: ['date', 'originallyAvailableAt'],
  album_last_played: ['date', 'lastViewedAt'],
  album_plays: ['count', 'viewCount'],
  album_user_rating: ['decimal', 'userRating'],
  album_critic_rating: ['decimal', 'rating'],
  album_unmatched: ['flag', 'unmatched'],
};
const ofTracks: typeof plain = {
  track_title: ['text', 'title'],
  track_mood: ['tag', 'mood'],
  track_label: ['tag', 'label'],
  track_added: ['date', 'addedAt'],
  track_last_played: ['date', 'lastViewedAt'],
  track_last_rated: ['date', 'lastRatedAt'],
  track_plays: ['count', 'viewCount'],
  track_skips: ['count', 'skipCount'],
  track_user_rating: ['decimal', 'userRating'],
  track_trash: ['flag', 'trash'],
};
/** No prefix, also in a library of shows. */
const edition: SearchField = { kind: 'text', field: 'editionTitle' };

const movieFields = { ...below(undefined, { ...plain, ...ofMedia, ...ofFilms }), edition };
/** All levels of a show library ask with the same names: `year` is the show’s, also of an episode. */
const showFields = {
  ...below('show', {
    ...plain,
    network: ['tag', 'network'],
    show_unmatched: ['flag', 'unmatched'],
    unplayed_episodes: ['flag', 'unwatchedLeaves'],
  }),
  ...below('season', ofSeasons),
  ...below('episode', { ...ofMedia, ...ofEpisodes }),
  edition,
};
const artistFields = {
  ...below('artist', ofArtists),
  ...below('album', ofAlbums),
  ...below('track', ofTracks),
};
const fieldsOf: Record<LibraryKind, Record<string, SearchField>> = {
  movie: movieFields,
  show: showFields,
  artist: artistFields,
};
const plurals: Record<string, string> = {
  genres: 'genre',
  actors: 'actor',
  collections: 'collection',
  labels: 'label',
  countries: 'country',
  directors: 'director',
  writers: 'writer',
  producers: 'producer',
  years: 'year',
  decades: 'decade',
  studios: 'studio',
  networks: 'network',
};

export function searchField(library: LibraryKind, name: string): SearchField | undefined {
  const fields = fieldsOf[library];
  const known = plurals[name] ?? name;
  return Object.hasOwn(fields, known) ? fields[known] : undefined;
}

function below(
  type: 'show' | 'season' | 'episode' | 'artist' | 'album' | 'track' | undefined,
  fields: typeof plain,
): Record<string, SearchField> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, [kind, field]]) => [
      name,
      {
        kind,
        field: type === undefined ? field : `${type}.${field}`,
        ...(kind === 'tag' ? { choices: { field, type: type ?? 'movie' } } : {}),
      },
    ]),
  );
}
