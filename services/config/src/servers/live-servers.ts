import type { PlexConnection, PlexConnections } from '@marquee/contracts';
import type { Logger } from '@marquee/service-kit';
import type { PlexServer, PlexServers, ServersChange } from './plex-servers.ts';

export interface LiveServersPorts {
  connections: PlexConnections;
  /** Opens nothing yet; throws when the address may not be asked. */
  connect: (connection: PlexConnection) => PlexServer;
  log: Logger;
  /** How soon to ask again who could not say. */
  retryMs?: number;
}

export interface LiveServers extends PlexServers {
  /** Resolves after the first try, whether or not it succeeded. */
  start(): Promise<void>;
  stop(): void;
}

interface InUse {
  connection: PlexConnection;
  server: PlexServer;
}

/** Follows what is configured: a server whose connection changed leaves and arrives anew, all others stay. */
export function createLiveServers(ports: LiveServersPorts): LiveServers {
  const { connections, connect, log, retryMs = 2_000 } = ports;
  const listeners = new Set<(change: ServersChange) => void>();
  let inUse: InUse[] | undefined;
  let following: Promise<void> | undefined;
  let again = false;
  let failing = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let stopListening: () => void = () => undefined;

  const open = (connection: PlexConnection): InUse[] => {
    const kept = inUse?.find((one) => isSame(one.connection, connection));
    if (kept !== undefined) return [kept];
    try {
      return [{ connection, server: connect(connection) }];
    } catch (cause) {
      log.error({ err: cause, server: connection.id }, 'A Plex server is left out');
      return [];
    }
  };

  const take = (wanted: readonly PlexConnection[]): void => {
    const before = inUse ?? [];
    const after = wanted.flatMap(open);
    inUse = after;
    const left = before.filter((one) => !after.includes(one)).map(({ server }) => server);
    const arrived = after.filter((one) => !before.includes(one)).map(({ server }) => server);
    if (left.length + arrived.length === 0) return;
    for (const listener of listeners) listener({ arrived, left });
    for (const { client } of left) client.close();
    log.info(
      { arrived: arrived.map(({ id }) => id), left: left.map(({ id }) => id) },
      'Other Plex servers are in use',
    );
  };

  async function ask(): Promise<void> {
    try {
      const wanted = await connections.list();
      if (stopped) return;
      take(wanted);
      failing = false;
    } catch (cause) {
      if (!failing) log.warn({ err: cause }, 'Which Plex servers there are is not known; asking again');
      failing = true;
      clearTimeout(timer);
      timer = setTimeout(() => void follow(), retryMs);
      timer.unref();
    }
  }

  async function askUntilQuiet(): Promise<void> {
    do {
      again = false;
      await ask();
    } while (again && !stopped);
  }

  /** One asking at a time; what changes meanwhile is asked for after it. */
  function follow(): Promise<void> {
    if (stopped) return Promise.resolve();
    again = true;
    following ??= askUntilQuiet().finally(() => {
      following = undefined;
    });
    return following;
  }

  return {
    list: () => inUse?.map(({ server }) => server),
    connectionOf: (serverId) => inUse?.find(({ server }) => server.id === serverId)?.connection,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      stopListening = connections.onChange(() => void follow());
      await follow();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      stopListening();
      for (const { server } of inUse ?? []) server.client.close();
    },
  };
}

function isSame(one: PlexConnection, other: PlexConnection): boolean {
  return (
    one.id === other.id &&
    one.name === other.name &&
    one.url === other.url &&
    one.token === other.token &&
    one.demo === other.demo
  );
}
