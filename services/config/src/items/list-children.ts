import { type ItemSummary, joinId, maySeeLibrary, type Page, type Principal } from '@marquee/contracts';
import { itemKey } from '../servers/plex-memory.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { listName, nextCursor, readCursor } from './cursor.ts';
import { summariesOf } from './list-items.ts';
import { readItem } from './read-item.ts';
import { visibleItem } from './visible-item.ts';

export async function listChildren(
  ports: PlexPorts,
  principal: Principal,
  itemId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<ItemSummary>> {
  const visible = await visibleItem(ports, principal, itemId);
  const { server, ratingKey, sectionId } = visible;
  const list = listName({ itemId, children: '' });
  const start = readCursor(list, cursor);
  const { type } = await readItem(ports, visible);
  const page = await ports.memory.pages.get(itemKey(server, ratingKey, `children/${start}/${limit}`), () =>
    type === 'collection'
      ? server.client.collections.items(ratingKey, { start, size: limit })
      : server.client.metadata.children(ratingKey, { start, size: limit }),
  );
  ports.memory.facts.remember(server, sectionId, page.entries);
  // A collection may reach into other libraries, and those need not be shared with the person.
  const entries = page.entries.filter((item) =>
    maySeeLibrary(principal, joinId(server.id, item.sectionId ?? sectionId)),
  );
  return {
    entries: summariesOf(server.id, sectionId, entries),
    total: page.totalSize,
    nextCursor: nextCursor(list, { start, size: page.entries.length, total: page.totalSize }),
  };
}
