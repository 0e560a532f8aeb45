import { serversChanged } from '@marquee/contracts';
import type { PlexMemory } from './plex-memory.ts';
import type { PlexServer, PlexServers } from './plex-servers.ts';
import { type WatchPorts, watchServer } from './watch-server.ts';

interface Watched {
  stopping: AbortController;
  done: Promise<void>;
}

/** An ear at every server in use, as they come and go; what is remembered of one goes with it. */
export function createServersWatch(ports: WatchPorts & { servers: PlexServers; memory: PlexMemory }) {
  const { servers, memory, bus, log } = ports;
  const watched = new Map<PlexServer, Watched>();
  let stopListening: () => void = () => undefined;

  const begin = (server: PlexServer): void => {
    const stopping = new AbortController();
    watched.set(server, { stopping, done: watchServer(ports, server, stopping.signal) });
  };
  const end = (server: PlexServer): void => {
    watched.get(server)?.stopping.abort();
    watched.delete(server);
    memory.forgetServer(server);
  };
  const tell = (): void => {
    // A hint that may be lost: whoever misses it sees the change a little later.
    bus
      .publish(serversChanged, { count: servers.list()?.length ?? 0 })
      .catch((cause: unknown) => log.warn({ err: cause }, 'Other servers could not be told of'));
  };

  return {
    start(): void {
      for (const server of servers.list() ?? []) begin(server);
      stopListening = servers.onChange(({ arrived, left }) => {
        for (const server of left) end(server);
        for (const server of arrived) begin(server);
        tell();
      });
    },
    async stop(): Promise<void> {
      stopListening();
      for (const { stopping } of watched.values()) stopping.abort();
      await Promise.all([...watched.values()].map(({ done }) => done));
    },
  };
}
