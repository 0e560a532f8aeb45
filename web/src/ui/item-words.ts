import type { ItemKind, ItemSummary } from '@marquee/contracts';
import type { TFunction } from 'i18next';
import { formatDuration, formatRating, formatResolution } from '../i18n/format.ts';

export interface ItemWords {
  title: string;
  /** The quiet line beneath the title. */
  line: string;
  badges: string[];
}

const lines: Record<ItemKind, (item: ItemSummary, t: TFunction) => (string | null)[]> = {
  movie: ({ year }) => [told(year)],
  show: ({ year, childCount }, t) => [
    told(year),
    childCount === null ? null : t('cell.seasons', { count: childCount }),
  ],
  season: ({ childCount }, t) => [childCount === null ? null : t('cell.episodes', { count: childCount })],
  episode: ({ durationMs }) => [durationMs === null ? null : formatDuration(durationMs)],
  artist: ({ childCount }, t) => [childCount === null ? null : t('cell.albums', { count: childCount })],
  album: ({ year, parent }) => [parent?.title ?? null, told(year)],
  track: ({ grandparent, parent }) => [grandparent?.title ?? null, parent?.title ?? null],
  collection: ({ childCount }, t) => [childCount === null ? null : t('cell.titles', { count: childCount })],
};

/** What a cell says of an item; in a list over a whole library also where it belongs. */
export function itemWords(item: ItemSummary, t: TFunction, within: 'library' | 'parent'): ItemWords {
  const numbered = item.kind === 'episode' && within === 'parent' && item.index !== null;
  const belongs =
    within === 'library' && (item.kind === 'episode' || item.kind === 'season')
      ? (item.grandparent ?? item.parent)?.title
      : null;
  return {
    title: numbered ? `${item.index}. ${item.title}` : item.title,
    line: [belongs, ...lines[item.kind](item, t)].filter(Boolean).join(' · '),
    badges: [
      item.resolution && formatResolution(item.resolution),
      item.edition,
      item.audienceRating !== null ? `★ ${formatRating(item.audienceRating)}` : null,
    ].filter((badge): badge is string => Boolean(badge)),
  };
}

function told(year: number | null): string | null {
  return year === null ? null : String(year);
}
