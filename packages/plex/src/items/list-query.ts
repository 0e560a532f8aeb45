import type { QueryPairs } from '../connection/address.ts';
import { encodeFilter, type Filter } from './filter.ts';
import { type PlexType, plexTypes } from './item-types.ts';

export interface Sort {
  by: string;
  descending?: boolean;
}
export interface ItemsWanted {
  type?: PlexType | undefined;
  /** Part of a title. */
  title?: string | undefined;
  filter?: Filter | undefined;
  sort?: Sort | readonly Sort[] | undefined;
  /** At most so many over all pages: what a smart list keeps. */
  limit?: number | undefined;
}

export function encodeSort(sort: Sort | readonly Sort[]): string {
  const all: readonly Sort[] = 'by' in sort ? [sort] : sort;
  return all.map(({ by, descending }) => (descending === true ? `${by}:desc` : by)).join(',');
}

/** Type first and filters last, as Plex's own clients write it. */
export function listQuery({ type, title, filter, sort, limit }: ItemsWanted): QueryPairs {
  return [
    ...(type === undefined ? [] : [['type', plexTypes[type]] as const]),
    ...(limit === undefined ? [] : [['limit', limit] as const]),
    ...(sort === undefined ? [] : [['sort', encodeSort(sort)] as const]),
    ...(title === undefined ? [] : [['title', title] as const]),
    ...(filter === undefined ? [] : encodeFilter(filter)),
  ];
}

export interface Window {
  start?: number | undefined;
  size?: number | undefined;
}
export const PAGE_SIZE = 100;

export const windowHeaders = ({ start = 0, size = PAGE_SIZE }: Window): Record<string, string> => ({
  'X-Plex-Container-Start': String(start),
  'X-Plex-Container-Size': String(size),
});
