import type {
  ItemUse,
  PictureOwner,
  PictureSource,
  PlexAccount,
  PlexCollection,
  PlexItem,
  PlexLibrary,
  PlexPlaylist,
  PlexSection,
  PlexState,
} from '../model.ts';
import type { WorldPorts } from './ports.ts';
import { createTagBook, type TagBook } from './tag-book.ts';

/** The living server: its data, fast ways to find things in it, and its ports. */
export interface World extends WorldPorts {
  state: PlexState;
  images: PictureSource;
  tags: TagBook;
  item(ratingKey: number): PlexItem | undefined;
  collection(ratingKey: number): PlexCollection | undefined;
  playlist(ratingKey: number): PlexPlaylist | undefined;
  section(id: number): PlexSection | undefined;
  owner(ratingKey: number): PictureOwner | undefined;
  children(ratingKey: number): PlexItem[];
  /** Plain collections an item is in, by title. */
  collectionsOf(item: PlexItem): PlexCollection[];
  takeRatingKey(): number;
  /** Works something out once until the next change. */
  remember<T>(name: string, workOut: () => T): T;
  /** To be called when items were added or removed. */
  reindex(): void;
}

interface Index {
  items: Map<number, PlexItem>;
  children: Map<number, PlexItem[]>;
}

const byIndex = (a: PlexItem, b: PlexItem): number => (a.index ?? 0) - (b.index ?? 0);

const indexItems = (items: readonly PlexItem[]): Index => {
  const index: Index = { items: new Map(), children: new Map() };
  for (const item of items) {
    index.items.set(item.ratingKey, item);
    if (item.parent === undefined) continue;
    const siblings = index.children.get(item.parent);
    if (siblings) siblings.push(item);
    else index.children.set(item.parent, [item]);
  }
  for (const siblings of index.children.values()) siblings.sort(byIndex);
  return index;
};

const indexMembership = (collections: readonly PlexCollection[]): Map<number, PlexCollection[]> => {
  const membership = new Map<number, PlexCollection[]>();
  for (const collection of collections) {
    if (collection.content !== undefined) continue;
    for (const member of collection.members) {
      const theirs = membership.get(member);
      if (theirs) theirs.push(collection);
      else membership.set(member, [collection]);
    }
  }
  return membership;
};

export const createWorld = (library: PlexLibrary, ports: WorldPorts): World => {
  const { images, ...state } = library;
  let index = indexItems(state.items);
  const remembered = new Map<string, unknown>();

  const world: World = {
    ...ports,
    state,
    images,
    // A number somebody has seen must be the same after a restart.
    tags: createTagBook(state, () => ports.changed()),
    item: (ratingKey) => index.items.get(ratingKey),
    collection: (ratingKey) => state.collections.find((one) => one.ratingKey === ratingKey),
    playlist: (ratingKey) => state.playlists.find((one) => one.ratingKey === ratingKey),
    section: (id) => state.sections.find((one) => one.id === id),
    owner: (ratingKey) =>
      index.items.get(ratingKey) ?? world.collection(ratingKey) ?? world.playlist(ratingKey),
    children: (ratingKey) => index.children.get(ratingKey) ?? [],
    collectionsOf: (item) =>
      world.remember('membership', () => indexMembership(state.collections)).get(item.ratingKey) ?? [],
    remember: <T>(name: string, workOut: () => T): T => {
      if (!remembered.has(name)) remembered.set(name, workOut());
      return remembered.get(name) as T;
    },
    takeRatingKey: () => {
      while (world.owner(state.numbering.nextRatingKey)) state.numbering.nextRatingKey += 1;
      const taken = state.numbering.nextRatingKey;
      state.numbering.nextRatingKey += 1;
      return taken;
    },
    reindex: () => {
      index = indexItems(state.items);
      remembered.clear();
    },
    changed: (notice) => {
      remembered.clear();
      ports.changed(notice);
    },
  };
  return world;
};

export const leavesOf = (world: World, item: PlexItem): PlexItem[] => {
  const children = world.children(item.ratingKey);
  return children.length === 0
    ? item.kind === 'episode' || item.kind === 'track' || item.kind === 'movie'
      ? [item]
      : []
    : children.flatMap((child) => leavesOf(world, child));
};

export const parentOf = (world: World, item: PlexItem): PlexItem | undefined =>
  item.parent === undefined ? undefined : world.item(item.parent);

export const useOf = (owner: PictureOwner, account: PlexAccount): ItemUse =>
  owner.use[String(account.id)] ?? {};

/** For writing: what this person does with the thing from now on. */
export const changeUse = (
  owner: PictureOwner,
  account: PlexAccount,
  change: (use: ItemUse) => void,
): void => {
  const use = { ...useOf(owner, account) };
  change(use);
  owner.use[String(account.id)] = use;
};

export const mayRead = (account: PlexAccount, sectionId: number): boolean =>
  account.sections === 'all' || account.sections.includes(sectionId);

export const ownsServer = (account: PlexAccount): boolean => account.id === 1;
