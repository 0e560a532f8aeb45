import { join } from 'node:path';
import {
  bearerAuthenticate,
  createJwks,
  createLogger,
  createSecrets,
  fetchJwks,
  listen,
  openStore,
  rabbitBus,
  readEnv,
  redisBlobs,
  redisKeys,
  runService,
} from '@marquee/service-kit';
import project from '../../../package.json' with { type: 'json' };
import { envServers } from './adapters/env-servers.ts';
import { localFolder } from './adapters/local-folder.ts';
import { createConfig } from './config.ts';
import { ConfigEnv } from './env.ts';
import type { ConfigDb } from './migrations/config-db.ts';
import { configMigrations } from './migrations/config-migrations.ts';

const { version } = project;
const env = readEnv(ConfigEnv);
const secrets = createSecrets();
const log = createLogger({ service: 'config', level: env.MARQUEE_LOG_LEVEL, secrets });
const PICTURES = { ttlMs: 7 * 24 * 3_600_000, maxBytes: 20_000_000 };

await runService({
  name: 'config',
  log,
  async start() {
    const file = join(env.MARQUEE_DATA, 'config', 'config.db');
    const store = await openStore<ConfigDb>({ file, migrations: configMigrations, log });
    const bus = await rabbitBus({ url: env.RABBITMQ_URL, log });
    const keys = redisKeys(env.REDIS_URL, { prefix: 'marquee:' });
    const blobs = redisBlobs(env.REDIS_URL, { prefix: 'marquee:', ...PICTURES });
    const servers = envServers(env, { version, secrets, log });
    const config = createConfig({
      ...{ servers, store, blobs, keys, bus, log, version, secrets },
      folder: localFolder(env.MARQUEE_CONFIG_DIR),
      authenticate: bearerAuthenticate(
        createJwks(() => fetchJwks(env.MARQUEE_GATEWAY_URL), {
          onError: (error) => log.warn({ err: error }, 'The gateway does not tell its keys'),
        }),
      ),
      clock: () => new Date(),
    });
    await config.start();
    const listening = await listen(config.app, { port: env.PORT, host: env.MARQUEE_BIND });
    log.info({ url: listening.url }, 'The config service is ready');
    return {
      async stop() {
        await config.stop();
        await listening.close();
        await bus.close();
        servers.close();
        await Promise.all([keys.close(), blobs.close(), store.close()]);
      },
    };
  },
});
