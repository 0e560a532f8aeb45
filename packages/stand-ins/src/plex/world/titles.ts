import type { PictureOwner } from '../model.ts';

/** Plex sorts without the leading article. */
export const sortTitleOf = (owner: PictureOwner): string =>
  owner.titleSort ?? owner.title.replace(/^(?:the|an?|der|die|das|le|la|les|el|los) (?=\S)/i, '');

export const typeNumbers = {
  movie: 1,
  show: 2,
  season: 3,
  episode: 4,
  artist: 8,
  album: 9,
  track: 10,
  playlist: 15,
  collection: 18,
} as const;

export type TypeName = keyof typeof typeNumbers;

export const typeNames = new Map(
  Object.entries(typeNumbers).map(([name, number]) => [number as number, name as TypeName]),
);
