import { problem } from '@marquee/contracts';
import type { PlexItem } from '@marquee/plex';
import { createBatch } from '../../servers/batch.ts';
import { itemKey, type PlexMemory } from '../../servers/plex-memory.ts';
import type { PlexServer } from '../../servers/plex-servers.ts';

export type FullItem = (server: PlexServer, ratingKey: string) => Promise<PlexItem>;

/** Items with their media, ids and labels; many that are wanted at a time are one question to Plex. */
export function createFullItems(memory: PlexMemory): FullItem {
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
  return (server, ratingKey) =>
    memory.items.get(itemKey(server, ratingKey), async () => {
      const item = await batchOf(server)(ratingKey);
      if (item === undefined) throw problem('item.not-found');
      return item;
    });
}
