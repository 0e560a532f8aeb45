import type { OverlayFacts } from '@marquee/contracts';
import { itemSummary, type PlexItem } from '@marquee/plex';
import { levelOf } from './overlay-level.ts';
import { plexRatings } from './plex-ratings.ts';
import { sampleRatings } from './sample-rating.ts';

export interface FactsOfItem {
  facts: OverlayFacts;
  /** Names in facts.ratings. */
  sampled: string[];
}

/** What Plex knows of an item, as Kometa's text variables see it. */
export function overlayFacts(
  { id, serverId, sectionId }: { id: string; serverId: string; sectionId: string },
  item: PlexItem,
  partDurationsMs: number[],
): FactsOfItem {
  const level = levelOf(item);
  const isEpisode = level === 'episode';
  const samples = sampleRatings(id, level);
  const facts: OverlayFacts = {
    level,
    title: item.title,
    originalTitle: item.originalTitle,
    showTitle: isEpisode ? item.grandparentTitle : level === 'season' ? item.parentTitle : null,
    seasonTitle: isEpisode ? item.parentTitle : null,
    seasonNumber: isEpisode ? item.parentIndex : level === 'season' ? item.index : null,
    episodeNumber: isEpisode ? item.index : null,
    episodeCount: level === 'show' || level === 'season' ? item.leafCount : null,
    edition: item.editionTitle,
    contentRating: item.contentRating,
    originallyAvailable: itemSummary(serverId, sectionId, item)?.releasedAt ?? null,
    criticRating: item.rating,
    audienceRating: item.audienceRating,
    userRating: item.userRating,
    durationMs: item.duration,
    partDurationsMs,
    bitratesKbps: item.media.flatMap(({ bitrate }) => bitrate ?? []),
    versions: item.media.length,
    ratings: { ...samples, ...plexRatings(item.ratings) },
  };
  return { facts, sampled: Object.keys(samples) };
}

/** With its show and number where it has them. */
export function fullTitle(item: PlexItem): string {
  switch (item.type) {
    case 'season':
      return joined(item.parentTitle, item.title);
    case 'episode':
      return joined(
        item.grandparentTitle,
        numbered('S', item.parentIndex) + numbered('E', item.index),
        item.title,
      );
    case 'album':
      return joined(item.parentTitle, item.title);
    default:
      return item.title;
  }
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

function numbered(letter: string, number: number | null): string {
  return number === null ? '' : `${letter}${String(number).padStart(2, '0')}`;
}
