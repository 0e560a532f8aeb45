import { type Item, ItemKind, type ItemSummary, joinId } from '@marquee/contracts';
import { z } from 'zod';
import type { PlexItem } from '../metadata/item.ts';
import { mediaVersion } from './media-version.ts';
import { bestResolution } from './resolution.ts';

/** Plex also holds days that no calendar has, such as 1900-00-00. */
function day(text: string | null): string | null {
  const parsed = z.iso.date().safeParse(text?.slice(0, 10));
  return parsed.success ? parsed.data : null;
}

export function itemKind(item: PlexItem): ItemKind | null {
  const kind = ItemKind.safeParse(item.type);
  return kind.success ? kind.data : null;
}

/** The last part of `/library/metadata/1/thumb/1700000001`; it changes when the picture does. */
export function pictureVersion(address: string | null): string | null {
  const path = address?.split('?')[0];
  return path?.split('/').filter(Boolean).at(-1) ?? null;
}

function relative(serverId: string, ratingKey: string | null, title: string | null) {
  return ratingKey === null ? null : { id: joinId(serverId, ratingKey), title: title ?? '' };
}

/** null for kinds that the contract does not show: photos, clips, playlists. */
export function itemSummary(serverId: string, sectionId: string, item: PlexItem): ItemSummary | null {
  const kind = itemKind(item);
  if (kind === null) return null;
  return {
    id: joinId(serverId, item.ratingKey),
    libraryId: joinId(serverId, item.sectionId ?? sectionId),
    kind,
    title: item.title,
    sortTitle: item.titleSort ?? item.title,
    year: item.year,
    index: item.index,
    parent: relative(serverId, item.parentRatingKey, item.parentTitle),
    grandparent: relative(serverId, item.grandparentRatingKey, item.grandparentTitle),
    childCount: item.childCount ?? item.leafCount,
    contentRating: item.contentRating,
    audienceRating: item.audienceRating,
    criticRating: item.rating,
    userRating: item.userRating,
    durationMs: item.duration,
    addedAt: item.addedAt,
    releasedAt: day(item.originallyAvailableAt),
    edition: item.editionTitle,
    viewCount: item.viewCount,
    resolution: bestResolution(item.media),
    posterVersion: pictureVersion(item.thumb),
    artVersion: pictureVersion(item.art),
  };
}

export function itemDetails(serverId: string, sectionId: string, item: PlexItem): Item | null {
  const summary = itemSummary(serverId, sectionId, item);
  if (summary === null) return null;
  return {
    ...summary,
    summary: item.summary,
    tagline: item.tagline,
    originalTitle: item.originalTitle,
    studio: item.studio ?? item.network,
    genres: item.genres,
    directors: item.directors,
    actors: item.roles.map(({ name }) => name),
    countries: item.countries,
    collections: item.collections,
    labels: item.labels,
    guids: item.guids,
    media: item.media.map(mediaVersion),
    lastViewedAt: item.lastViewedAt,
  };
}
