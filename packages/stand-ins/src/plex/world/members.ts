import type { Eyes, Listed } from '../filters/field.ts';
import { listSection } from '../filters/list-section.ts';
import { sortItems } from '../filters/sort.ts';
import type { PlexCollection, PlexItem, PlexPlaylist } from '../model.ts';
import { readItemsUri } from './items-uri.ts';
import { mayRead } from './world.ts';

const isItem = (listed: Listed): listed is PlexItem => listed.kind !== 'collection';

const visible = (items: Listed[], { account }: Eyes): PlexItem[] =>
  items.filter(isItem).filter((item) => mayRead(account, item.sectionId));

export const smartItems = (content: string, eyes: Eyes): PlexItem[] => {
  const source = readItemsUri(content);
  const section = source?.kind === 'search' ? eyes.world.section(source.sectionId) : undefined;
  return source?.kind === 'search' && section ? visible(listSection(section, source.query, eyes), eyes) : [];
};

const orderedMembers = (collection: PlexCollection, eyes: Eyes): PlexItem[] => {
  const members = visible(
    collection.members.flatMap((key) => eyes.world.item(key) ?? []),
    eyes,
  );
  if (collection.sort === 2) return members;
  const key = collection.sort === 1 ? 'titleSort' : 'originallyAvailableAt';
  return sortItems(members, key, collection.subtype, eyes).filter(isItem);
};

export const collectionItems = (collection: PlexCollection, eyes: Eyes): PlexItem[] =>
  collection.content === undefined ? orderedMembers(collection, eyes) : smartItems(collection.content, eyes);

export interface ListedEntry {
  item: PlexItem;
  /** Only plain playlists number their entries. */
  playlistItemId?: number;
}

export const playlistItems = (playlist: PlexPlaylist, eyes: Eyes): ListedEntry[] => {
  if (playlist.content !== undefined) return smartItems(playlist.content, eyes).map((item) => ({ item }));
  return playlist.entries.flatMap(({ ratingKey, playlistItemId }) => {
    const item = eyes.world.item(ratingKey);
    return item && mayRead(eyes.account, item.sectionId) ? [{ item, playlistItemId }] : [];
  });
};
