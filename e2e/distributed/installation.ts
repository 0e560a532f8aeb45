import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlexStandIn, startDemoPlex } from '@marquee/stand-ins';
import { freePort } from '@marquee/testing';
import { type Account, setUp } from '../account.ts';
import { drawnArt } from '../product.ts';
import { type Program, projectRoot, startProgram } from '../program.ts';
import { until } from '../until.ts';
import { brokerUrl, type ClaimedBroker, claimBroker } from './claim-broker.ts';
import { forgetRedis, redisUrl } from './claim-redis.ts';

const ready = /"url":"(http:[^"]+)"/;

/** Marquee as several services: each its own process, with the real broker and Redis between them. */
export interface Installation extends Account {
  plex: PlexStandIn;
  broker: ClaimedBroker;
  config: Program;
  renderer: Program;
  worker: Program;
  gateway: Program;
  dataFolder: string;
  end(): Promise<void>;
}

/** One more that draws; it is told of the broker and Redis, and of nothing else. */
export function startWorker(env: NodeJS.ProcessEnv): Promise<Program> {
  const { RABBITMQ_URL = brokerUrl, REDIS_URL = redisUrl(), MARQUEE_LOG_LEVEL = 'info' } = env;
  return startProgram({
    script: 'services/renderer-worker.mjs',
    ready,
    env: { PORT: '0', RABBITMQ_URL, REDIS_URL, MARQUEE_LOG_LEVEL },
  });
}

/** Its Plex is set by the environment of the gateway, unless the admin is to choose it in Settings. */
export async function startInstallation({
  plexBy = 'environment',
  env = {},
}: {
  plexBy?: 'environment' | 'settings';
  /** More for every service, or instead. */
  env?: NodeJS.ProcessEnv;
} = {}): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-services-'));
  const configFolder = join(folder, 'kometa');
  await mkdir(configFolder);
  const broker = await claimBroker();
  await forgetRedis();
  const plex = await startDemoPlex({ cacheDir: drawnArt });
  const gatewayPort = await freePort();
  const internalPort = await freePort();
  const shared = {
    PORT: '0',
    MARQUEE_DATA: join(folder, 'data'),
    MARQUEE_LOG_LEVEL: 'info',
    MARQUEE_SERVICE_KEY: randomBytes(32).toString('hex'),
    RABBITMQ_URL: brokerUrl,
    REDIS_URL: redisUrl(),
    ...env,
  };
  const managed = {
    MARQUEE_PLEX_URL: plex.url,
    MARQUEE_PLEX_TOKEN: plex.token,
    MARQUEE_PLEX_NAME: 'Plex in the cellar',
  };
  const config = await startProgram({
    script: 'services/config.mjs',
    ready,
    env: {
      ...shared,
      MARQUEE_CONFIG_DIR: configFolder,
      MARQUEE_GATEWAY_URL: `http://127.0.0.1:${gatewayPort}`,
      MARQUEE_INTERNAL_URL: `http://127.0.0.1:${internalPort}`,
    },
  });
  const renderer = await startProgram({
    script: 'services/renderer.mjs',
    ready,
    env: { ...shared, MARQUEE_GATEWAY_URL: `http://127.0.0.1:${gatewayPort}` },
  });
  const worker = await startWorker(shared);
  const gateway = await startProgram({
    script: 'services/gateway.mjs',
    ready,
    env: {
      ...shared,
      PORT: String(gatewayPort),
      MARQUEE_INTERNAL_PORT: String(internalPort),
      ...(plexBy === 'environment' ? managed : {}),
      MARQUEE_CONFIG_URL: config.url,
      MARQUEE_RENDERER_URL: renderer.url,
      MARQUEE_WEB_DIR: join(projectRoot, 'web/dist'),
    },
  });
  // It was there before the gateway, and asks it again until it hears of Plex.
  await until(
    async () => (await fetch(`${config.url}/readyz`)).text(),
    (text) => text.includes(plexBy === 'environment' ? 'plex:plex' : 'No Plex server is set up'),
  );
  const account = await setUp(gateway.url, shared.MARQUEE_DATA);
  return {
    ...{ plex, broker, config, renderer, worker, gateway },
    dataFolder: shared.MARQUEE_DATA,
    ...account,
    async end() {
      await gateway.stop();
      await config.stop();
      await renderer.stop();
      await worker.stop();
      await plex.close();
      await broker.release();
      await forgetRedis();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
