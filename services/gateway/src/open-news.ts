import type { Duplex } from 'node:stream';
import type { Bus, HttpRequest, Logger, ServiceApp, Subscription } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import { sqliteKnownPlaces } from './adapters/sqlite-known-places.ts';
import { sqliteNotifications } from './adapters/sqlite-notifications.ts';
import { checkOrigin, type PublicAddress } from './door/public-address.ts';
import type { Identity } from './identity.ts';
import { createEventLog } from './live/event-log.ts';
import { serveEvents } from './live/events-route.ts';
import { relayEvents } from './live/relay.ts';
import { createVigil } from './live/vigil.ts';
import { createLogBook } from './logs/log-book.ts';
import { hearLines, serveLogs } from './logs/log-routes.ts';
import type { GatewayDb } from './migrations/gateway-db.ts';
import { type AccountNotices, createAccountNotices } from './notifications/account-notices.ts';
import { serveNotifications } from './notifications/notification-routes.ts';
import { followRules } from './notifications/notification-rules.ts';
import { createNotifications } from './notifications/notifications.ts';
import { createSockets } from './sockets/sockets.ts';

export interface OpenNews {
  /** To be told of what happens to accounts. */
  account: AccountNotices;
  serve(service: Pick<ServiceApp, 'serve'>): void;
  /** For the http server's `upgrade` event; never rejects. */
  upgrade(request: HttpRequest, socket: Duplex, head: Buffer): Promise<void>;
  start(): Promise<void>;
  /** Lets go of everybody who listens. */
  beginStopping(): void;
  stop(): Promise<void>;
}

/** All that people hear while they look: live events, notifications, log lines, and the sockets they come over. */
export function openNews(own: {
  db: Kysely<GatewayDb>;
  bus: Bus;
  identity: Pick<Identity, 'authenticate' | 'people' | 'sessions' | 'current' | 'heed'>;
  address: () => PublicAddress;
  log: Logger;
  now: () => Date;
}): OpenNews {
  const { db, bus, identity, address, log, now } = own;
  const events = createEventLog();
  const book = createLogBook();
  const notifications = createNotifications({
    store: sqliteNotifications(db, now),
    people: identity.people,
  });
  const vigil = createVigil({ onEnd: identity.sessions.onEnd, current: identity.current, log });
  const sockets = createSockets({
    ...{ events, notifications, logs: book, vigil, log },
    authenticate: identity.authenticate,
    checkOrigin: (origin) => checkOrigin(address(), origin),
  });
  const account = createAccountNotices({ notifications, wasThereBefore: sqliteKnownPlaces(db), log });
  identity.heed({
    heed: { began: account.newSignIn, reused: account.sessionReused },
    apiKeyMade: account.apiKeyMade,
  });
  let heard: Subscription[] = [];

  return {
    account,
    serve(service) {
      serveEvents(service, events, vigil);
      serveNotifications(service, notifications);
      serveLogs(service, { book });
      sockets.serveTickets(service);
    },
    upgrade: sockets.upgrade,
    async start() {
      heard = await Promise.all([
        relayEvents(bus, events),
        hearLines(bus, book),
        followRules({ bus, notifications, log }),
      ]);
    },
    beginStopping: sockets.close,
    async stop() {
      vigil.close();
      await Promise.all(heard.map((subscription) => subscription.stop()));
    },
  };
}
