import { createHash } from 'node:crypto';
import { encodeFilter, type Filter, type FilterChoice, type PlexType } from '@marquee/plex';
import { type PlexMemory, sectionKey } from '../servers/plex-memory.ts';
import type { PlexServer } from '../servers/plex-servers.ts';

const PAGE = 1_000;

export interface LibraryPlace {
  server: PlexServer;
  sectionId: string;
}

/** The keys of all items that Plex finds with a question. */
export function searchLibrary(
  memory: PlexMemory,
  { server, sectionId }: LibraryPlace,
  type: PlexType,
  filter: Filter,
): Promise<ReadonlySet<string>> {
  const question = createHash('sha256')
    .update(JSON.stringify(encodeFilter(filter)))
    .digest('base64url');
  return memory.searches.get(sectionKey(server, sectionId, `${type}/${question}`), async () => {
    const found = new Set<string>();
    for await (const { ratingKey } of server.client.items.all(sectionId, { type, filter, pageSize: PAGE }))
      found.add(ratingKey);
    return found;
  });
}

/** What Plex says a tag can be. */
export function choicesOf(
  memory: PlexMemory,
  { server, sectionId }: LibraryPlace,
  field: string,
  type: PlexType,
): Promise<FilterChoice[]> {
  return memory.choices.get(sectionKey(server, sectionId, `${field}/${type}`), () =>
    server.client.vocabulary.choices(sectionId, field, { type }),
  );
}
