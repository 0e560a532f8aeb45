import { type PlexServerInfo, type Principal, Problem, problem, splitId } from '@marquee/contracts';
import type { PlexMemory } from './plex-memory.ts';
import type { PlexServer, PlexServers } from './plex-servers.ts';

export interface PlexPorts {
  servers: PlexServers;
  memory: PlexMemory;
}

function inUse(servers: PlexServers): readonly PlexServer[] {
  const known = servers.list();
  // Nobody may take “not known yet” for “there are none”.
  if (known === undefined) {
    throw problem('service.unavailable', {
      details: [
        {
          message: 'Which Plex servers there are is not known yet',
          fix: 'It is asked for again by itself; look whether the gateway runs.',
        },
      ],
    });
  }
  return known;
}

export function serverOf({ servers }: PlexPorts, id: string): PlexServer | undefined {
  const { serverId } = splitId(id);
  return inUse(servers).find((server) => server.id === serverId);
}

/** Servers of which the person may see at least one library. */
export function visibleServers({ servers }: PlexPorts, { libraries }: Principal): PlexServer[] {
  return inUse(servers).filter(
    ({ id }) => libraries === 'all' || libraries.some((library) => splitId(library).serverId === id),
  );
}

export async function serverInfo({ memory }: PlexPorts, server: PlexServer): Promise<PlexServerInfo> {
  const known = { id: server.id, name: server.name, demo: server.demo };
  try {
    const info = await memory.info.get(`${server.source}/`, () => server.client.server.info());
    const { machineIdentifier, version } = info;
    return { ...known, reachable: true, message: 'Connected', machineIdentifier, version };
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    const [detail] = cause.details;
    const message = [cause.message, detail?.fix].filter((part) => part !== undefined).join('. ');
    return { ...known, reachable: false, message, machineIdentifier: null, version: null };
  }
}
