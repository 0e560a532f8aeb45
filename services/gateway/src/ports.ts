import type { ServiceName } from '@marquee/contracts';
import type { Bus, IdempotencyStore, Keys, Logger, Secrets } from '@marquee/service-kit';
import type { RequestHandler } from 'express';
import type { AuditLog } from './audit/audit-log.ts';
import type { PublicAddress } from './door/public-address.ts';
import type { Upstream } from './forward/upstream.ts';
import type { Identity } from './identity.ts';
import type { OpenNews } from './open-news.ts';
import type { OpenPlexPeople } from './open-plex-people.ts';
import type { OpenSettings } from './open-settings.ts';

export type Upstreams = Record<Exclude<ServiceName, 'gateway'>, Upstream>;

/** What the gateway needs from the world. */
export interface GatewayPorts {
  version: string;
  mode: 'standalone' | 'distributed';
  /** Whether there is a demo library to show while no Plex server is chosen. */
  hasDemo: boolean;
  upstreams: Upstreams;
  bus: Bus;
  keys: Pick<Keys, 'check'>;
  identity: Identity;
  address: () => PublicAddress;
  audit: AuditLog;
  settings: OpenSettings;
  news: OpenNews;
  plexPeople: OpenPlexPeople;
  idempotency: IdempotencyStore;
  log: Logger;
  secrets: Secrets;
  /** The built web interface; without it only the API is served. */
  serveWeb: RequestHandler | undefined;
  diskSpace(): Promise<{ path: string; freeBytes: number; totalBytes: number }>;
}
