import type {
  ItemKind,
  PictureType,
  PlexCollection,
  PlexItem,
  PlexLibrary,
  PlexPlaylist,
  PlexSection,
  SectionKind,
} from '../model.ts';
import { decodeText } from '../wire/query.ts';
import { bytesOfType } from './picture-bytes.ts';
import { recordedPictureTypes, uploadName } from './picture-types.ts';
import { type Reference, referencesIn, sectionsIn } from './references.ts';
import { seedCollection, seedHubs, seedItem, seedPlaylist } from './seed-parts.ts';
import type { RecordedRequest, RecordedState } from './trace.ts';

/** The token recordings were made with, unless one of their requests shows another. */
const usualToken = 'fake-plex-token';
const usualMachine = 'f4kef4kef4kef4kef4kef4kef4kef4kef4kef4ke';
const firstOfItsOwn = 90_001;

const isItemKind = (kind: string | undefined): kind is ItemKind =>
  kind !== undefined && kind !== 'collection' && kind !== 'playlist';

const sectionKindOf = (kind: string | undefined): SectionKind =>
  kind === 'movie' ? 'movie' : kind === 'artist' || kind === 'album' || kind === 'track' ? 'artist' : 'show';

interface Inferred {
  items: PlexItem[];
  collections: PlexCollection[];
  playlists: PlexPlaylist[];
}

/** What must have been there, told by nothing but the requests: every number they use before making their own. */
const inferFromRequests = (references: readonly Reference[]): Inferred => {
  const byKey = new Map<number, Reference[]>();
  for (const reference of references)
    byKey.set(reference.key, [...(byKey.get(reference.key) ?? []), reference]);
  const inferred: Inferred = { items: [], collections: [], playlists: [] };
  for (const [key, mentions] of byKey) {
    const kind = mentions.find((one) => one.kind)?.kind ?? mentions[0]?.listed?.kind ?? 'movie';
    const section =
      mentions.find((one) => one.sectionId !== undefined)?.sectionId ?? mentions[0]?.listed?.sectionId ?? 1;
    if (isItemKind(kind)) inferred.items.push(seedItem(key, { section, type: kind, title: `Item ${key}` }));
    else if (kind === 'collection')
      inferred.collections.push(seedCollection(key, { section, title: `Collection ${key}` }, 'movie'));
    else inferred.playlists.push(seedPlaylist(key, { title: `Playlist ${key}` }));
  }
  return inferred;
};

const fromState = (state: RecordedState): Inferred => {
  const items = Object.entries(state.items).map(([key, item]) => seedItem(Number(key), item));
  const kinds = new Map(items.map(({ ratingKey, kind }) => [ratingKey, kind]));
  return {
    items,
    collections: Object.entries(state.collections).map(([key, one]) =>
      seedCollection(Number(key), one, kinds.get(one.items[0] ?? -1) ?? 'movie'),
    ),
    playlists: Object.entries(state.playlists).map(([key, one]) => seedPlaylist(Number(key), one)),
  };
};

const parentKinds: Partial<Record<ItemKind, ItemKind>> = {
  season: 'show',
  episode: 'season',
  album: 'artist',
  track: 'album',
};

/** Recordings do not say whose child an item is; Plex numbers children after their parent. */
const adopt = (items: readonly PlexItem[]): void => {
  const latest = new Map<string, number>();
  for (const item of [...items].sort((a, b) => a.ratingKey - b.ratingKey)) {
    const parentKind = parentKinds[item.kind];
    const parent = parentKind && latest.get(`${item.sectionId} ${parentKind}`);
    if (parent !== undefined) item.parent = parent;
    latest.set(`${item.sectionId} ${item.kind}`, item.ratingKey);
  }
};

const seedSection = (id: number, kind: SectionKind): PlexSection => ({
  id,
  uuid: `recorded-section-${id}`,
  kind,
  title: { movie: 'Movies', show: 'TV', artist: 'Music' }[kind],
  agent: { movie: 'tv.plex.agents.movie', show: 'tv.plex.agents.series', artist: 'tv.plex.agents.music' }[
    kind
  ],
  scanner: 'Plex Scanner',
  language: 'en-US',
  locations: [{ id, path: `/media/${id}` }],
  createdAt: 1_600_000_000,
  updatedAt: 1_700_000_000,
  scannedAt: 1_700_000_000,
  preferences: [],
});

const seedSections = (requests: readonly RecordedRequest[], items: readonly PlexItem[]): PlexSection[] => {
  const kinds = sectionsIn(requests);
  for (const item of items) kinds.set(item.sectionId, kinds.get(item.sectionId) ?? item.kind);
  return [...kinds]
    .map(([id, listed]) =>
      seedSection(id, sectionKindOf(listed ?? items.find((one) => one.sectionId === id)?.kind)),
    )
    .sort((a, b) => a.id - b.id);
};

const shownIn = (requests: readonly RecordedRequest[], pattern: RegExp): string | undefined => {
  for (const { query } of requests) {
    const found = pattern.exec(query)?.[1];
    if (found) return found;
  }
  return undefined;
};

/** Numbers of collections and playlists that were not there before were given by the server while recording. */
const firstGiven = (references: readonly Reference[], known: ReadonlySet<number>): number => {
  const given = references
    .filter(({ key, kind }) => (kind === 'collection' || kind === 'playlist') && !known.has(key))
    .map(({ key }) => key);
  return given.length > 0 ? Math.min(...given) : Math.max(firstOfItsOwn, ...[...known].map((key) => key + 1));
};

/** A server as it must have been when a recording began: from its saved state, or from the requests alone. */
export const seedFromTrace = (requests: readonly RecordedRequest[], before?: RecordedState): PlexLibrary => {
  const references = referencesIn(requests);
  const { items, collections, playlists } = before ? fromState(before) : inferFromRequests(references);
  adopt(items);
  const known = new Set([...items, ...collections, ...playlists].map(({ ratingKey }) => ratingKey));
  const types = recordedPictureTypes(requests);
  const typeOf = (key: number, pictureKey: string): PictureType =>
    types.uploads.get(uploadName(key, Number(/^upload:.*\/(\d+)$/.exec(pictureKey)?.[1] ?? 1))) ??
    types.original.get(key) ??
    'image/jpeg';
  return {
    server: {
      machineIdentifier: shownIn(requests, /server%3A%2F%2F(\w+)/i) ?? usualMachine,
      friendlyName: 'Recorded',
      version: '1.41.0.8994-f2c27da23',
      platform: 'Linux',
      platformVersion: '6.1',
      myPlexUsername: 'recorded@example.org',
      preferences: [],
    },
    accounts: [
      {
        id: 1,
        plexId: 1,
        uuid: 'recorded-owner',
        name: 'owner',
        accessToken: decodeText(shownIn(requests, /(?:^|&)X-Plex-Token=([^&]+)/) ?? usualToken),
        sections: 'all',
      },
    ],
    sections: seedSections(requests, items),
    items,
    collections,
    playlists,
    hubs: before ? seedHubs(before) : [],
    history: [],
    sessions: [],
    tags: [],
    numbering: {
      nextRatingKey: firstGiven(references, known),
      nextPlaylistItem: 1,
      nextTag: 1,
      nextHistory: 1,
    },
    images: async (owner, _kind, pictureKey) => {
      const contentType = typeOf(owner.ratingKey, pictureKey);
      return { bytes: bytesOfType(contentType, owner.ratingKey), contentType };
    },
  };
};
