import { defaultFiles, type FileKind, kindOfDefault } from './default-files.ts';
import type { LibraryKind } from './key-spec.ts';

/** What one of Kometa's own files is for. */
export interface DefaultFile {
  kind: FileKind;
  /** As `default:` calls it. */
  name: string;
  group: 'awards' | 'charts' | 'contents' | 'places' | 'people' | 'overlays' | 'playlists';
  /** In our words, one sentence. */
  help: string;
  /** The one kind of library that it is for; null for several. */
  library: LibraryKind | null;
  /** Where on the poster an overlay stands, when nothing else is said. */
  place?: OverlayPlace;
}

type OverlayPlace = 'top-left' | 'top' | 'top-right' | 'left' | 'bottom-left' | 'bottom' | 'bottom-right';

type Words = readonly [name: string, help: string];

const winners = (what: string) => `Winners and years of ${what}.`;
const AWARDS: readonly Words[] = [
  ['bafta', winners('the British Academy Film Awards')],
  ['berlinale', winners('the Berlin film festival')],
  ['cannes', winners('the Cannes film festival')],
  ['cesar', winners('the César awards')],
  ['choice', winners('the Critics Choice Awards')],
  ['emmy', winners('the Emmy awards')],
  ['golden', winners('the Golden Globes')],
  ['nfr', 'What is in the National Film Registry of the United States, by year.'],
  ['oscars', winners('the Academy Awards')],
  ['pca', winners('the People’s Choice Awards')],
  ['razzie', winners('the Razzies')],
  ['sag', winners('the Screen Actors Guild Awards')],
  ['separator_award', 'A line in the library that award collections stand behind.'],
  ['spirit', winners('the Independent Spirit Awards')],
  ['sundance', winners('the Sundance film festival')],
  ['tiff', winners('the Toronto film festival')],
  ['venice', winners('the Venice film festival')],
];
const CHARTS: readonly Words[] = [
  ['anilist', 'AniList’s popular, best rated, trending and seasonal anime.'],
  ['basic', 'What was released lately, and new episodes.'],
  ['imdb', 'IMDb’s popular, top 250 and lowest rated titles.'],
  ['letterboxd', 'Lists of Letterboxd, as the 250 best films.'],
  ['myanimelist', 'MyAnimeList’s popular, favoured, best rated, airing and seasonal anime.'],
  ['other_chart', 'Selections of Common Sense Media, Metacritic and others.'],
  ['separator_chart', 'A line in the library that charts stand behind.'],
  ['simkl', 'What is trending at Simkl, and its discs.'],
  ['tautulli', 'What is popular and watched most on your own server; needs Tautulli.'],
  ['tmdb', 'TMDb’s popular, best rated, trending and airing titles.'],
  ['trakt', 'Trakt’s collected, popular, recommended, trending and watched titles.'],
];
const CONTENTS: readonly Words[] = [
  ['aspect', 'One collection for each aspect ratio.'],
  ['audio_language', 'One collection for each language that is spoken.'],
  ['based', 'Titles that are based on a book, a comic, a true story or a game.'],
  ['collectionless', 'One hidden collection of all that is in no other.'],
  ['content_rating_au', 'One collection for each Australian content rating.'],
  ['content_rating_cs', 'One collection for each age of Common Sense Media.'],
  ['content_rating_de', 'One collection for each German content rating.'],
  ['content_rating_mal', 'One collection for each content rating of MyAnimeList.'],
  ['content_rating_nz', 'One collection for each content rating of New Zealand.'],
  ['content_rating_uk', 'One collection for each British content rating.'],
  ['content_rating_us', 'One collection for each content rating of the United States.'],
  ['decade', 'One collection for the best of each decade.'],
  ['franchise', 'One collection for each franchise, in order.'],
  ['genre', 'One collection for each genre.'],
  ['network', 'One collection for each network.'],
  ['resolution', 'One collection for each resolution.'],
  ['seasonal', 'Films for holidays, each shown when its time has come.'],
  ['streaming', 'What is on each streaming service now.'],
  ['studio', 'One collection for each studio.'],
  ['subtitle_language', 'One collection for each language of subtitles.'],
  ['universe', 'Whole universes, as Marvel’s, in order.'],
  ['year', 'One collection for the best of each year.'],
];
const PLACES: readonly Words[] = [
  ['continent', 'One collection for each continent that titles come from.'],
  ['country', 'One collection for each country that titles come from.'],
  ['region', 'One collection for each region of the world that titles come from.'],
];
const PEOPLE: readonly Words[] = [
  ['actor', 'One collection for each actor of whom you have most.'],
  ['director', 'One collection for each director of whom you have most.'],
  ['producer', 'One collection for each producer of whom you have most.'],
  ['writer', 'One collection for each writer of whom you have most.'],
];
const OVERLAYS: readonly (readonly [...Words, OverlayPlace])[] = [
  ['aspect', 'The aspect ratio of the picture.', 'bottom'],
  ['audio_codec', 'The format of the sound, as Dolby Atmos.', 'top'],
  ['commonsense', 'From which age on, by Common Sense Media.', 'bottom-left'],
  ['content_rating_au', 'The Australian content rating.', 'bottom-left'],
  ['content_rating_de', 'The German content rating.', 'bottom-left'],
  ['content_rating_nz', 'The content rating of New Zealand.', 'bottom-left'],
  ['content_rating_uk', 'The British content rating.', 'bottom-left'],
  ['content_rating_us_movie', 'The content rating of films in the United States.', 'bottom-left'],
  ['content_rating_us_show', 'The content rating of shows in the United States.', 'bottom-left'],
  ['direct_play', 'That it should be played as it is only.', 'bottom'],
  ['episode_info', 'Season and number, on episodes.', 'bottom-right'],
  ['language_count', 'That it has two or more languages.', 'bottom'],
  ['languages', 'Flags of the languages that it has.', 'top-left'],
  ['mediastinger', 'That something follows the credits.', 'top-right'],
  ['network', 'The sign of its network.', 'bottom-left'],
  ['ratings', 'Up to three ratings, with the signs of where they come from.', 'left'],
  ['resolution', 'Resolution, dynamic range and edition.', 'top-left'],
  ['ribbon', 'A ribbon for awards and charts.', 'bottom-right'],
  ['runtimes', 'How long it runs.', 'bottom-right'],
  ['status', 'Whether a show goes on, comes back or has ended.', 'top-left'],
  ['streaming', 'The service on which it streams.', 'bottom-left'],
  ['studio', 'The sign of its studio.', 'bottom-left'],
  ['versions', 'That there are several versions of it.', 'bottom-right'],
  ['video_format', 'Where the picture comes from, as a disc or a stream.', 'bottom-left'],
];

const collections = (group: DefaultFile['group'], words: readonly Words[]): DefaultFile[] =>
  words.map(([name, help]) => ({ kind: 'collection', name, group, help, library: kindOfDefault(name) }));

const shows = new Set(['episode_info', 'network', 'status', 'content_rating_us_show']);
const films = new Set(['content_rating_us_movie', 'mediastinger']);

/** All of Kometa's own files, with what they are for. */
export const DEFAULT_FILES: readonly DefaultFile[] = [
  ...collections('charts', CHARTS),
  ...collections('awards', AWARDS),
  ...collections('contents', CONTENTS),
  ...collections('places', PLACES),
  ...collections('people', PEOPLE),
  ...OVERLAYS.map(
    ([name, help, place]): DefaultFile => ({
      kind: 'overlay',
      name,
      group: 'overlays',
      help,
      place,
      library: shows.has(name) ? 'show' : films.has(name) ? 'movie' : null,
    }),
  ),
  ...defaultFiles.playlist.map(
    (name): DefaultFile => ({
      kind: 'playlist',
      name,
      group: 'playlists',
      help: 'Playlists of universes and franchises, in order of release or of time.',
      library: null,
    }),
  ),
];
