import type { Bus, Inbox, Logger, Outbox } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import type { SizedImages } from '../images/sized-image.ts';
import type { ConfigDb } from '../migrations/config-db.ts';
import type { PlexPorts } from '../servers/server-info.ts';

export interface PreparePorts extends PlexPorts {
  db: Kysely<ConfigDb>;
  outbox: Outbox<ConfigDb>;
  inbox: Inbox<ConfigDb>;
  bus: Bus;
  images: SizedImages;
  log: Logger;
  clock: () => Date;
}
