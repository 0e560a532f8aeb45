import { createPlexClient, type PlexLog } from '@marquee/plex';
import type { Secrets } from '@marquee/service-kit';
import type { ConfigEnv } from '../env.ts';
import type { PlexServers } from '../servers/plex-servers.ts';

/** Ids carry it, so it stays the same whatever the server is called. */
const ID = 'plex';

type PlexEnv = Pick<ConfigEnv, 'MARQUEE_PLEX_URL' | 'MARQUEE_PLEX_TOKEN' | 'MARQUEE_PLEX_NAME'>;

/** The one server that the environment names. */
export function envServers(
  env: PlexEnv,
  { version, secrets, log }: { version: string; secrets: Secrets; log?: PlexLog },
): PlexServers & { close(): void } {
  const client = createPlexClient({
    baseUrl: env.MARQUEE_PLEX_URL,
    token: env.MARQUEE_PLEX_TOKEN,
    clientIdentifier: 'marquee',
    version,
    onSecret: (secret) => secrets.register(secret),
    ...(log === undefined ? {} : { log }),
  });
  const servers = [{ id: ID, name: env.MARQUEE_PLEX_NAME, demo: false, client }];
  return { list: () => servers, close: () => client.close() };
}
