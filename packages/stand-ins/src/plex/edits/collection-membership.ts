import type { PlexCollection, PlexItem } from '../model.ts';
import type { World } from '../world/world.ts';
import { newCollection } from './new-collection.ts';

const sameTitle = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const plainCollection = (world: World, item: PlexItem, title: string): PlexCollection | undefined =>
  world.state.collections.find(
    (one) =>
      one.content === undefined &&
      one.sectionId === item.sectionId &&
      one.subtype === item.kind &&
      sameTitle(one.title, title),
  );

/** Tagging an item with a collection's name is how Plex creates collections. */
export const joinCollection = (world: World, item: PlexItem, title: string): void => {
  const collection =
    plainCollection(world, item, title) ??
    newCollection(world, { title, sectionId: item.sectionId, subtype: item.kind });
  if (!collection.members.includes(item.ratingKey)) collection.members.push(item.ratingKey);
};

export const removeCollection = (world: World, collection: PlexCollection): void => {
  const hub = `custom.collection.${collection.sectionId}.${collection.ratingKey}`;
  world.state.collections = world.state.collections.filter((one) => one !== collection);
  world.state.hubs = world.state.hubs.filter((one) => one.identifier !== hub);
};

/** A plain collection that loses its last member is gone. */
export const leaveCollection = (world: World, collection: PlexCollection, ratingKey: number): void => {
  collection.members = collection.members.filter((member) => member !== ratingKey);
  if (collection.members.length === 0) removeCollection(world, collection);
};

export const leaveCollectionNamed = (world: World, item: PlexItem, title: string): void => {
  const collection = plainCollection(world, item, title);
  if (collection?.members.includes(item.ratingKey)) leaveCollection(world, collection, item.ratingKey);
};
