/** Plex's numbers for kinds of items, as `type=` wants them. */
export const plexTypes = {
  movie: 1,
  show: 2,
  season: 3,
  episode: 4,
  artist: 8,
  album: 9,
  track: 10,
  photo: 13,
  playlist: 15,
  collection: 18,
} as const;
export type PlexType = keyof typeof plexTypes;

export const isPlexType = (name: string): name is PlexType => Object.hasOwn(plexTypes, name);
