import type { OverlayLevel } from '@marquee/contracts';

/** In which kind of library there are items of a level. */
export const libraryKindOf = {
  movie: 'movie',
  show: 'show',
  season: 'show',
  episode: 'show',
  artist: 'artist',
  album: 'artist',
} as const satisfies Record<OverlayLevel, string>;
