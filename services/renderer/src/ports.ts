import type { TextLayout } from '@marquee/contracts';
import type { Authenticate, Blobs, Bus, Keys, Logger, Secrets, Store } from '@marquee/service-kit';
import type { Shelf, ShelfFile } from './assets/shelf.ts';
import type { ReadSet } from './jobs/overlay-sets.ts';
import type { RendererDb } from './migrations/renderer-db.ts';
import type { Studio } from './studio/studio.ts';

/** What the renderer service needs from the world. */
export interface RendererPorts {
  store: Store<RendererDb>;
  bus: Bus;
  keys: Keys;
  blobs: Blobs;
  /** For what this service draws itself: font specimens, posters as raw pixels, contact sheets. */
  studio: Studio;
  /** Beside the config folder’s, which is asked for over the bus. */
  shelves: Partial<Record<Exclude<ShelfFile['source'], 'config'>, Shelf>>;
  /** How the user's Kometa lays out text. */
  layout: TextLayout;
  authenticate: Authenticate;
  log: Logger;
  version: string;
  clock: () => Date;
  secrets?: Secrets;
  /** `packages/kometa` when absent. */
  readSet?: ReadSet;
  /** How long a person waits for one picture; 10 s when absent. */
  patienceMs?: number;
}
