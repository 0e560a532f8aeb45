import {
  type Bus,
  createOutbox,
  type Logger,
  type OutboundGuard,
  type Outbox,
  type Sealer,
  type Secrets,
  type ServiceApp,
} from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { plexConnector } from './adapters/plex-connector.ts';
import { sqliteSettings } from './adapters/sqlite-settings.ts';
import type { Audit } from './audit/audit.ts';
import type { plexFields } from './env.ts';
import type { GatewayDb } from './migrations/gateway-db.ts';
import { createSettings, type ManagedPlex, type SettingsOfMarquee } from './settings/settings.ts';
import { serveSettings } from './settings/settings-routes.ts';

export type PlexEnv = Partial<z.output<z.ZodObject<typeof plexFields>>>;

export interface OpenSettings {
  settings: SettingsOfMarquee;
  /** Makes a client for a look at a server from here. */
  connectPlex: ReturnType<typeof plexConnector>;
  serve(service: Pick<ServiceApp, 'serve'>): void;
  start(): void;
  stop(): Promise<void>;
}

/** What an admin can set, over the gateway's database. */
export function openSettings(
  env: PlexEnv,
  own: {
    db: Kysely<GatewayDb>;
    bus: Bus;
    guard: OutboundGuard;
    sealer: Sealer;
    secrets: Secrets;
    audit: Audit;
    log: Logger;
    version: string;
    now: () => Date;
  },
): OpenSettings {
  const { db, bus, guard, sealer, secrets, audit, log, version, now } = own;
  const outbox: Outbox<GatewayDb> = createOutbox({ db, bus, log });
  const settings = createSettings({
    store: sqliteSettings(db, outbox, now),
    ...{ sealer, guard, secrets },
    managed: managedPlex(env),
  });
  const connectPlex = plexConnector({ version, secrets, log });
  return {
    settings,
    connectPlex,
    serve: (service) => serveSettings(service, { settings, guard, connectPlex, audit }),
    start: outbox.start,
    stop: outbox.stop,
  };
}

function managedPlex(env: PlexEnv): ManagedPlex | undefined {
  const { MARQUEE_PLEX_URL: url, MARQUEE_PLEX_TOKEN: token, MARQUEE_PLEX_NAME: name = 'Plex' } = env;
  if (url === undefined) return undefined;
  if (token === undefined) throw new Error('MARQUEE_PLEX_URL is set: set MARQUEE_PLEX_TOKEN too.');
  return { name, url, token };
}
