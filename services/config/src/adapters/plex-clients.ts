import { createHash } from 'node:crypto';
import type { PlexConnection } from '@marquee/contracts';
import { createPlexClient, type PlexLog } from '@marquee/plex';
import type { OutboundGuard, Secrets } from '@marquee/service-kit';
import type { PlexServer } from '../servers/plex-servers.ts';

/** Turns a connection into a server with its client, which connects to nothing that the guard would refuse. */
export function plexClients(ports: {
  guard: Pick<OutboundGuard, 'admit'>;
  version: string;
  secrets: Secrets;
  log?: PlexLog;
}): (connection: PlexConnection) => PlexServer {
  const { guard, version, secrets, log } = ports;
  return (connection) => {
    const { id, name, url, token, demo } = connection;
    const { lookup } = guard.admit(url, 'connector');
    const client = createPlexClient({
      baseUrl: url,
      lookup,
      clientIdentifier: 'marquee',
      version,
      onSecret: (secret) => secrets.register(secret),
      ...(token === null ? {} : { token }),
      ...(log === undefined ? {} : { log }),
    });
    return { id, name, source: sourceOf(connection), demo, client };
  };
}

/** The demo has another port at each start, and the same pictures. */
function sourceOf({ id, url, demo }: PlexConnection): string {
  return demo ? id : `${id}-${createHash('sha256').update(url).digest('base64url').slice(0, 12)}`;
}
