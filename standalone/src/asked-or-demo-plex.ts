import { createPlexClient, type PlexClient } from '@marquee/plex';
import type { Logger, Secrets } from '@marquee/service-kit';
import { startDemoPlex } from '@marquee/stand-ins';
import type { StandaloneEnv } from './env.ts';
import type { DataPaths } from './paths.ts';

export interface PlexInUse {
  demo: boolean;
  servers: { list(): readonly { id: string; name: string; demo: boolean; client: PlexClient }[] };
  stop(): Promise<void>;
}

/** The Plex server that was asked for, or the demo when none was. */
export async function askedOrDemoPlex(
  env: StandaloneEnv,
  paths: DataPaths,
  own: { version: string; secrets: Secrets; log: Logger },
): Promise<PlexInUse> {
  const common = { clientIdentifier: 'marquee', product: 'Marquee', version: own.version, log: own.log };
  const { MARQUEE_PLEX_URL: baseUrl, MARQUEE_PLEX_TOKEN: token, MARQUEE_PLEX_NAME: name } = env;
  if (baseUrl !== undefined) {
    if (token === undefined) throw new Error('MARQUEE_PLEX_URL is set: set MARQUEE_PLEX_TOKEN too.');
    own.secrets.register(token);
    const client = createPlexClient({ ...common, baseUrl, token });
    return use({ id: 'plex', name, demo: false, client }, async () => client.close());
  }
  const standIn = await startDemoPlex({ cacheDir: paths.demoArt, stateFile: paths.demoState });
  const client = createPlexClient({ ...common, baseUrl: standIn.url, token: standIn.token });
  return use({ id: 'demo', name: 'Demo library', demo: true, client }, async () => {
    client.close();
    await standIn.close();
  });
}

function use(server: { id: string; name: string; demo: boolean; client: PlexClient }, stop: () => Promise<void>): PlexInUse {
  return { demo: server.demo, servers: { list: () => [server] }, stop };
}
