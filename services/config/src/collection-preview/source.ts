import type { ItemsWanted, PlexItem } from '@marquee/plex';
import type { LibraryPlace } from '../matching/library-search.ts';

/** Small enough that reading one does not hold up everybody else. */
const PAGE = 250;

/** What a builder finds, in its order. */
export interface Source {
  count: number;
  message: string;
  /** Page after page; no more than `most` are wanted. */
  pages(most: number): AsyncIterable<readonly PlexItem[]>;
  /** Lists leave out labels, streams and most names of people. */
  complete: boolean;
}

/** What Plex finds with a question. */
export async function* pagesOf(
  { server, sectionId }: LibraryPlace,
  { limit, sort, ...wanted }: ItemsWanted,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly PlexItem[]> {
  const asked = {
    ...wanted,
    limit,
    ...(sort === undefined || (Array.isArray(sort) && sort.length === 0) ? {} : { sort }),
  };
  const end = Math.min(most, limit ?? Number.POSITIVE_INFINITY);
  for (let start = 0; start < end; start += PAGE) {
    const size = Math.min(PAGE, end - start);
    const page = await server.client.items.page(sectionId, { ...asked, start, size });
    yield page.entries.slice(0, size);
    if (page.entries.length === 0 || start + size >= page.totalSize) return;
  }
}

/** Items with all that Plex knows of them, in the order of their keys. */
export async function fullItems(
  { server }: Pick<LibraryPlace, 'server'>,
  keys: readonly string[],
): Promise<PlexItem[]> {
  const items = await server.client.metadata.many(keys);
  const byKey = new Map(items.map((item) => [item.ratingKey, item]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

export function sourceOfKeys(place: LibraryPlace, keys: readonly string[], message: string): Source {
  return {
    count: keys.length,
    message,
    complete: true,
    async *pages(most) {
      for (let start = 0; start < Math.min(most, keys.length); start += PAGE)
        yield await fullItems(place, keys.slice(start, Math.min(start + PAGE, most)));
    },
  };
}
