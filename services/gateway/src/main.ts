import { join } from 'node:path';
import {
  createLogger,
  createSecrets,
  listen,
  loopbackOperator,
  openStore,
  rabbitBus,
  readEnv,
  redisKeys,
  runService,
} from '@marquee/service-kit';
import project from '../../../package.json' with { type: 'json' };
import { diskSpace } from './adapters/disk-space.ts';
import { httpUpstream } from './adapters/http-upstream.ts';
import type { GatewayDb } from './adapters/sqlite-users.ts';
import { staticWeb } from './adapters/static-web.ts';
import { GatewayEnv } from './env.ts';
import { createGateway } from './gateway.ts';
import { gatewayMigrations } from './migrations/migrations.ts';

const env = readEnv(GatewayEnv);
const secrets = createSecrets();
const log = createLogger({ service: 'gateway', level: env.MARQUEE_LOG_LEVEL, secrets });

await runService({
  name: 'gateway',
  log,
  async start() {
    const store = await openStore<GatewayDb>({
      file: join(env.MARQUEE_DATA, 'gateway', 'gateway.db'),
      migrations: gatewayMigrations,
      log,
    });
    const bus = await rabbitBus({ url: env.RABBITMQ_URL, log });
    const keys = redisKeys(env.REDIS_URL, { prefix: 'marquee:' });
    const gateway = createGateway({
      version: project.version,
      mode: 'distributed',
      demo: false,
      upstreams: { config: httpUpstream('config', { url: env.MARQUEE_CONFIG_URL }) },
      bus,
      keys,
      authenticate: loopbackOperator(),
      log,
      secrets,
      serveWeb: staticWeb(env.MARQUEE_WEB_DIR),
      diskSpace: () => diskSpace(env.MARQUEE_DATA),
    });
    await gateway.start();
    const listening = await listen(gateway.app, { port: env.PORT, host: env.MARQUEE_BIND });
    listening.server.on('upgrade', gateway.upgrade);
    log.info(
      { url: listening.url },
      'Marquee is ready; until sign-in is there it answers only on this machine',
    );
    return {
      async stop() {
        gateway.beginStopping();
        await listening.close();
        await gateway.close();
        await Promise.all([bus.close(), keys.close(), store.close()]);
      },
    };
  },
});
