import type { ItemKind, PlexCollection } from '../model.ts';
import type { World } from '../world/world.ts';

interface Wanted {
  title: string;
  sectionId: number;
  subtype: ItemKind;
  content?: string;
  members?: number[];
}

export const newCollection = (world: World, wanted: Wanted): PlexCollection => {
  const ratingKey = world.takeRatingKey();
  const now = world.now();
  const collection: PlexCollection = {
    kind: 'collection',
    ratingKey,
    sectionId: wanted.sectionId,
    guid: `collection://${ratingKey}`,
    subtype: wanted.subtype,
    title: wanted.title,
    addedAt: now,
    updatedAt: now,
    members: wanted.members ?? [],
    labels: [],
    mode: -1,
    sort: 0,
    locked: [],
    use: {},
    preferences: {},
    pictures: {},
  };
  if (wanted.content !== undefined) collection.content = wanted.content;
  world.state.collections.push(collection);
  return collection;
};
