import { pictureKindOf } from '../describe/pictures.ts';
import type { PictureKind, PictureOwner, PictureSet, PlexState } from '../model.ts';
import type { PlexStandIn } from '../plex-stand-in.ts';
import { parseQuery } from '../wire/query.ts';
import { referencesIn } from './references.ts';
import { seedCollection, seedHub, seedItem, seedPlaylist } from './seed-parts.ts';
import type { RecordedRequest } from './trace.ts';

/**
 * A recorded success may need something no recorded request made: a poster its user chose by hand, a member
 * the requests alone do not tell of, the number another server would have given a playlist's entry.
 */
export const supplyMissing = (plex: PlexStandIn, request: RecordedRequest): string[] => {
  const supplied = suppliers.flatMap((supply) => supply(plex.state, request));
  if (supplied.length > 0) plex.change(() => undefined);
  return supplied.map((what) => `request ${request.n}: ${what}`);
};

type Supplier = (state: PlexState, request: RecordedRequest) => string[];

const ownerIn = (state: PlexState, key: number): PictureOwner | undefined =>
  [...state.items, ...state.collections, ...state.playlists].find(({ ratingKey }) => ratingKey === key);

const owners: Supplier = (state, request) =>
  referencesIn([request]).flatMap(({ key, kind = 'movie', sectionId = 1 }) => {
    if (ownerIn(state, key)) return [];
    if (kind === 'playlist') state.playlists.push(seedPlaylist(key, { title: `Playlist ${key}` }));
    else if (kind === 'collection')
      state.collections.push(
        seedCollection(key, { section: sectionId, title: `Collection ${key}` }, 'movie'),
      );
    else state.items.push(seedItem(key, { section: sectionId, type: kind, title: `Item ${key}` }));
    return [`${kind} ${key} was there`];
  });

const setOf = (owner: PictureOwner, kind: PictureKind): PictureSet => {
  const set = owner.pictures[kind] ?? { version: 1_700_000_001, choices: [] };
  owner.pictures[kind] = set;
  return set;
};

const choices: Supplier = (state, { path, query }) => {
  const found = /^\/library\/metadata\/(\d+)\/(?:file|(poster|art|clearLogo|squareArt))$/.exec(path);
  const wanted = parseQuery(query).get('url');
  const owner = found && ownerIn(state, Number(found[1]));
  if (!owner || !wanted || !/^(?:metadata|upload|media):\/\//.test(wanted)) return [];
  const kinds = ['poster', 'art', 'clearLogo', 'squareArt'] as const;
  if (kinds.some((kind) => owner.pictures[kind]?.choices.some(({ key }) => key === wanted))) return [];
  const set = setOf(owner, kinds.find((kind) => kind === found[2]) ?? 'poster');
  set.choices.unshift({ key: wanted });
  return [`${wanted} was offered for ${owner.kind} ${owner.ratingKey}`];
};

const chosen: Supplier = (state, { method, path }) => {
  const found = /^\/library\/metadata\/(\d+)\/(\w+)\/\d+$/.exec(path);
  const kind = pictureKindOf(found?.[2] ?? '');
  const owner = found && ownerIn(state, Number(found[1]));
  if (method !== 'GET' || !kind || !owner || owner.pictures[kind]?.selected !== undefined) return [];
  const set = setOf(owner, kind);
  set.selected = set.choices[0]?.key ?? `metadata://${kind}s/recorded`;
  if (set.choices.length === 0) set.choices.push({ key: set.selected });
  return [`${owner.kind} ${owner.ratingKey} had a picture (${kind})`];
};

const hubs: Supplier = (state, { path, query }) => {
  const found = /^\/hubs\/sections\/(\d+)\/manage\/([^/]+)(?:\/move)?$/.exec(path);
  if (!found) return [];
  const sectionId = Number(found[1]);
  return [found[2], parseQuery(query).get('after')].flatMap((identifier) => {
    if (!identifier || state.hubs.some((hub) => hub.identifier === identifier)) return [];
    state.hubs.push(seedHub(identifier, sectionId));
    return [`hub ${identifier} was there`];
  });
};

const members: Supplier = (state, { path, query }) => {
  const found = /^\/library\/collections\/(\d+)\/items\/(\d+)(?:\/move)?$/.exec(path);
  const collection = found && state.collections.find(({ ratingKey }) => ratingKey === Number(found[1]));
  if (!collection) return [];
  return [found[2], parseQuery(query).get('after')].flatMap((text) => {
    const key = Number(text);
    if (text === undefined || collection.members.includes(key)) return [];
    collection.members.push(key);
    return [`item ${key} was in collection ${collection.ratingKey}`];
  });
};

/** Entry numbers are the server's own; the recorded one is learnt when it is first used. */
const entries: Supplier = (state, { path, query }) => {
  const found = /^\/playlists\/(\d+)\/items\/(\d+)(?:\/move)?$/.exec(path);
  const playlist = found && state.playlists.find(({ ratingKey }) => ratingKey === Number(found[1]));
  if (!playlist) return [];
  const learnt = new Set<number>();
  return [found[2], parseQuery(query).get('after')].flatMap((text) => {
    const id = Number(text);
    if (text === undefined || playlist.entries.some(({ playlistItemId }) => playlistItemId === id)) return [];
    const free = playlist.entries.filter(({ playlistItemId }) => !learnt.has(playlistItemId));
    const entry = free.find(({ ratingKey }) => ratingKey === id) ?? free[0];
    if (entry) entry.playlistItemId = id;
    learnt.add(id);
    return entry ? [`entry ${id} was item ${entry.ratingKey} of playlist ${playlist.ratingKey}`] : [];
  });
};

const suppliers: Supplier[] = [owners, choices, chosen, hubs, members, entries];
