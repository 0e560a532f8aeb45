import type { Duplex } from 'node:stream';
import { createServiceApp, type HttpRequest, type ServiceApp } from '@marquee/service-kit';
import { serveAudit } from './audit/audit-routes.ts';
import { keepAuditShort } from './audit/retention.ts';
import { apiDocs } from './docs/api-docs.ts';
import { serveForwardedRoutes } from './forward/forwarded-routes.ts';
import type { GatewayPorts } from './ports.ts';
import { securityHeaders } from './security-headers.ts';
import { statusSources } from './system/status-sources.ts';
import { createStatusWatch } from './system/status-watch.ts';
import { serveSystem } from './system/system-routes.ts';

const STATUS_INTERVAL_MS = 10_000;

export interface Gateway {
  app: ServiceApp['app'];
  /** For the http server's `upgrade` event; never rejects. */
  upgrade(request: HttpRequest, socket: Duplex, head: Buffer): Promise<void>;
  start(): Promise<void>;
  /** Ends streams and sockets; what is being forwarded goes on. */
  beginStopping(): void;
  /** After the last answer is out. */
  close(): Promise<void>;
}

/** The one door: the only wiring of its parts. */
export function createGateway(ports: GatewayPorts): Gateway {
  const { bus, keys, log, upstreams, identity, audit, settings, news, plexPeople } = ports;
  const service = createServiceApp({
    name: 'gateway',
    version: ports.version,
    log,
    authenticate: identity.authenticate,
    numbersFor: 'admin',
    secrets: ports.secrets,
    idempotency: ports.idempotency,
    checks: {
      broker: async () => ({ ...(await bus.check()), name: 'broker' }),
      redis: async () => ({ ...(await keys.check()), name: 'redis' }),
    },
  });
  const watch = createStatusWatch({
    sources: statusSources(service, upstreams, log),
    bus,
    intervalMs: STATUS_INTERVAL_MS,
    onError: (error) => log.error({ err: error }, 'A change of status could not be told'),
  });
  let stopSweeping: (() => void) | undefined;

  service.app.use(
    securityHeaders(() => ports.address().secure),
    ...identity.door,
  );
  service.app.use(apiDocs(ports.version));
  identity.serve(service);
  plexPeople.serve(service);
  serveAudit(service, { audit });
  settings.serve(service);
  serveSystem(service, { ...ports, settings: settings.settings }, watch);
  news.serve(service);
  serveForwardedRoutes(service, upstreams, identity.passOn);
  if (ports.serveWeb) service.app.use(ports.serveWeb);

  return {
    app: service.app,
    upgrade: news.upgrade,
    async start() {
      await news.start();
      stopSweeping = keepAuditShort({ audit, clock: () => new Date(), log });
      identity.start();
      plexPeople.start();
      settings.start();
      watch.start();
    },
    beginStopping() {
      service.beginStopping();
      watch.stop();
      identity.stop();
      plexPeople.stop();
      news.beginStopping();
      stopSweeping?.();
    },
    async close() {
      await news.stop();
      await settings.stop();
      for (const upstream of Object.values(upstreams)) upstream.close();
    },
  };
}
