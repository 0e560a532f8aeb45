import type { ItemKind, LibraryKind } from '@marquee/contracts';

/** What a library of each kind holds, the main kind first. Photos are not shown yet. */
export const kindsOfLibrary = {
  movie: ['movie', 'collection'],
  show: ['show', 'season', 'episode', 'collection'],
  artist: ['artist', 'album', 'track', 'collection'],
  photo: [],
} as const satisfies Record<LibraryKind, readonly ItemKind[]>;
