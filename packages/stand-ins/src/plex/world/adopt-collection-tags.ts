import { joinCollection } from '../edits/collection-membership.ts';
import type { World } from './world.ts';

/** A seed may name collections on its items only; from here on the collections' own lists are the truth. */
export const adoptCollectionTags = (world: World): void => {
  for (const item of world.state.items) {
    for (const title of item.tags.collection ?? []) joinCollection(world, item, title);
    delete item.tags.collection;
  }
};
