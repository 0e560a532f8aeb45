import { plexPath } from '../connection/address.ts';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';
import { PlexItem } from '../metadata/item.ts';
import { itemPageOf, type Page } from '../reply/page.ts';
import { type ItemsWanted, listQuery, PAGE_SIZE, type Window, windowHeaders } from './list-query.ts';

const ItemPage = itemPageOf(PlexItem);

export function itemCalls(transport: Transport) {
  const page = (sectionId: string, wanted: ItemsWanted & Window & CallOptions): Promise<Page<PlexItem>> =>
    transport.read(
      {
        path: plexPath`/library/sections/${sectionId}/all`,
        query: [...listQuery(wanted), ['includeGuids', 1]],
        headers: windowHeaders(wanted),
        missing: 'library.not-found',
        signal: wanted.signal,
      },
      ItemPage,
    );

  return {
    /** One page of a section's items. */
    page,

    /** Every item, page after page, so that a large library is never held at once. */
    async *all(sectionId: string, wanted: ItemsWanted & CallOptions & { pageSize?: number }) {
      const size = wanted.pageSize ?? PAGE_SIZE;
      for (let start = 0; ; start += size) {
        const { entries, totalSize } = await page(sectionId, { ...wanted, start, size });
        yield* entries;
        // An empty page ends it too: a total that grows while we read must not make us read for ever.
        if (entries.length === 0 || start + size >= totalSize) return;
      }
    },

    /** How many there are, without fetching one. */
    async count(sectionId: string, wanted: ItemsWanted & CallOptions = {}): Promise<number> {
      const { totalSize } = await page(sectionId, { ...wanted, start: 0, size: 0 });
      return totalSize;
    },
  };
}
export type ItemCalls = ReturnType<typeof itemCalls>;
