import type { z } from 'zod';
import type {
  ItemKind,
  ManagedHub,
  PictureSet,
  PlexCollection,
  PlexItem,
  PlexMedia,
  PlexPlaylist,
} from '../model.ts';
import { RecordedCollection, RecordedItem, RecordedPlaylist, type RecordedState } from './trace.ts';

/** Posters count from here, as in the recordings. */
const firstVersion = 1_700_000_000;

const posters = (key: number, version: number): PictureSet => {
  const original = { key: `metadata://posters/tv.plex.agents.movie_1`, provider: 'tv.plex.agents.movie' };
  const uploads = Array.from({ length: Math.max(0, version - 1) }, (_, at) => ({
    key: `upload://posters/${version - at}`,
  }));
  return {
    selected: uploads[0]?.key ?? original.key,
    version: firstVersion + Math.max(version, 1),
    choices: key > 0 ? [...uploads, original] : [],
  };
};

const media = (key: number, versions: number): PlexMedia[] =>
  Array.from({ length: versions }, (_, at) => ({
    id: key * 10 + at,
    videoResolution: '1080',
    container: 'mkv',
    parts: [
      { id: key * 10 + at, file: `/media/${key}-${at}.mkv`, size: 1_000_000, container: 'mkv', streams: [] },
    ],
  }));

const texts = [
  'contentRating',
  'originallyAvailableAt',
  'studio',
  'editionTitle',
  'originalTitle',
  'audienceRatingImage',
  'ratingImage',
  'summary',
  'tagline',
] as const;
const numbers = ['year', 'index', 'duration', 'rating', 'audienceRating'] as const;

const attributes = (attrs: Record<string, string | number>): Partial<PlexItem> => {
  const read: Partial<PlexItem> = {};
  for (const name of texts) if (attrs[name] !== undefined) read[name] = String(attrs[name]);
  for (const name of numbers) if (attrs[name] !== undefined) read[name] = Number(attrs[name]);
  if (attrs.userRating !== undefined) read.use = { 1: { userRating: Number(attrs.userRating) } };
  return read;
};

export const seedItem = (ratingKey: number, recorded: z.input<typeof RecordedItem>): PlexItem => {
  const item = RecordedItem.parse(recorded);
  return {
    ratingKey,
    kind: item.type,
    sectionId: item.section,
    title: item.title,
    ...(item.titleSort ? { titleSort: item.titleSort } : {}),
    guid: `plex://${item.type}/${ratingKey}`,
    externalGuids: [`tmdb://${ratingKey}`],
    addedAt: firstVersion,
    updatedAt: firstVersion,
    tags: {
      genre: item.genres,
      label: item.labels,
      director: item.directors,
      writer: item.writers,
      country: item.countries,
    },
    roles: item.roles.map((name) => ({ name })),
    media: item.type === 'show' || item.type === 'season' ? [] : media(ratingKey, item.media_versions),
    locked: item.locks,
    use: {},
    preferences: item.prefs,
    pictures: { poster: posters(ratingKey, item.poster_version) },
    ...attributes(item.attrs),
  };
};

export const seedCollection = (
  ratingKey: number,
  recorded: z.input<typeof RecordedCollection>,
  subtype: ItemKind,
): PlexCollection => {
  const collection = RecordedCollection.parse(recorded);
  const { collectionMode, collectionSort, ...preferences } = collection.prefs;
  const summary = collection.attrs.summary;
  return {
    kind: 'collection',
    ratingKey,
    sectionId: collection.section,
    guid: `collection://${ratingKey}`,
    subtype,
    title: collection.title,
    ...(collection.titleSort ? { titleSort: collection.titleSort } : {}),
    ...(summary === undefined ? {} : { summary: String(summary) }),
    ...(collection.smart && collection.content ? { content: collection.content } : {}),
    addedAt: firstVersion,
    updatedAt: firstVersion,
    members: collection.smart ? [] : collection.items,
    labels: collection.labels,
    mode: Number(collectionMode ?? -1),
    sort: Number(collectionSort ?? 0),
    locked: collection.locks,
    use: {},
    preferences,
    pictures:
      collection.uploads.length > 0 ? { poster: posters(ratingKey, collection.uploads.length + 1) } : {},
  };
};

export const seedPlaylist = (ratingKey: number, recorded: z.input<typeof RecordedPlaylist>): PlexPlaylist => {
  const playlist = RecordedPlaylist.parse(recorded);
  return {
    kind: 'playlist',
    ratingKey,
    guid: `playlist://${ratingKey}`,
    playlistKind: 'video',
    title: playlist.title,
    summary: playlist.summary,
    owner: 1,
    addedAt: firstVersion,
    updatedAt: firstVersion,
    entries: playlist.items.map((key, at) => ({ playlistItemId: at + 1, ratingKey: key })),
    locked: [],
    use: {},
    pictures: {},
  };
};

export const seedHub = (
  identifier: string,
  sectionId: number,
  collection?: RecordedCollection,
): ManagedHub => {
  const shown = (name: string): boolean => ['1', 'true'].includes(String(collection?.visibility?.[name]));
  return {
    identifier,
    sectionId,
    title: collection?.title ?? identifier,
    promotedToRecommended: shown('promotedToRecommended'),
    promotedToOwnHome: shown('promotedToOwnHome'),
    promotedToSharedHome: shown('promotedToSharedHome'),
    deletable: identifier.startsWith('custom.'),
  };
};

export const seedHubs = (state: RecordedState): ManagedHub[] =>
  Object.entries(state.hubs).flatMap(([section, identifiers]) =>
    identifiers.map((identifier) =>
      seedHub(identifier, Number(section), state.collections[identifier.split('.').at(-1) ?? '']),
    ),
  );
