import type { PlexItem } from '@marquee/plex';
import type { LibraryPlace } from '../matching/library-search.ts';
import { pagesOf } from './source.ts';

const PAGE = 500;

/** A collection that Plex has now. */
export interface PresentCollection {
  smart: boolean;
  members: ReadonlyMap<string, PlexItem>;
}

/** The one of exactly this title; Kometa knows its collections by nothing else. */
export async function collectionTitled(
  place: LibraryPlace,
  title: string,
): Promise<PresentCollection | undefined> {
  for await (const page of pagesOf(place, { type: 'collection', title })) {
    const found = page.find((one) => one.title === title);
    if (found !== undefined) return { smart: found.smart, members: await membersOf(place, found.ratingKey) };
  }
  return undefined;
}

async function membersOf({ server }: LibraryPlace, key: string): Promise<Map<string, PlexItem>> {
  const members = new Map<string, PlexItem>();
  for (let start = 0; ; start += PAGE) {
    const { entries, totalSize } = await server.client.collections.items(key, { start, size: PAGE });
    for (const item of entries) members.set(item.ratingKey, item);
    if (entries.length === 0 || start + PAGE >= totalSize) return members;
  }
}
