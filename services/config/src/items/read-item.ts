import { type Item, type Principal, problem } from '@marquee/contracts';
import { itemDetails, type PlexItem } from '@marquee/plex';
import { itemKey } from '../servers/plex-memory.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import { type VisibleItem, visibleItem } from './visible-item.ts';

export async function showItem(ports: PlexPorts, principal: Principal, itemId: string): Promise<Item> {
  const visible = await visibleItem(ports, principal, itemId);
  const item = itemDetails(visible.server.id, visible.sectionId, await readItem(ports, visible));
  if (item === null) throw problem('item.not-found');
  return item;
}

export function readItem({ memory }: PlexPorts, { server, ratingKey }: VisibleItem): Promise<PlexItem> {
  return memory.items.get(itemKey(server, ratingKey), () => server.client.metadata.get(ratingKey));
}
