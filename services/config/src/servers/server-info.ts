import { type PlexServerInfo, type Principal, Problem, splitId } from '@marquee/contracts';
import type { PlexMemory } from './plex-memory.ts';
import type { PlexServer, PlexServers } from './plex-servers.ts';

export interface PlexPorts {
  servers: PlexServers;
  memory: PlexMemory;
}

export function serverOf({ servers }: PlexPorts, id: string): PlexServer | undefined {
  const { serverId } = splitId(id);
  return servers.list().find((server) => server.id === serverId);
}

/** Servers of which the person may see at least one library. */
export function visibleServers({ servers }: PlexPorts, { libraries }: Principal): PlexServer[] {
  return servers
    .list()
    .filter(({ id }) => libraries === 'all' || libraries.some((library) => splitId(library).serverId === id));
}

export async function serverInfo({ memory }: PlexPorts, server: PlexServer): Promise<PlexServerInfo> {
  const known = { id: server.id, name: server.name, demo: server.demo };
  try {
    const info = await memory.info.get(`${server.id}/`, () => server.client.server.info());
    const { machineIdentifier, version } = info;
    return { ...known, reachable: true, message: 'Connected', machineIdentifier, version };
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    const [detail] = cause.details;
    const message = [cause.message, detail?.fix].filter((part) => part !== undefined).join('. ');
    return { ...known, reachable: false, message, machineIdentifier: null, version: null };
  }
}
