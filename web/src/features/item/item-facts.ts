import type { Item, MediaVersion } from '@marquee/contracts';
import type { TFunction } from 'i18next';
import {
  formatDay,
  formatDuration,
  formatRating,
  formatResolution,
  formatTrackTime,
} from '../../i18n/format.ts';

/** The short facts of an item, each one chip; what Plex does not know is left out. */
export function itemFacts(item: Item, t: TFunction): string[] {
  const length =
    item.durationMs === null
      ? null
      : item.kind === 'track'
        ? formatTrackTime(item.durationMs)
        : formatDuration(item.durationMs);
  const facts = [
    item.kind === 'episode' && item.releasedAt ? formatDay(item.releasedAt) : item.year && String(item.year),
    item.contentRating,
    length,
    item.resolution && formatResolution(item.resolution),
    ...dynamicRanges(item.media, t),
    item.edition,
    item.audienceRating !== null && t('item.audience', { value: formatRating(item.audienceRating) }),
    item.criticRating !== null && t('item.critics', { value: formatRating(item.criticRating) }),
    item.userRating !== null && t('item.own', { value: formatRating(item.userRating) }),
  ];
  return facts.filter((fact): fact is string => Boolean(fact));
}

function dynamicRanges(media: readonly MediaVersion[], t: TFunction): string[] {
  const found = media.flatMap(({ streams }) => streams.map(({ hdr }) => hdr));
  return (['dolby-vision', 'hdr10', 'hlg'] as const)
    .filter((range) => found.includes(range))
    .map((range) => t(`item.hdr.${range}`));
}
