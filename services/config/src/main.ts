import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bearerAuthenticate,
  createJwks,
  createLineFeed,
  createLogger,
  createOutboundGuard,
  createSecrets,
  fetchJwks,
  listen,
  openStore,
  partsOfMarquee,
  rabbitBus,
  readEnv,
  redisBlobs,
  redisKeys,
  registerPassword,
  runService,
  SHARED_BLOBS,
} from '@marquee/service-kit';
import project from '../../../package.json' with { type: 'json' };
import { bareRepository } from './adapters/bare-repository.ts';
import { gatewayConnections } from './adapters/gateway-connections.ts';
import { localFolder } from './adapters/local-folder.ts';
import { plexClients } from './adapters/plex-clients.ts';
import { presetFolder } from './adapters/preset-folder.ts';
import { templateFolder } from './adapters/template-folder.ts';
import { threadDesk } from './adapters/thread-desk.ts';
import { createConfig } from './config.ts';
import { ConfigEnv } from './env.ts';
import type { ConfigDb } from './migrations/config-db.ts';
import { configMigrations } from './migrations/config-migrations.ts';
import { createLiveServers } from './servers/live-servers.ts';

const { version } = project;
// Bundled to dist/services/, beside which lies what comes along.
const bundled = dirname(fileURLToPath(import.meta.url));
const defaults = join(bundled, '../defaults');
const env = readEnv(ConfigEnv);
const secrets = createSecrets();
secrets.register(env.MARQUEE_SERVICE_KEY);
for (const address of [env.RABBITMQ_URL, env.REDIS_URL]) registerPassword(secrets, address);
const lines = createLineFeed();
const log = createLogger({ service: 'config', level: env.MARQUEE_LOG_LEVEL, secrets, tee: lines.take });

await runService({
  name: 'config',
  log,
  async start() {
    const file = join(env.MARQUEE_DATA, 'config', 'config.db');
    const ownPorts: number[] = [];
    const store = await openStore<ConfigDb>({ file, migrations: configMigrations, log });
    const bus = await rabbitBus({ url: env.RABBITMQ_URL, log });
    lines.publishTo(bus);
    const keys = redisKeys(env.REDIS_URL, { prefix: 'marquee:' });
    const blobs = redisBlobs(env.REDIS_URL, { prefix: 'marquee:', ...SHARED_BLOBS });
    const guard = createOutboundGuard({
      ...partsOfMarquee({
        services: [env.MARQUEE_GATEWAY_URL, env.MARQUEE_INTERNAL_URL],
        stores: [env.RABBITMQ_URL, env.REDIS_URL],
      }),
      ownPorts: () => ownPorts,
    });
    const connections = await gatewayConnections({
      url: env.MARQUEE_INTERNAL_URL,
      serviceKey: env.MARQUEE_SERVICE_KEY,
      bus,
    });
    const connect = plexClients({ guard, version, secrets, log });
    const servers = createLiveServers({
      connections,
      connect,
      log,
    });
    const config = createConfig({
      ...{ servers, store, blobs, keys, bus, log, version, secrets },
      folder: localFolder(env.MARQUEE_CONFIG_DIR),
      repository: bareRepository(join(env.MARQUEE_DATA, 'config', 'history.git')),
      desk: threadDesk(join(bundled, 'config-thread.mjs')),
      templates: templateFolder(join(defaults, 'overlays/templates'), log),
      presets: presetFolder(join(defaults, 'presets'), log),
      authenticate: bearerAuthenticate(
        createJwks(() => fetchJwks(env.MARQUEE_GATEWAY_URL), {
          onError: (error) => log.warn({ err: error }, 'The gateway does not tell its keys'),
        }),
      ),
      tries: { guard, connect },
      clock: () => new Date(),
    });
    await servers.start();
    await config.start();
    const listening = await listen(config.app, { port: env.PORT, host: env.MARQUEE_BIND });
    ownPorts.push(Number(new URL(listening.url ?? '').port));
    log.info({ url: listening.url }, 'The config service is ready');
    return {
      async stop() {
        await config.stop();
        await listening.close();
        servers.stop();
        await connections.stop();
        lines.stop();
        await bus.close();
        await Promise.all([keys.close(), blobs.close(), store.close()]);
      },
    };
  },
});
