import { joinId, maySeeLibrary, type Principal, problem, splitId } from '@marquee/contracts';
import type { PlexServer } from '../servers/plex-servers.ts';
import { type PlexPorts, serverOf } from '../servers/server-info.ts';
import type { ItemFacts } from './item-facts.ts';

export interface VisibleItem {
  id: string;
  server: PlexServer;
  ratingKey: string;
  libraryId: string;
  sectionId: string;
  facts: ItemFacts;
}

/** An item of a library that is not shared with the person does not exist for them. */
export async function visibleItem(
  ports: PlexPorts,
  principal: Principal,
  itemId: string,
): Promise<VisibleItem> {
  const server = serverOf(ports, itemId);
  if (server === undefined) throw problem('item.not-found');
  const ratingKey = splitId(itemId).plexKey;
  const facts = await ports.memory.facts.of(server, ratingKey);
  // Playlists have no library; they are not shown here.
  if (facts.sectionId === null) throw problem('item.not-found');
  const libraryId = joinId(server.id, facts.sectionId);
  if (!maySeeLibrary(principal, libraryId)) throw problem('item.not-found');
  return { id: itemId, server, ratingKey, libraryId, sectionId: facts.sectionId, facts };
}
