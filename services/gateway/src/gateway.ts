import type { Duplex } from 'node:stream';
import { allows, Problem, problem, sockets } from '@marquee/contracts';
import {
  createServiceApp,
  type HttpRequest,
  refuseUpgrade,
  type ServiceApp,
  type Subscription,
} from '@marquee/service-kit';
import { createStatusSocket } from './adapters/status-socket.ts';
import { serveAudit } from './audit/audit-routes.ts';
import { apiDocs } from './docs/api-docs.ts';
import { serveForwardedRoutes } from './forward/forwarded-routes.ts';
import { createEventLog } from './live/event-log.ts';
import { serveEvents } from './live/events-route.ts';
import { relayEvents } from './live/relay.ts';
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
  const { bus, keys, log, upstreams, identity, audit, settings } = ports;
  const service = createServiceApp({
    name: 'gateway',
    version: ports.version,
    log,
    authenticate: identity.authenticate,
    secrets: ports.secrets,
    idempotency: ports.idempotency,
    checks: {
      broker: async () => ({ ...(await bus.check()), name: 'broker' }),
      redis: async () => ({ ...(await keys.check()), name: 'redis' }),
    },
  });
  const events = createEventLog();
  const statusSocket = createStatusSocket(events);
  const watch = createStatusWatch({
    sources: statusSources(service, upstreams, log),
    bus,
    intervalMs: STATUS_INTERVAL_MS,
    onError: (error) => log.error({ err: error }, 'A change of status could not be told'),
  });
  let relay: Subscription | undefined;

  service.app.use(securityHeaders, ...identity.door);
  service.app.use(apiDocs(ports.version));
  identity.serve(service);
  serveAudit(service, { audit });
  settings.serve(service);
  serveSystem(service, { ...ports, settings: settings.settings }, watch);
  serveEvents(service, events);
  serveForwardedRoutes(service, upstreams, identity.passOn);
  if (ports.serveWeb) service.app.use(ports.serveWeb);

  async function join(request: HttpRequest, socket: Duplex, head: Buffer): Promise<void> {
    const target = sockets.find(({ path }) => path === request.url?.split('?', 1)[0]);
    if (!target) throw problem('request.not-found');
    const principal = await identity.authenticate(request);
    if (!principal) throw problem('auth.required');
    if (!allows(target.role, principal.role)) throw problem('auth.forbidden');
    if (target.service === 'gateway') statusSocket.accept(request, socket, head, principal);
    else await upstreams[target.service].upgrade(request, socket, head);
  }

  return {
    app: service.app,
    upgrade: (request, socket, head) =>
      join(request, socket, head).catch((error: unknown) => {
        log.info({ err: error }, 'A WebSocket was refused');
        refuseUpgrade(socket, error instanceof Problem ? error : 'server.unexpected');
      }),
    async start() {
      relay = await relayEvents(bus, events);
      identity.start();
      settings.start();
      watch.start();
    },
    beginStopping() {
      service.beginStopping();
      watch.stop();
      identity.stop();
      statusSocket.close();
    },
    async close() {
      await relay?.stop();
      await settings.stop();
      for (const upstream of Object.values(upstreams)) upstream.close();
    },
  };
}
