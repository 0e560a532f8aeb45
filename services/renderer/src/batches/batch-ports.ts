import type { TextLayout } from '@marquee/contracts';
import type { Blobs, Bus, Logger, Outbox } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import type { AssetLibrary } from '../assets/asset-library.ts';
import type { EndedJobs } from '../jobs/ended-jobs.ts';
import type { ReadSet } from '../jobs/overlay-sets.ts';
import type { Results } from '../jobs/results.ts';
import type { RendererDb } from '../migrations/renderer-db.ts';
import type { Studio } from '../studio/studio.ts';

export interface BatchPorts {
  db: Kysely<RendererDb>;
  outbox: Outbox<RendererDb>;
  bus: Bus;
  blobs: Blobs;
  results: Results;
  ended: EndedJobs;
  assets: AssetLibrary;
  readSet: ReadSet;
  studio: Studio;
  layout: TextLayout;
  log: Logger;
  clock: () => Date;
}
