import { Problem } from '@marquee/contracts';
import { plexPath } from '../connection/address.ts';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';
import { PAGE_SIZE, type Window, windowHeaders } from '../items/list-query.ts';
import { onlyOne } from '../reply/only-one.ts';
import { itemPageOf, type Page } from '../reply/page.ts';
import { PlexItem } from './item.ts';

const ItemPage = itemPageOf(PlexItem);
const OneItem = onlyOne(ItemPage);
/** Longer addresses than this are refused by some servers on the way. */
const KEYS_AT_ONCE = 100;

/** Plex says 404 only when not one of the keys is left. */
function noneOfThem(error: unknown): { entries: PlexItem[] } {
  if (error instanceof Problem && error.code === 'item.not-found') return { entries: [] };
  throw error;
}

export function metadataCalls(transport: Transport) {
  const members = (path: string, { signal, ...window }: Window & CallOptions): Promise<Page<PlexItem>> =>
    transport.read(
      {
        path,
        query: [['includeGuids', 1]],
        headers: windowHeaders(window),
        missing: 'item.not-found',
        signal,
      },
      ItemPage,
    );

  return {
    /** One item with media, parts, streams, ids, labels. */
    get(ratingKey: string, { signal }: CallOptions = {}): Promise<PlexItem> {
      const path = plexPath`/library/metadata/${ratingKey}`;
      return transport.read({ path, missing: 'item.not-found', signal }, OneItem);
    },

    /** Several items; those that are gone are left out. */
    async many(ratingKeys: readonly string[], { signal }: CallOptions = {}): Promise<PlexItem[]> {
      const found: PlexItem[] = [];
      for (let from = 0; from < ratingKeys.length; from += KEYS_AT_ONCE) {
        const some = ratingKeys.slice(from, from + KEYS_AT_ONCE);
        const path = plexPath`/library/metadata/${some}`;
        const { entries } = await transport
          .read({ path, missing: 'item.not-found', signal }, ItemPage)
          .catch(noneOfThem);
        found.push(...entries);
      }
      return found;
    },

    /** Seasons of a show, episodes of a season, albums, tracks. */
    children: (ratingKey: string, options: Window & CallOptions = {}) =>
      members(plexPath`/library/metadata/${ratingKey}/children`, { size: PAGE_SIZE, ...options }),

    /** All episodes of a show, all tracks of an artist. */
    allLeaves: (ratingKey: string, options: Window & CallOptions = {}) =>
      members(plexPath`/library/metadata/${ratingKey}/allLeaves`, { size: PAGE_SIZE, ...options }),

    /** Tracks that sound alike; needs sonic analysis on the server. */
    nearest: (
      ratingKey: string,
      { limit = 50, maxDistance = 0.25, signal }: CallOptions & { limit?: number; maxDistance?: number } = {},
    ): Promise<Page<PlexItem>> =>
      transport.read(
        {
          path: plexPath`/library/metadata/${ratingKey}/nearest`,
          query: [
            ['limit', limit],
            ['maxDistance', maxDistance],
          ],
          missing: 'item.not-found',
          signal,
        },
        ItemPage,
      ),
  };
}
export type MetadataCalls = ReturnType<typeof metadataCalls>;
