import type { LibraryKind } from './library-kind.ts';

export type SearchKind = 'tag' | 'text' | 'boolean' | 'date' | 'number' | 'decimal' | 'year';

export interface SearchAttribute {
  /** Two for what Plex finds by its words and by its tag. */
  kinds: readonly SearchKind[];
  /** Only in libraries of these kinds. */
  libraries?: readonly LibraryKind[];
  help: string;
}

/** What each kind takes after the name; '' is the bare name. */
const SEARCH_MODIFIERS: Readonly<Record<SearchKind, readonly string[]>> = {
  tag: ['', '.not', '.regex'],
  text: ['', '.not', '.is', '.isnot', '.begins', '.ends'],
  boolean: [''],
  date: ['', '.not', '.before', '.after'],
  number: ['.gt', '.gte', '.lt', '.lte'],
  decimal: ['.gt', '.gte', '.lt', '.lte', '.rated'],
  year: ['', '.not', '.regex', '.gt', '.gte', '.lt', '.lte'],
};

const movie = ['movie'] as const;
const show = ['show'] as const;
const artist = ['artist'] as const;
type Kinds = readonly LibraryKind[];

const attribute = (kind: SearchKind, help: string, libraries?: Kinds): SearchAttribute => ({
  kinds: [kind],
  help,
  ...(libraries ? { libraries } : {}),
});
const wordsAndTag = (help: string): SearchAttribute => ({ kinds: ['text', 'tag'], help });

/** Everything `plex_search`, `smart_filter` and `smart_label` may ask the library for, by bare names. */
export const SEARCH_ATTRIBUTES: Readonly<Record<string, SearchAttribute>> = {
  actor: attribute('tag', 'Who plays in it.'),
  episode_actor: attribute('tag', 'Who plays in an episode.'),
  audio_language: attribute('tag', 'The languages spoken.'),
  collection: attribute('tag', 'Which collections hold it.'),
  content_rating: attribute('tag', 'For which age it is.'),
  country: attribute('tag', 'Where it comes from.'),
  director: attribute('tag', 'Who directed it.', movie),
  genre: attribute('tag', 'The genres.'),
  label: attribute('tag', 'The labels in Plex.'),
  season_label: attribute('tag', 'The labels of its seasons.', show),
  episode_label: attribute('tag', 'The labels of its episodes.', show),
  network: attribute('tag', 'Which channel shows it.', show),
  producer: attribute('tag', 'Who produced it.', movie),
  resolution: attribute('tag', 'How fine the picture is.'),
  subtitle_language: attribute('tag', 'The languages of the subtitles.'),
  writer: attribute('tag', 'Who wrote it.', movie),
  season_collection: attribute('tag', 'Which collections hold its seasons.', show),
  episode_collection: attribute('tag', 'Which collections hold its episodes.', show),
  artist_genre: attribute('tag', 'The genres of the artist.', artist),
  artist_collection: attribute('tag', 'Which collections hold the artist.', artist),
  artist_country: attribute('tag', 'Where the artist comes from.', artist),
  artist_mood: attribute('tag', 'The moods of the artist.', artist),
  artist_label: attribute('tag', 'The labels of the artist in Plex.', artist),
  artist_style: attribute('tag', 'The styles of the artist.', artist),
  album_genre: attribute('tag', 'The genres of the album.', artist),
  album_mood: attribute('tag', 'The moods of the album.', artist),
  album_style: attribute('tag', 'The styles of the album.', artist),
  album_format: attribute('tag', 'Whether it is an album, an EP or a single.', artist),
  album_type: attribute('tag', 'Whether it was recorded live, collected and so on.', artist),
  album_collection: attribute('tag', 'Which collections hold the album.', artist),
  album_source: attribute('tag', 'What the album was taken from.', artist),
  album_label: attribute('tag', 'The labels of the album in Plex.', artist),
  track_mood: attribute('tag', 'The moods of the track.', artist),
  track_source: attribute('tag', 'What the track was taken from.', artist),
  track_label: attribute('tag', 'The labels of the track in Plex.', artist),

  studio: wordsAndTag('Who made it.'),
  edition: wordsAndTag('The edition.'),
  title: attribute('text', 'The title.'),
  episode_title: attribute('text', 'The title of an episode.', show),
  artist_title: attribute('text', 'The name of the artist.', artist),
  album_title: attribute('text', 'The title of the album.', artist),
  album_record_label: attribute('text', 'Who published the record.', artist),
  track_title: attribute('text', 'The title of the track.', artist),

  dovi: attribute('boolean', 'Whether the picture is Dolby Vision.'),
  hdr: attribute('boolean', 'Whether the picture is HDR.'),
  unmatched: attribute('boolean', 'Whether Plex does not know what it is.'),
  duplicate: attribute('boolean', 'Whether it is there twice.', movie),
  unplayed: attribute('boolean', 'Whether nobody played it.', movie),
  progress: attribute('boolean', 'Whether it was begun and not ended.', movie),
  trash: attribute('boolean', 'Whether its file is gone.'),
  unplayed_episodes: attribute('boolean', 'Whether it has episodes that nobody played.', show),
  episode_unplayed: attribute('boolean', 'Whether nobody played the episode.', show),
  episode_duplicate: attribute('boolean', 'Whether the episode is there twice.', show),
  episode_progress: attribute('boolean', 'Whether the episode was begun and not ended.', show),
  episode_unmatched: attribute('boolean', 'Whether Plex does not know the episode.', show),
  show_unmatched: attribute('boolean', 'Whether Plex does not know the show.', show),
  artist_unmatched: attribute('boolean', 'Whether Plex does not know the artist.', artist),
  album_unmatched: attribute('boolean', 'Whether Plex does not know the album.', artist),
  track_trash: attribute('boolean', 'Whether the track’s file is gone.', artist),

  added: attribute('date', 'When it came into the library.'),
  episode_added: attribute('date', 'When an episode came into the library.', show),
  release: attribute('date', 'When it came out.'),
  episode_air_date: attribute('date', 'When an episode was shown.', show),
  last_played: attribute('date', 'When it was last played.'),
  episode_last_played: attribute('date', 'When an episode was last played.', show),
  artist_added: attribute('date', 'When the artist came into the library.', artist),
  artist_last_played: attribute('date', 'When the artist was last played.', artist),
  album_last_played: attribute('date', 'When the album was last played.', artist),
  album_added: attribute('date', 'When the album came into the library.', artist),
  album_released: attribute('date', 'When the album came out.', artist),
  track_last_played: attribute('date', 'When the track was last played.', artist),
  track_last_skipped: attribute('date', 'When the track was last skipped.', artist),
  track_last_rated: attribute('date', 'When the track was last rated.', artist),
  track_added: attribute('date', 'When the track came into the library.', artist),

  decade: { kinds: ['year'], help: 'The decade, by its first year.', libraries: movie },
  year: attribute('year', 'The year.'),
  episode_year: attribute('year', 'The year of an episode.', show),
  album_year: attribute('year', 'The year of the album.', artist),
  album_decade: attribute('year', 'The decade of the album, by its first year.', artist),

  plays: attribute('number', 'How often it was played.'),
  episode_plays: attribute('number', 'How often an episode was played.', show),
  album_plays: attribute('number', 'How often the album was played.', artist),
  track_plays: attribute('number', 'How often the track was played.', artist),
  track_skips: attribute('number', 'How often the track was skipped.', artist),

  user_rating: attribute('decimal', 'What you think, up to 10.'),
  episode_user_rating: attribute('decimal', 'What you think of an episode, up to 10.', show),
  critic_rating: attribute('decimal', 'What critics think, up to 10.'),
  episode_critic_rating: attribute('decimal', 'What critics think of an episode, up to 10.', show),
  audience_rating: attribute('decimal', 'What the audience thinks, up to 10.'),
  episode_audience_rating: attribute('decimal', 'What the audience thinks of an episode, up to 10.', show),
  duration: attribute('decimal', 'How many minutes it lasts.', movie),
  artist_user_rating: attribute('decimal', 'What you think of the artist, up to 10.', artist),
  album_user_rating: attribute('decimal', 'What you think of the album, up to 10.', artist),
  album_critic_rating: attribute('decimal', 'What critics think of the album, up to 10.', artist),
  track_user_rating: attribute('decimal', 'What you think of the track, up to 10.', artist),
};

/** Modifiers that a kind has and these attributes have not. */
const without: Readonly<Record<string, readonly string[]>> = {
  resolution: ['.not'],
  decade: ['.not', '.gt', '.gte', '.lt', '.lte'],
  album_decade: ['.not', '.gt', '.gte', '.lt', '.lte'],
  duration: ['.rated'],
};

/** What may be written after the name of a search attribute, by the kind that it then is of. */
export function searchModifiers(name: string): { kind: SearchKind; modifier: string }[] {
  const kinds = Object.hasOwn(SEARCH_ATTRIBUTES, name) ? (SEARCH_ATTRIBUTES[name]?.kinds ?? []) : [];
  return kinds.flatMap((kind) =>
    SEARCH_MODIFIERS[kind]
      .filter((modifier) => !without[name]?.includes(modifier))
      .map((modifier) => ({ kind, modifier })),
  );
}

/** Kometa's own list; of `studio` and `edition` the bare name and `.not` stand in it twice. */
export const SEARCH_NAMES: readonly string[] = Object.keys(SEARCH_ATTRIBUTES).flatMap((name) =>
  searchModifiers(name).map(({ modifier }) => `${name}${modifier}`),
);

/** Each name once. */
export const searchNames = (): string[] => [...new Set(SEARCH_NAMES)];

/** Several values of these that stand outside of `any` and `all` must all fit with `.and`. */
export const AND_SEARCHES: readonly string[] = [
  ...['title', 'studio', 'actor', 'audio_language', 'collection', 'content_rating', 'country', 'director'],
  ...['genre', 'label', 'network', 'producer', 'subtitle_language', 'writer'],
];
