import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bearerAuthenticate,
  createJwks,
  createLineFeed,
  createLogger,
  createSecrets,
  fetchJwks,
  listen,
  openStore,
  rabbitBus,
  readEnv,
  redisBlobs,
  redisKeys,
  registerPassword,
  runService,
  SHARED_BLOBS,
} from '@marquee/service-kit';
import project from '../../../package.json' with { type: 'json' };
import { openShelves } from './adapters/open-shelves.ts';
import { openStudio } from './adapters/open-studio.ts';
import { RendererEnv } from './env.ts';
import type { RendererDb } from './migrations/renderer-db.ts';
import { rendererMigrations } from './migrations/renderer-migrations.ts';
import { createRenderer } from './renderer.ts';

const env = readEnv(RendererEnv);
const secrets = createSecrets();
for (const address of [env.RABBITMQ_URL, env.REDIS_URL]) registerPassword(secrets, address);
const lines = createLineFeed();
const log = createLogger({ service: 'renderer', level: env.MARQUEE_LOG_LEVEL, secrets, tee: lines.take });
// Bundled to dist/services/.
const dist = join(dirname(fileURLToPath(import.meta.url)), '..');

await runService({
  name: 'renderer',
  log,
  async start() {
    const store = await openStore<RendererDb>({
      file: join(env.MARQUEE_DATA, 'renderer', 'renderer.db'),
      migrations: rendererMigrations,
      log,
    });
    const bus = await rabbitBus({ url: env.RABBITMQ_URL, log });
    lines.publishTo(bus);
    const keys = redisKeys(env.REDIS_URL, { prefix: 'marquee:' });
    const blobs = redisBlobs(env.REDIS_URL, { prefix: 'marquee:', ...SHARED_BLOBS });
    const clock = () => new Date();
    const studio = openStudio({
      script: join(dist, 'services/renderer-thread.mjs'),
      threads: env.MARQUEE_RENDER_THREADS,
      engine: join(dist, 'engine'),
    });
    const renderer = createRenderer({
      ...{ store, bus, keys, blobs, studio, log, secrets, clock },
      shelves: openShelves({
        blobs,
        kometa: env.MARQUEE_KOMETA_PROGRAM_DIR,
        defaults: join(dist, 'defaults'),
        now: () => clock().getTime(),
      }),
      layout: env.MARQUEE_KOMETA_TEXT_LAYOUT,
      version: project.version,
      authenticate: bearerAuthenticate(
        createJwks(() => fetchJwks(env.MARQUEE_GATEWAY_URL), {
          onError: (error) => log.warn({ err: error }, 'The gateway does not tell its keys'),
        }),
      ),
    });
    await renderer.start();
    const listening = await listen(renderer.app, { port: env.PORT, host: env.MARQUEE_BIND });
    log.info({ url: listening.url }, 'The renderer service is ready');
    return {
      async stop() {
        await renderer.stop();
        await listening.close();
        lines.stop();
        await studio.close();
        await bus.close();
        await Promise.all([keys.close(), blobs.close(), store.close()]);
      },
    };
  },
});
