export type * from './plex/model.ts';
