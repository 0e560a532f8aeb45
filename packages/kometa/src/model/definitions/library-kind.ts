export type LibraryKind = 'movie' | 'show' | 'artist';
