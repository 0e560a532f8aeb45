import type { CollectionLevel } from '@marquee/contracts';

export type LibraryKind = 'movie' | 'show' | 'artist';

/** In which kind of library the items of a level are. */
export const libraryOf = {
  movie: 'movie',
  show: 'show',
  season: 'show',
  episode: 'show',
  artist: 'artist',
  album: 'artist',
  track: 'artist',
} as const satisfies Record<CollectionLevel, LibraryKind>;

/** What `builder_level` may say in each kind of library, the level that stands for nothing said first. */
export const levelsOf = {
  movie: ['movie'],
  show: ['show', 'season', 'episode'],
  artist: ['artist', 'album', 'track'],
} as const satisfies Record<LibraryKind, readonly CollectionLevel[]>;

/** A show has no media of its own: Plex lists their words with the episodes. */
export function choiceType(field: string, level: CollectionLevel): CollectionLevel {
  const ofMedia = ['resolution', 'audioLanguage', 'subtitleLanguage'].includes(field);
  if (ofMedia && libraryOf[level] === 'show') return 'episode';
  return field === 'contentRating' && libraryOf[level] === 'show' ? 'show' : level;
}
