import type { Eyes } from '../filters/field.ts';
import type { PlaylistKind, PlexItem, PlexPlaylist } from '../model.ts';
import { readItemsUri } from '../world/items-uri.ts';
import { collectionItems, smartItems } from '../world/members.ts';
import { leavesOf, mayRead, type World } from '../world/world.ts';

const kindOf = (item: PlexItem): PlaylistKind =>
  item.kind === 'artist' || item.kind === 'album' || item.kind === 'track' ? 'audio' : 'video';

/** The items a uri names, in its order; things with children count as what lies below them. */
export const itemsOfUri = (uri: string, eyes: Eyes): PlexItem[] => {
  const source = readItemsUri(uri);
  if (!source) return [];
  if (source.kind === 'search') return smartItems(uri, eyes);
  const keys = source.kind === 'keys' ? source.keys : [source.of];
  return keys.flatMap((key) => {
    const collection = eyes.world.collection(key);
    if (collection) return collectionItems(collection, eyes);
    const item = eyes.world.item(key);
    return item && mayRead(eyes.account, item.sectionId) ? [item] : [];
  });
};

export const playable = (uri: string, eyes: Eyes): PlexItem[] =>
  itemsOfUri(uri, eyes).flatMap((item) => leavesOf(eyes.world, item));

export const addEntries = (world: World, playlist: PlexPlaylist, items: readonly PlexItem[]): void => {
  for (const { ratingKey } of items) {
    playlist.entries.push({ playlistItemId: world.state.numbering.nextPlaylistItem, ratingKey });
    world.state.numbering.nextPlaylistItem += 1;
  }
  playlist.updatedAt = world.now();
};

interface Wanted {
  title: string;
  kind: PlaylistKind | undefined;
  smart: boolean;
  uri: string;
}

export const newPlaylist = (wanted: Wanted, eyes: Eyes): PlexPlaylist => {
  const { world, account } = eyes;
  const items = playable(wanted.uri, eyes);
  const ratingKey = world.takeRatingKey();
  const now = world.now();
  const first = items[0];
  const playlist: PlexPlaylist = {
    kind: 'playlist',
    ratingKey,
    guid: `com.plexapp.agents.none://${ratingKey}`,
    playlistKind: wanted.kind ?? (first ? kindOf(first) : 'video'),
    title: wanted.title,
    owner: account.id,
    addedAt: now,
    updatedAt: now,
    entries: [],
    locked: [],
    use: {},
    pictures: {},
  };
  if (wanted.smart) playlist.content = wanted.uri;
  else addEntries(world, playlist, items);
  world.state.playlists.push(playlist);
  return playlist;
};
