import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlexStandIn, startDemoPlex } from '@marquee/stand-ins';
import { drawnArt } from '../product.ts';
import { type Program, projectRoot, startProgram } from '../program.ts';
import { brokerUrl, type ClaimedBroker, claimBroker } from './claim-broker.ts';
import { forgetRedis, redisUrl } from './claim-redis.ts';

const ready = /"url":"(http:[^"]+)"/;

/** Marquee as several services: each its own process, with the real broker and Redis between them. */
export interface Installation {
  plex: PlexStandIn;
  broker: ClaimedBroker;
  config: Program;
  gateway: Program;
  end(): Promise<void>;
}

export async function startInstallation(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-services-'));
  const configFolder = join(folder, 'kometa');
  await mkdir(configFolder);
  const broker = await claimBroker();
  await forgetRedis();
  const plex = await startDemoPlex({ cacheDir: drawnArt });
  const shared = {
    PORT: '0',
    MARQUEE_DATA: join(folder, 'data'),
    MARQUEE_LOG_LEVEL: 'info',
    RABBITMQ_URL: brokerUrl,
    REDIS_URL: redisUrl(),
  };
  const config = await startProgram({
    script: 'services/config.mjs',
    ready,
    env: {
      ...shared,
      MARQUEE_PLEX_URL: plex.url,
      MARQUEE_PLEX_TOKEN: plex.token,
      MARQUEE_PLEX_NAME: 'Plex in the cellar',
      MARQUEE_CONFIG_DIR: configFolder,
    },
  });
  const gateway = await startProgram({
    script: 'services/gateway.mjs',
    ready,
    env: { ...shared, MARQUEE_CONFIG_URL: config.url, MARQUEE_WEB_DIR: join(projectRoot, 'web/dist') },
  });
  return {
    ...{ plex, broker, config, gateway },
    async end() {
      await gateway.stop();
      await config.stop();
      await plex.close();
      await broker.release();
      await forgetRedis();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
