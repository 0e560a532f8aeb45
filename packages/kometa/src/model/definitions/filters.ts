/** What a filter looks at. */
export type FilterLevel = 'movie' | 'show' | 'season' | 'episode' | 'artist' | 'album' | 'track';

/** What may be written after the name and what the value is follow from this. */
export type FilterKind = 'text' | 'tag' | 'date' | 'number' | 'boolean' | 'history' | 'within' | 'word';

export interface Filter {
  /** Two for what Kometa lists twice. */
  kinds: readonly FilterKind[];
  levels: readonly FilterLevel[];
  help: string;
  /** Numbers of this filter have no decimals. */
  whole?: true;
  /** The level that the filters inside look at. */
  within?: FilterLevel;
  /** Why Kometa refuses it although it lists it. */
  refused?: string;
}

/** What each kind takes after the name; '' is the bare name. */
export const FILTER_MODIFIERS: Readonly<Record<FilterKind, readonly string[]>> = {
  text: ['', '.not', '.is', '.isnot', '.begins', '.ends', '.regex'],
  tag: ['', '.not', '.regex', '.count_gt', '.count_gte', '.count_lt', '.count_lte'],
  date: ['', '.not', '.before', '.after', '.regex'],
  number: ['', '.not', '.gt', '.gte', '.lt', '.lte'],
  boolean: [''],
  history: [''],
  within: [''],
  word: ['', '.not'],
};

const video = ['movie', 'show', 'season', 'episode'] as const;
const every = [...video, 'artist', 'album', 'track'] as const;
const titles = ['movie', 'show'] as const;
const filter = (kind: FilterKind, levels: readonly FilterLevel[], help: string, more = {}): Filter => ({
  kinds: [kind],
  levels,
  help,
  ...more,
});
const whole = { whole: true } as const;
const notRead = 'Kometa lists this filter and then refuses it';

/** Every filter by its bare name. */
export const FILTERS: Readonly<Record<string, Filter>> = {
  title: filter('text', every, 'The title.'),
  season_title: filter('text', ['episode'], 'The title of the season.'),
  show_title: filter('text', ['season', 'episode'], 'The title of the show.'),
  summary: filter('text', every, 'The description.'),
  studio: filter('text', titles, 'Who made it.'),
  edition: filter('text', ['movie'], 'The edition, as Director’s Cut.'),
  record_label: filter('text', ['album'], 'Who published the record.'),
  folder: filter('text', ['show', 'artist'], 'The folder it lies in.'),
  filepath: filter('text', every, 'The path of its file.'),
  audio_track_title: filter('text', every, 'What a sound track is called.'),
  subtitle_track_title: filter('text', every, 'What a subtitle track is called.'),
  tmdb_title: filter('text', titles, 'The title at TMDb.'),
  audio_codec: filter('text', video, 'How the sound is coded.'),
  audio_profile: filter('text', video, 'Which form of the sound’s coding.'),
  video_codec: filter('text', video, 'How the picture is coded.'),
  video_profile: filter('text', video, 'Which form of the picture’s coding.'),
  tvdb_title: filter('text', ['show'], 'The title at TVDb.'),
  tvdb_status: filter('text', ['show'], 'Whether TVDb says it goes on.'),

  actor: filter('tag', ['movie', 'show', 'episode'], 'Who plays in it.'),
  collection: filter('tag', every, 'Which collections hold it.'),
  content_rating: filter('tag', ['movie', 'show', 'episode'], 'For which age it is.'),
  country: filter('tag', ['movie', 'artist'], 'Where it comes from.'),
  director: filter('tag', ['movie', 'episode'], 'Who directed it.'),
  network: filter('tag', ['show'], 'Which channel shows it.'),
  genre: filter('tag', ['movie', 'show', 'artist', 'album'], 'The genres.'),
  label: filter('tag', every, 'The labels in Plex.'),
  producer: filter('tag', ['movie', 'episode'], 'Who produced it.'),
  year: {
    kinds: ['tag', 'number'],
    levels: [...video, 'album', 'track'],
    help: 'The year, or several years.',
    ...whole,
  },
  origin_country: filter('tag', ['show'], 'Where it comes from, by TMDb.'),
  writer: filter('tag', ['movie', 'episode'], 'Who wrote it.'),
  resolution: filter('tag', video, 'How fine the picture is.'),
  audio_language: filter('tag', video, 'The languages spoken.'),
  subtitle_language: filter('tag', video, 'The languages of the subtitles.'),
  tmdb_keyword: filter('tag', titles, 'The keywords at TMDb.'),
  tmdb_genre: filter('tag', titles, 'The genres at TMDb.'),
  imdb_keyword: filter('tag', titles, 'The keywords at IMDb.'),
  tvdb_genre: filter('tag', ['show'], 'The genres at TVDb.'),

  release: filter('date', ['movie', 'show', 'episode', 'album'], 'When it came out.'),
  added: filter('date', every, 'When it came into the library.'),
  last_played: filter('date', every, 'When it was last played.'),
  first_episode_aired: filter('date', ['show'], 'When its first episode was shown.'),
  last_episode_aired: filter('date', ['show'], 'When its last episode was shown.'),
  last_episode_aired_or_never: filter('date', ['show'], 'As before, and what was never shown counts too.'),

  tmdb_year: filter('number', titles, 'The year at TMDb.', whole),
  critic_rating: filter('number', ['movie', 'show', 'episode', 'album'], 'What critics think, up to 10.'),
  audience_rating: filter('number', ['movie', 'show', 'episode'], 'What the audience thinks, up to 10.'),
  user_rating: filter('number', every, 'What you think, up to 10.'),
  tmdb_vote_count: filter('number', titles, 'How many people voted at TMDb.', whole),
  tmdb_vote_average: filter('number', titles, 'The rating at TMDb, up to 10.'),
  plays: filter('number', every, 'How often it was played.', whole),
  duration: filter('number', ['movie', 'show', 'episode', 'track'], 'How many minutes it lasts.'),
  channels: filter('number', video, 'How many channels the sound has.', whole),
  height: filter('number', video, 'How many pixels high the picture is.', whole),
  width: filter('number', video, 'How many pixels wide the picture is.', whole),
  aspect: filter('number', video, 'How many times as wide as high the picture is.'),
  versions: filter('number', every, 'How many files it has.', { ...whole, refused: notRead }),
  stinger_rating: filter('number', ['movie'], 'How good the scene after the end is.', { refused: notRead }),

  has_collection: filter('boolean', every, 'Whether a collection holds it.'),
  has_edition: filter('boolean', ['movie'], 'Whether it names an edition.'),
  has_overlay: filter('boolean', [...video, 'artist', 'album'], 'Whether Kometa drew on its poster.'),
  has_dolby_vision: filter('boolean', video, 'Whether the picture is Dolby Vision.'),
  has_stinger: filter('boolean', ['movie'], 'Whether something comes after the end.'),

  history: filter(
    'history',
    ['movie', 'show', 'episode', 'album'],
    'Whether it came out around this day of a year.',
  ),
  episodes: filter('within', ['show', 'season'], 'How many of its episodes fit.', { within: 'episode' }),
  seasons: filter('within', ['show'], 'How many of its seasons fit.', { within: 'season' }),
  albums: filter('within', ['artist'], 'How many of its albums fit.', { within: 'album' }),
  tracks: filter('within', ['artist', 'album'], 'How many of its tracks fit.', { within: 'track' }),
  original_language: filter('word', titles, 'The language it was made in, by TMDb.'),
  tmdb_status: filter('word', ['show'], 'How the show stands, by TMDb.'),
  tmdb_type: filter('word', ['show'], 'What kind of show it is, by TMDb.'),
};

/** Kometa's own list; `year` and `year.not` stand in it twice, once as tags and once as numbers. */
export const FILTER_NAMES: readonly string[] = Object.entries(FILTERS).flatMap(([name, { kinds }]) =>
  kinds.flatMap((kind) => FILTER_MODIFIERS[kind].map((modifier) => `${name}${modifier}`)),
);

/** Each name once. */
export const filterNames = (): string[] => [...new Set(FILTER_NAMES)];
