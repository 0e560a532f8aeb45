import { joinCollection } from '../edits/collection-membership.ts';
import type { PlexLibrary } from '../model.ts';
import type { WorldPorts } from './ports.ts';
import { createWorld, type World } from './world.ts';

/** A seed may name collections on its items only; from here on the collections' own lists are the truth. */
const adoptCollectionTags = (world: World): void => {
  for (const item of world.state.items) {
    for (const title of item.tags.collection ?? []) joinCollection(world, item, title);
    delete item.tags.collection;
  }
  world.reindex();
};

export const openWorld = (library: PlexLibrary, ports: WorldPorts): World => {
  const world = createWorld(library, ports);
  adoptCollectionTags(world);
  return world;
};
