import type { PlexItem } from '../model.ts';
import { announce } from '../world/announce.ts';
import type { World } from '../world/world.ts';
import { leaveCollection } from './collection-membership.ts';

const withDescendants = (world: World, item: PlexItem): PlexItem[] => [
  item,
  ...world.children(item.ratingKey).flatMap((child) => withDescendants(world, child)),
];

/** Removes an item with everything below it; its plays stay in the history under its name. */
export const deleteItem = (world: World, item: PlexItem): void => {
  const gone = withDescendants(world, item);
  const keys = new Set(gone.map(({ ratingKey }) => ratingKey));
  const byKey = new Map(gone.map((one) => [one.ratingKey, one]));
  for (const entry of world.state.history) {
    const played = byKey.get(entry.ratingKey);
    if (played) entry.deleted = { title: played.title, type: played.kind, sectionId: played.sectionId };
  }
  for (const collection of [...world.state.collections])
    for (const key of collection.members.filter((member) => keys.has(member)))
      leaveCollection(world, collection, key);
  for (const playlist of world.state.playlists)
    playlist.entries = playlist.entries.filter(({ ratingKey }) => !keys.has(ratingKey));
  world.state.sessions = world.state.sessions.filter(({ ratingKey }) => !keys.has(ratingKey));
  world.state.items = world.state.items.filter(({ ratingKey }) => !keys.has(ratingKey));
  world.reindex();
  announce(world, item, 9);
};
