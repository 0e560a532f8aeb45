import { plexPath, type QueryPairs, queryString } from '../connection/address.ts';
import type { Filter } from './filter.ts';
import { decodeFilter } from './filter-decode.ts';
import { isPlexType, type PlexType, plexTypes } from './item-types.ts';
import { type ItemsWanted, listQuery, type Sort } from './list-query.ts';

const LIBRARY = 'com.plexapp.plugins.library';

/** What a smart playlist or collection holds: a section and a question to it. */
export interface SmartContent extends ItemsWanted {
  sectionId: string;
  type: PlexType;
}

export const itemsUri = (machineIdentifier: string, ratingKeys: readonly string[]): string =>
  `server://${machineIdentifier}/${LIBRARY}${ratingKeys.length === 0 ? '/library/metadata' : plexPath`/library/metadata/${ratingKeys}`}`;

export const smartUri = (machineIdentifier: string, { sectionId, ...wanted }: SmartContent): string =>
  `server://${machineIdentifier}/${LIBRARY}${plexPath`/library/sections/${sectionId}/all`}?${queryString(listQuery(wanted))}`;

export interface ReadContent {
  sectionId: string;
  type: PlexType | null;
  sort: Sort[];
  limit: number | null;
  title: string | null;
  /** null when there is none, or none that we can show. */
  filter: Filter | null;
  query: QueryPairs;
}

function decodeSort(sort: string | null): Sort[] {
  return (sort ?? '')
    .split(',')
    .filter(Boolean)
    .map((one) => {
      const [by = '', direction] = one.split(':');
      return direction === 'desc' ? { by, descending: true } : { by };
    });
}

function typeOf(number: string | null): PlexType | null {
  const name = Object.entries(plexTypes).find(([, value]) => String(value) === number)?.[0];
  return name !== undefined && isPlexType(name) ? name : null;
}

/** Plex writes the inner path plain in one place and encoded as a whole in another. */
function innerAddress(content: string): URL | null {
  const path = content.match(/\/library\/sections\/[^?]+\/all.*$/)?.[0];
  if (path !== undefined) return new URL(path, 'http://plex.invalid');
  const encoded = content.match(/%2Flibrary%2Fsections%2F.*$/i)?.[0];
  if (encoded === undefined) return null;
  try {
    return new URL(decodeURIComponent(encoded), 'http://plex.invalid');
  } catch {
    // Broken percent signs: not something that we can show.
    return null;
  }
}

const ours = new Set(['type', 'sort', 'limit', 'title', 'includeGuids', 'sourceType']);

/** The `content` of a smart list, read back. */
export function readContentUri(content: string): ReadContent | null {
  const url = innerAddress(content);
  const sectionId = url?.pathname.match(/^\/library\/sections\/([^/]+)\/all$/)?.[1];
  if (url === null || sectionId === undefined) return null;
  const query = [...url.searchParams.entries()];
  const limit = Number(url.searchParams.get('limit') ?? Number.NaN);
  return {
    sectionId: decodeURIComponent(sectionId),
    type: typeOf(url.searchParams.get('type')),
    sort: decodeSort(url.searchParams.get('sort')),
    limit: Number.isInteger(limit) ? limit : null,
    title: url.searchParams.get('title'),
    filter: decodeFilter(query.filter(([name]) => !ours.has(name))),
    query,
  };
}
