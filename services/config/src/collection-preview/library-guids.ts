import { sectionKey } from '../servers/plex-memory.ts';
import type { PreviewPlace } from './preview-place.ts';
import { pagesOf } from './source.ts';

/** Which item has which id of IMDb, TMDb or TheTVDB: read a page at a time, since Plex finds nothing by them. */
export function libraryGuids(place: PreviewPlace): Promise<ReadonlyMap<string, string>> {
  const { memory, server, sectionId, level } = place;
  return memory.guids.get(sectionKey(server, sectionId, level), async () => {
    const found = new Map<string, string>();
    for await (const items of pagesOf(place, { type: level })) {
      for (const { ratingKey, guids } of items)
        for (const guid of guids) if (!found.has(guid)) found.set(guid, ratingKey);
    }
    return found;
  });
}
