import { z } from 'zod';

const server = '[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?';

export const ServerId = z
  .string()
  .regex(new RegExp(`^${server}$`))
  .meta({ id: 'ServerId', description: 'A configured Plex server', examples: ['demo'] });
export type ServerId = z.infer<typeof ServerId>;

/** Plex numbers are unique on one server only, so ours carry the server in front. */
export const LibraryId = z
  .string()
  .regex(new RegExp(`^${server}\\.[0-9]{1,18}$`))
  .meta({ id: 'LibraryId', description: 'server.section', examples: ['demo.1'] });
export type LibraryId = z.infer<typeof LibraryId>;

export const ItemId = z
  .string()
  .regex(new RegExp(`^${server}\\.[0-9]{1,18}$`))
  .meta({ id: 'ItemId', description: 'server.ratingKey', examples: ['demo.1001'] });
export type ItemId = z.infer<typeof ItemId>;

export function joinId(serverId: string, plexKey: string | number): string {
  return `${serverId}.${plexKey}`;
}
export function splitId(id: string): { serverId: string; plexKey: string } {
  const dot = id.lastIndexOf('.');
  return { serverId: id.slice(0, dot), plexKey: id.slice(dot + 1) };
}
