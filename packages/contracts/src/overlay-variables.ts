import type { OverlayLevel } from './overlays.ts';

/** How a value is written, and with it which modifiers may follow its name. */
export type TextVariableKind = 'rating' | 'words' | 'number' | 'minutes' | 'bitrate' | 'date';

export interface TextVariable {
  /** As in `<<name>>`, without a modifier. */
  name: string;
  kind: TextVariableKind;
  levels: readonly OverlayLevel[];
  /** `outside`: only a service other than Plex knows it. */
  from: 'plex' | 'outside';
  /** Said to a person. */
  description: string;
}

/**
 * What may stand between a variable's name and `>>`, in the order Kometa tries them. The `[` of a date opens a strftime
 * pattern that ends with `]`.
 */
export const TEXT_MODIFIERS: Readonly<Record<TextVariableKind, readonly string[]>> = {
  rating: ['', '%', '#', '/'],
  words: ['', 'U', 'L', 'P'],
  number: ['', 'W', 'WU', 'WL', '0', '00'],
  minutes: ['', 'H', 'M'],
  bitrate: ['', 'H', 'L'],
  date: ['', '['],
};

/** What a modifier does, said to a person. */
export const TEXT_MODIFIER_MEANING: Readonly<Record<TextVariableKind, Readonly<Record<string, string>>>> = {
  rating: {
    '': 'As it is: 8.3',
    '%': 'Times ten: 83',
    '#': 'Without a trailing .0',
    '/': 'Out of five: 4.2',
  },
  words: { '': 'As it is', U: 'CAPITALS', L: 'small letters', P: 'Each Word Capitalised' },
  number: {
    '': 'As it is: 7',
    W: 'In words: seven',
    WU: 'In words: SEVEN',
    WL: 'In words: seven',
    '0': 'Two digits: 07',
    '00': 'Three digits: 007',
  },
  minutes: { '': 'Minutes: 136', H: 'Full hours: 2', M: 'Minutes beyond the hours: 16' },
  bitrate: {
    '': 'Of the first version',
    H: 'The highest of all versions',
    L: 'The lowest of all versions',
  },
  date: { '': 'As it is: 2021-10-22', '[': 'By a pattern: [%d %B %Y]' },
};

const everything: readonly OverlayLevel[] = ['movie', 'show', 'season', 'episode', 'artist', 'album'];
const video: readonly OverlayLevel[] = ['movie', 'show', 'season', 'episode'];
const movieShow: readonly OverlayLevel[] = ['movie', 'show'];

function outside(name: string, who: string, levels: readonly OverlayLevel[] = video): TextVariable {
  return { name: `${name}_rating`, kind: 'rating', levels, from: 'outside', description: `Rating by ${who}` };
}

function throughPlex(name: string, who: string): TextVariable {
  return {
    name: `plex_${name}_rating`,
    kind: 'rating',
    levels: video,
    from: 'plex',
    description: `Rating by ${who}, as Plex keeps it`,
  };
}

function plex(
  name: string,
  kind: TextVariableKind,
  levels: readonly OverlayLevel[],
  description: string,
): TextVariable {
  return { name, kind, levels, from: 'plex', description };
}

/** Every text variable, in the order in which Kometa replaces them: the first without a value is the one it names. */
export const TEXT_VARIABLES: readonly TextVariable[] = [
  plex('runtime', 'minutes', everything, 'How long it runs; of a show or season, its episodes on average'),
  plex('title', 'words', everything, 'Title'),
  plex('user_rating', 'rating', everything, 'Your own rating in Plex'),
  outside('imdb', 'IMDb'),
  outside('mdb_average', 'MDBList, the average of all'),
  outside('mdb_imdb', 'IMDb through MDBList'),
  outside('mdb_letterboxd', 'Letterboxd through MDBList'),
  outside('mdb_metacritic', 'Metacritic’s critics through MDBList'),
  outside('mdb_metacriticuser', 'Metacritic’s visitors through MDBList'),
  outside('mdb_myanimelist', 'MyAnimeList through MDBList'),
  outside('mdb', 'MDBList, its own score'),
  outside('mdb_tmdb', 'TMDb through MDBList'),
  outside('mdb_tomatoes', 'Rotten Tomatoes’ critics through MDBList'),
  outside('mdb_tomatoesaudience', 'Rotten Tomatoes’ audience through MDBList'),
  outside('mdb_trakt', 'Trakt through MDBList'),
  outside('omdb', 'OMDb'),
  outside('omdb_imdb', 'IMDb through OMDb'),
  outside('omdb_metascore', 'Metacritic through OMDb'),
  outside('omdb_tomatoes', 'Rotten Tomatoes through OMDb'),
  throughPlex('imdb', 'IMDb'),
  throughPlex('tmdb', 'TMDb'),
  throughPlex('tomatoes', 'Rotten Tomatoes’ critics'),
  throughPlex('tomatoesaudience', 'Rotten Tomatoes’ audience'),
  outside('tmdb', 'TMDb'),
  outside('trakt', 'Trakt'),
  plex(
    'critic_rating',
    'rating',
    ['movie', 'show', 'episode', 'album'],
    'The critics’ rating that Plex shows',
  ),
  plex('originally_available', 'date', ['movie', 'show', 'episode', 'album'], 'The day it first came out'),
  plex('audience_rating', 'rating', ['movie', 'show', 'episode'], 'The audience’s rating that Plex shows'),
  plex('content_rating', 'words', ['movie', 'show', 'episode'], 'Age rating, such as PG-13'),
  outside('anidb_average', 'AniDB, its average', movieShow),
  outside('anidb', 'AniDB', movieShow),
  outside('anidb_score', 'AniDB, its score', movieShow),
  outside('mal', 'MyAnimeList', movieShow),
  plex('original_title', 'words', ['movie', 'show', 'season'], 'Title in its own language'),
  outside('trakt_user', 'you, on Trakt', ['movie', 'show', 'season']),
  plex('total_runtime', 'minutes', ['show', 'season', 'artist', 'album'], 'All its parts together'),
  plex('bitrate', 'bitrate', ['movie', 'episode'], 'Bit rate in kbit/s'),
  plex('versions', 'number', ['movie', 'episode'], 'How many versions there are'),
  plex('season_number', 'number', ['season', 'episode'], 'Number of the season'),
  plex('show_title', 'words', ['season', 'episode'], 'Title of the show'),
  plex('episode_count', 'number', ['show', 'season'], 'How many episodes there are'),
  plex('edition', 'words', ['movie'], 'Edition, such as Director’s Cut'),
  plex('episode_number', 'number', ['episode'], 'Number of the episode'),
  plex('season_title', 'words', ['episode'], 'Title of the season'),
];

const ofLevel = new Map<OverlayLevel, readonly TextVariable[]>(
  everything.map((level) => [level, TEXT_VARIABLES.filter((variable) => variable.levels.includes(level))]),
);

/** What may be named in the text of an overlay on such an item, in the order of replacement. */
export function variablesOfLevel(level: OverlayLevel): readonly TextVariable[] {
  return ofLevel.get(level) ?? [];
}
