import { ANIDB_BUILDERS, ANILIST_BUILDERS, MAL_BUILDERS } from './builders/anime.ts';
import type { BuilderTable } from './builders/builder.ts';
import {
  ICHECKMOVIES_BUILDERS,
  IMDB_BUILDERS,
  LETTERBOXD_BUILDERS,
  MOJO_BUILDERS,
} from './builders/films.ts';
import { OTHER_BUILDERS, PLEX_BUILDERS } from './builders/others.ts';
import { TMDB_BUILDERS } from './builders/tmdb.ts';
import { TRAKT_BUILDERS } from './builders/trakt.ts';

/** Everything that says which items a definition is for. */
export const BUILDERS: BuilderTable = {
  ...ANIDB_BUILDERS,
  ...ANILIST_BUILDERS,
  ...ICHECKMOVIES_BUILDERS,
  ...IMDB_BUILDERS,
  ...LETTERBOXD_BUILDERS,
  ...MAL_BUILDERS,
  ...MOJO_BUILDERS,
  ...OTHER_BUILDERS,
  ...PLEX_BUILDERS,
  ...TMDB_BUILDERS,
  ...TRAKT_BUILDERS,
};

/** Listed where order counts, in the docs and in the schema, but nothing builds with it. */
export const PHANTOM_BUILDER = 'anidb_popular';
