import { problem } from '@marquee/contracts';
import { type PlexItem, pictureVersion } from '@marquee/plex';
import { createRecent, type Recent } from '../recent.ts';
import { createBatch } from '../servers/batch.ts';
import type { PlexServer } from '../servers/plex-servers.ts';

/** What permission and pictures need of an item, and nothing else: kept for every item of the pages shown lately. */
export interface ItemFacts {
  sectionId: string | null;
  poster: Picture | null;
  art: Picture | null;
  readAt: number;
}
interface Picture {
  /** Where Plex has it; never leaves this service. */
  address: string;
  version: string;
}

const KEPT_MS = 60_000;
const KEPT = 20_000;

export function createItemFacts(now: () => number) {
  const recent: Recent<ItemFacts> = createRecent({ now, ttlMs: KEPT_MS, maxEntries: KEPT });
  const batches = new WeakMap<PlexServer, (key: string) => Promise<PlexItem | undefined>>();

  const batchOf = (server: PlexServer) => {
    const known = batches.get(server);
    if (known !== undefined) return known;
    const batch = createBatch(async (keys) => {
      const items = await server.client.metadata.many(keys);
      return new Map(items.map((item) => [item.ratingKey, item]));
    });
    batches.set(server, batch);
    return batch;
  };
  const keyOf = (server: PlexServer, ratingKey: string) => `${server.source}/${ratingKey}/`;

  return {
    of: (server: PlexServer, ratingKey: string): Promise<ItemFacts> =>
      recent.get(keyOf(server, ratingKey), async () => {
        const item = await batchOf(server)(ratingKey);
        if (item === undefined) throw problem('item.not-found');
        return factsOf(item, item.sectionId, now());
      }),
    /** Items that were read anyway need not be asked for again. */
    remember(server: PlexServer, sectionId: string, items: readonly PlexItem[]): void {
      for (const item of items) {
        recent.put(keyOf(server, item.ratingKey), factsOf(item, item.sectionId ?? sectionId, now()));
      }
    },
    forgetItem: (server: PlexServer, ratingKey: string) => recent.forget(keyOf(server, ratingKey)),
    forgetServer: (server: PlexServer) => recent.forget(`${server.source}/`),
  };
}

function factsOf(item: PlexItem, sectionId: string | null, readAt: number): ItemFacts {
  return { sectionId, poster: pictureAt(item.thumb), art: pictureAt(item.art), readAt };
}

function pictureAt(address: string | null): Picture | null {
  const version = pictureVersion(address);
  return address === null || version === null ? null : { address, version };
}
