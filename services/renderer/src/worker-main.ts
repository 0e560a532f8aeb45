import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createLineFeed,
  createLogger,
  createSecrets,
  createServiceApp,
  listen,
  rabbitBus,
  readEnv,
  redisBlobs,
  redisKeys,
  registerPassword,
  runService,
  SHARED_BLOBS,
} from '@marquee/service-kit';
import project from '../../../package.json' with { type: 'json' };
import { openStudio } from './adapters/open-studio.ts';
import { RendererWorkerEnv } from './env.ts';
import { createRenderWorker } from './worker/render-worker.ts';

const env = readEnv(RendererWorkerEnv);
const secrets = createSecrets();
for (const address of [env.RABBITMQ_URL, env.REDIS_URL]) registerPassword(secrets, address);
const lines = createLineFeed();
const log = createLogger({
  service: 'renderer-worker',
  level: env.MARQUEE_LOG_LEVEL,
  secrets,
  tee: lines.take,
});
// Bundled to dist/services/.
const dist = join(dirname(fileURLToPath(import.meta.url)), '..');

await runService({
  name: 'renderer-worker',
  log,
  async start() {
    const bus = await rabbitBus({ url: env.RABBITMQ_URL, log });
    lines.publishTo(bus);
    const keys = redisKeys(env.REDIS_URL, { prefix: 'marquee:' });
    const blobs = redisBlobs(env.REDIS_URL, { prefix: 'marquee:', ...SHARED_BLOBS });
    const threads = env.MARQUEE_RENDER_THREADS;
    const studio = openStudio({
      script: join(dist, 'services/renderer-thread.mjs'),
      threads,
      engine: join(dist, 'engine'),
    });
    // Nobody has anything to ask of it but how it is.
    const health = createServiceApp({
      name: 'renderer-worker',
      version: project.version,
      log,
      authenticate: async () => undefined,
      secrets,
      checks: { broker: () => bus.check(), keys: () => keys.check(), cache: () => blobs.check() },
    });
    const worker = createRenderWorker({
      bus,
      keys,
      blobs,
      studio,
      threads,
      log,
      registry: health.metrics.registry,
    });
    await worker.start();
    const listening = await listen(health.app, { port: env.PORT, host: env.MARQUEE_BIND });
    log.info({ url: listening.url }, 'The renderer worker is ready');
    return {
      async stop() {
        health.beginStopping();
        await worker.stop();
        await listening.close();
        lines.stop();
        await studio.close();
        await bus.close();
        await Promise.all([keys.close(), blobs.close()]);
      },
    };
  },
});
