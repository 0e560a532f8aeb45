import { join } from 'node:path';
import {
  createLineFeed,
  createLogger,
  createOutboundGuard,
  createSecrets,
  listen,
  openStore,
  partsOfMarquee,
  rabbitBus,
  readEnv,
  redisKeys,
  registerPassword,
  runService,
} from '@marquee/service-kit';
import project from '../../../package.json' with { type: 'json' };
import { diskSpace } from './adapters/disk-space.ts';
import { httpUpstream } from './adapters/http-upstream.ts';
import { staticWeb } from './adapters/static-web.ts';
import { GatewayEnv } from './env.ts';
import { createInternalApp } from './internal/internal-app.ts';
import type { GatewayDb } from './migrations/gateway-db.ts';
import { gatewayMigrations } from './migrations/migrations.ts';
import { openGateway } from './open-gateway.ts';

const env = readEnv(GatewayEnv);
const secrets = createSecrets();
secrets.register(env.MARQUEE_SERVICE_KEY);
for (const address of [env.RABBITMQ_URL, env.REDIS_URL]) registerPassword(secrets, address);
const lines = createLineFeed();
const log = createLogger({ service: 'gateway', level: env.MARQUEE_LOG_LEVEL, secrets, tee: lines.take });

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
    lines.publishTo(bus);
    const keys = redisKeys(env.REDIS_URL, { prefix: 'marquee:' });
    const now = () => new Date();
    const ownPorts: number[] = [];
    const guard = createOutboundGuard({
      ...partsOfMarquee({
        services: [env.MARQUEE_CONFIG_URL, env.MARQUEE_RENDERER_URL],
        stores: [env.RABBITMQ_URL, env.REDIS_URL],
      }),
      ownPorts: () => ownPorts,
    });
    const gateway = await openGateway(env, {
      ...{ store, bus, keys, guard, log, secrets, now },
      version: project.version,
      mode: 'distributed',
      hasDemo: false,
      upstreams: {
        config: httpUpstream('config', { url: env.MARQUEE_CONFIG_URL }),
        renderer: httpUpstream('renderer', { url: env.MARQUEE_RENDERER_URL }),
      },
      serveWeb: staticWeb(env.MARQUEE_WEB_DIR),
      diskSpace: () => diskSpace(env.MARQUEE_DATA),
    });
    await gateway.start();
    const listening = await listen(gateway.app, { port: env.PORT, host: env.MARQUEE_BIND });
    listening.server.on('upgrade', gateway.upgrade);
    const internalApp = createInternalApp({
      settings: gateway.settings,
      serviceKey: env.MARQUEE_SERVICE_KEY,
      log,
      version: project.version,
    });
    const internal = await listen(internalApp.app, {
      port: env.MARQUEE_INTERNAL_PORT,
      host: env.MARQUEE_BIND,
    });
    for (const { url } of [listening, internal]) ownPorts.push(Number(new URL(url ?? '').port));
    log.info({ internal: internal.url }, 'The other services are answered here');
    gateway.listensAt(`http://localhost:${new URL(listening.url ?? '').port}`);
    log.info({ url: gateway.address().url }, 'Marquee is ready');
    const setupCode = await gateway.identity.setupCode();
    // To this output alone: what `log` is told also goes to the broker and to whoever reads the logs.
    if (setupCode)
      createLogger({ service: 'gateway', secrets }).info(
        { setupCode, file: 'setup-code.txt' },
        'Open Marquee and make the first admin with this code',
      );
    return {
      async stop() {
        gateway.beginStopping();
        await Promise.all([listening.close(), internal.close()]);
        await gateway.close();
        lines.stop();
        await Promise.all([bus.close(), keys.close(), store.close()]);
      },
    };
  },
});
