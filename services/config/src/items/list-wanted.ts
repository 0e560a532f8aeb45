import type { ItemKind, ItemSort } from '@marquee/contracts';
import { type Filter, type Sort, where } from '@marquee/plex';
import { fieldsOfKind, type KindFields } from './kind-fields.ts';

export interface ListFilters {
  genre?: string | undefined;
  label?: string | undefined;
  resolution?: string | undefined;
  unwatched?: 'true' | 'false' | undefined;
}

/** The order asked for, made complete, so that equal rows come in the same order on every page. */
export function sortOf(kind: ItemKind, sort: ItemSort): Sort[] {
  const descending = sort.startsWith('-');
  const fields = fieldsOfKind[kind];
  const wanted = fields.sort[fieldName(sort)] ?? 'titleSort';
  return [{ by: wanted, descending }, ...fields.ties.filter((tie) => tie !== wanted).map((by) => ({ by }))];
}

function fieldName(sort: ItemSort): keyof KindFields['sort'] {
  switch (sort) {
    case 'title':
    case '-title':
      return 'title';
    case 'added':
    case '-added':
      return 'added';
    case 'year':
    case '-year':
      return 'year';
    case 'rating':
    case '-rating':
      return 'rating';
    case 'duration':
    case '-duration':
      return 'duration';
  }
}

/** Finds what Plex calls a genre or a label by the name people know; undefined when there is no such one. */
export type FindChoice = (
  field: 'genre' | 'label',
  kind: ItemKind,
  title: string,
) => Promise<string | undefined>;

/** The filters in Plex's own words, or 'nothing' when they can match no item of this kind. */
export async function filtersOf(
  kind: ItemKind,
  wanted: ListFilters,
  findChoice: FindChoice,
): Promise<Filter[] | 'nothing'> {
  const fields = fieldsOfKind[kind];
  const filters: Filter[] = [];
  for (const name of ['genre', 'label'] as const) {
    const title = wanted[name];
    if (title === undefined) continue;
    const place = fields[name];
    const key = place === undefined ? undefined : await findChoice(name, place.kind, title);
    if (place === undefined || key === undefined) return 'nothing';
    filters.push(where(place.field, '=', key));
  }
  if (wanted.resolution !== undefined) {
    if (fields.resolution === undefined) return 'nothing';
    filters.push(where(fields.resolution, '=', wanted.resolution));
  }
  if (wanted.unwatched !== undefined) {
    if (fields.unwatched === undefined) return 'nothing';
    const { field, operator, opposite, value } = fields.unwatched;
    filters.push(where(field, wanted.unwatched === 'true' ? operator : opposite, value));
  }
  return filters;
}
