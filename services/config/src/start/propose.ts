import { type ConfigStart, maySeeLibrary, type Principal, Problem } from '@marquee/contracts';
import { goodDefaults } from '@marquee/kometa';
import type { ConfigFolder } from '../files/config-folder.ts';
import { viewOfLibrary } from '../libraries/library-view.ts';
import { librariesOf } from '../libraries/visible-library.ts';
import type { PlexServer, PlexServers } from '../servers/plex-servers.ts';
import { type PlexPorts, visibleServers } from '../servers/server-info.ts';

/** No library has a block yet. */
const NO_BLOCKS = new Map();

/** What a first config.yml could hold, as far as the person may see it. A server that is down has no libraries to offer. */
export async function proposeStart(
  { folder, ...plex }: PlexPorts & { folder: ConfigFolder },
  principal: Principal,
): Promise<ConfigStart> {
  const offered = visibleServers(plex, principal).map(async (server) => {
    const libraries = await librariesOf(plex, server).catch(whenAway);
    const visible = libraries.filter(({ id }) => maySeeLibrary(principal, id));
    const views = await Promise.all(visible.map((library) => viewOfLibrary(plex, library, NO_BLOCKS)));
    return {
      ...{ id: server.id, name: server.name },
      ...connectionFor(plex.servers, server, principal),
      libraries: views.map(({ id, title, kind, counts }) => ({
        ...{ id, title, kind },
        items: counts[0]?.count ?? 0,
      })),
    };
  });
  const { movie, show } = goodDefaults;
  return {
    hasConfig: (await folder.look('config.yml')) !== undefined,
    servers: await Promise.all(offered),
    offers: { movie: copied(movie), show: copied(show) },
  };
}

function whenAway(cause: unknown): [] {
  if (cause instanceof Problem) return [];
  throw cause;
}

const copied = ({ collections, overlays }: (typeof goodDefaults)['movie']) => ({
  collections: [...collections],
  overlays: [...overlays],
});

/** Whether Marquee's own connection to a server may be written down for Kometa. */
export function connectionFor(
  servers: PlexServers,
  { id, demo }: PlexServer,
  { role }: Principal,
): Pick<ConfigStart['servers'][number], 'connection' | 'url'> {
  // It has another address at each start, and is not there for Kometa.
  if (demo) return { connection: 'demo', url: null };
  if (role !== 'admin') return { connection: 'admin-only', url: null };
  const known = servers.connectionOf(id);
  return known === undefined || known.token === null
    ? { connection: 'no-token', url: null }
    : { connection: 'ready', url: known.url };
}
