import type { ItemSort, ItemSummary } from '@marquee/contracts';
import { formatDuration, formatRating, formatResolution } from '../../i18n/format.ts';

type SortField = 'title' | 'year' | 'rating' | 'duration' | 'added';

export interface Column {
  name: 'year' | 'audience' | 'critics' | 'resolution' | 'duration' | 'added';
  width: number;
  /** The narrowest screen it is shown on. */
  from: 'xs' | 'sm' | 'md' | 'lg';
  sort?: SortField;
  /** Nothing where nothing is known. */
  told(item: ItemSummary): string | null;
}

const rated = (value: number | null) => (value === null ? null : formatRating(value));

/** What stands beside the title, from left to right. */
export const columns: readonly Column[] = [
  {
    name: 'year',
    width: 64,
    from: 'xs',
    sort: 'year',
    told: ({ year }) => (year === null ? null : String(year)),
  },
  {
    name: 'audience',
    width: 88,
    from: 'sm',
    sort: 'rating',
    told: ({ audienceRating }) => rated(audienceRating),
  },
  { name: 'critics', width: 72, from: 'lg', told: ({ criticRating }) => rated(criticRating) },
  {
    name: 'resolution',
    width: 96,
    from: 'sm',
    told: ({ resolution }) => resolution && formatResolution(resolution),
  },
  {
    name: 'duration',
    width: 96,
    from: 'lg',
    sort: 'duration',
    told: ({ durationMs }) => (durationMs === null ? null : formatDuration(durationMs)),
  },
  { name: 'added', width: 128, from: 'lg', sort: 'added', told: ({ addedAt }) => addedAt },
];

/** The way a column is sorted now. */
export function directionOf(field: SortField, sort: ItemSort): 'ascending' | 'descending' | 'none' {
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : 'none';
}

/** A title is looked for from A, everything else from the most; pressed again it turns round. */
export function nextSort(field: SortField, sort: ItemSort): ItemSort {
  const first: ItemSort = field === 'title' ? 'title' : `-${field}`;
  const second: ItemSort = field === 'title' ? '-title' : field;
  return sort === first ? second : first;
}
