import type { ItemKind, PlexItem, PlexLibrary } from '@marquee/stand-ins';
import { z } from 'zod';
import { plexLibrary } from './plex-library.ts';

const texts = z.array(z.string()).default([]);
const RecordedItem = z.object({
  section: z.number(),
  type: z.enum(['movie', 'show', 'season', 'episode']),
  title: z.string(),
  attrs: z.record(z.string(), z.union([z.string(), z.number()])),
  genres: texts,
  directors: texts,
  writers: texts,
  countries: texts,
  roles: texts,
  labels: texts,
});
/** What a server held when a run of Kometa was recorded. */
export const RecordedState = z.object({
  items: z.record(z.string(), RecordedItem),
  collections: z.record(
    z.string(),
    z.object({
      section: z.number(),
      title: z.string(),
      items: z.array(z.number()),
    }),
  ),
});
export type RecordedState = z.output<typeof RecordedState>;

/**
 * A server that holds what another held; ids of other services count as they did there. Smart collections are seeded
 * with what they held: the numbers in their questions are the other server's.
 */
export function recordedLibrary({ items, collections }: RecordedState): PlexLibrary {
  const empty = plexLibrary(0);
  const [films, series] = empty.sections;
  const sections = [films, series].flatMap((one) => one ?? []);
  const kinds = new Map(Object.entries(items).map(([key, { type }]) => [Number(key), type]));
  return {
    ...empty,
    sections: sections.map((one) => ({ ...one, title: one.kind === 'movie' ? 'Movies' : 'TV' })),
    items: withParents(Object.entries(items).map(([key, item]) => itemOf(Number(key), item))),
    collections: Object.entries(collections).map(([key, one]) => ({
      ...{ kind: 'collection' as const, ratingKey: Number(key), sectionId: one.section, title: one.title },
      ...{ guid: `collection://${key}`, subtype: kinds.get(one.items[0] ?? 0) ?? 'movie' },
      ...{ addedAt: 1_700_000_000, updatedAt: 1_700_000_000, labels: [], mode: -1, sort: 0 },
      ...{ locked: [], use: {}, preferences: {}, pictures: {} },
      members: one.items,
    })),
  };
}

function itemOf(ratingKey: number, item: z.output<typeof RecordedItem>): PlexItem {
  const { section, type, title, attrs, genres, directors, writers, countries, roles, labels } = item;
  const id = String(ratingKey).padStart(5, '0');
  return {
    ...{ ratingKey, kind: type, sectionId: section, title, guid: `plex://${type}/${ratingKey}` },
    externalGuids: [`tmdb://5${id}`, `tvdb://6${id}`, `imdb://tt70${id}`],
    ...{ addedAt: 1_700_000_000, updatedAt: 1_700_000_000 },
    tags: { genre: genres, director: directors, writer: writers, country: countries, label: labels },
    roles: roles.map((name) => ({ name })),
    ...{ media: [], locked: [], use: {}, preferences: {}, pictures: {} },
    ...Object.fromEntries(Object.entries(attrs).filter(([name]) => name !== 'userRating')),
  };
}

const parentKinds: Partial<Record<ItemKind, ItemKind>> = { season: 'show', episode: 'season' };

/** Recordings do not say whose child an item is; children are numbered after their parent. */
function withParents(items: PlexItem[]): PlexItem[] {
  const latest = new Map<ItemKind, number>();
  return items
    .sort((one, other) => one.ratingKey - other.ratingKey)
    .map((item) => {
      latest.set(item.kind, item.ratingKey);
      const parentKind = parentKinds[item.kind];
      const parent = parentKind === undefined ? undefined : latest.get(parentKind);
      return parent === undefined ? item : { ...item, parent };
    });
}
