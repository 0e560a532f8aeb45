import { z } from 'zod';
import { topic } from './events.ts';
import { ServerId } from './ids.ts';
import { route } from './route.ts';

/** A Plex server as services use it. It holds the token: it never goes to a browser, and never over the broker. */
export const PlexConnection = z.object({
  id: ServerId,
  name: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  /** null when none is set, or when it cannot be unsealed. */
  token: z.string().nullable(),
  /** The built-in demo library stands in for a real server. */
  demo: z.boolean(),
});
export type PlexConnection = z.infer<typeof PlexConnection>;

/** Which Plex servers are asked, and word when that has changed. */
export interface PlexConnections {
  list(): Promise<readonly PlexConnection[]>;
  /** Returns how to stop listening. */
  onChange(listener: () => void): () => void;
}

/** Between services only, on an address of its own: the gateway forwards none of these, and no page describes them. */
export const internalRoutes = {
  plexServers: route({
    method: 'get',
    path: '/internal/plex-servers',
    summary: 'The Plex servers with their tokens',
    tag: 'Internal',
    role: 'admin',
    reply: z.array(PlexConnection),
  }),
};

/** Servers came, went or are reached in another way: what was shown of them is out of date. */
export const serversChanged = topic('servers.changed', z.object({ count: z.int().nonnegative() }));
