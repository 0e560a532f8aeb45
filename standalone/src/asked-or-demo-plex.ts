import { envServers, type PlexServers } from '@marquee/config';
import { createPlexClient } from '@marquee/plex';
import type { Logger, Secrets } from '@marquee/service-kit';
import { startDemoPlex } from '@marquee/stand-ins';
import type { StandaloneEnv } from './env.ts';
import type { DataPaths } from './paths.ts';

export interface PlexInUse {
  demo: boolean;
  servers: PlexServers;
  stop(): Promise<void>;
}

/** The Plex server that was asked for, or the demo when none was. */
export async function askedOrDemoPlex(
  env: StandaloneEnv,
  paths: DataPaths,
  own: { version: string; secrets: Secrets; log: Logger },
): Promise<PlexInUse> {
  const { MARQUEE_PLEX_URL, MARQUEE_PLEX_TOKEN, MARQUEE_PLEX_NAME } = env;
  if (MARQUEE_PLEX_URL === undefined) return demo(paths, own);
  if (MARQUEE_PLEX_TOKEN === undefined)
    throw new Error('MARQUEE_PLEX_URL is set: set MARQUEE_PLEX_TOKEN too.');
  const servers = envServers({ MARQUEE_PLEX_URL, MARQUEE_PLEX_TOKEN, MARQUEE_PLEX_NAME }, own);
  return { demo: false, servers, stop: async () => servers.close() };
}

async function demo(
  paths: DataPaths,
  { version, log }: { version: string; log: Logger },
): Promise<PlexInUse> {
  const standIn = await startDemoPlex({ cacheDir: paths.demoArt, stateFile: paths.demoState });
  const client = createPlexClient({
    baseUrl: standIn.url,
    token: standIn.token,
    clientIdentifier: 'marquee',
    product: 'Marquee',
    version,
    log,
  });
  return {
    demo: true,
    servers: { list: () => [{ id: 'demo', name: 'Demo library', demo: true, client }] },
    async stop() {
      client.close();
      await standIn.close();
    },
  };
}
