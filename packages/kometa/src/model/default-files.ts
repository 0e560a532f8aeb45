import type { LibraryKind } from './key-spec.ts';

export type FileKind = 'collection' | 'metadata' | 'overlay' | 'playlist' | 'image';

const list = (names: string) => names.trim().split(/\s+/);

const AWARDS = list(
  'bafta berlinale cannes cesar choice emmy golden nfr oscars pca razzie sag separator_award spirit sundance tiff venice',
);
const CHARTS = list(
  'anilist basic imdb letterboxd myanimelist other_chart separator_chart simkl tautulli tmdb trakt',
);
const BOTH = list(`
  actor aspect audio_language based collectionless content_rating_au content_rating_cs content_rating_de
  content_rating_mal content_rating_nz content_rating_uk genre resolution streaming studio subtitle_language universe year
`);
const MOVIES = list(
  'content_rating_us continent country decade director franchise producer region seasonal writer',
);
const SHOWS = list('content_rating_us continent country decade franchise network region');
const OVERLAYS = list(`
  aspect audio_codec commonsense content_rating_au content_rating_de content_rating_nz content_rating_uk
  content_rating_us_movie content_rating_us_show direct_play episode_info language_count languages mediastinger network
  ratings resolution ribbon runtimes status streaming studio versions video_format
`);

/** Kometa's own files, by the name that `default:` calls them. */
export const defaultFiles: Readonly<Record<FileKind, readonly string[]>> = {
  collection: [...new Set([...AWARDS, ...CHARTS, ...BOTH, ...MOVIES, ...SHOWS])],
  overlay: OVERLAYS,
  playlist: ['playlist'],
  metadata: [],
  image: [],
};

/** Kometa's files that it dropped. */
export const formerDefaultFiles: Readonly<Record<string, string>> = {
  other_award: 'Kometa has a file for each award now, as choice, emmy or pca',
  flixpatrol: 'Kometa has dropped it, as FlixPatrol can no longer be asked',
};

/** The one kind of library that a collection file is for; null when it is for several. */
export function kindOfDefault(name: string): LibraryKind | null {
  const [film, show] = [MOVIES.includes(name), SHOWS.includes(name)];
  if (film === show) return null;
  return film ? 'movie' : 'show';
}
