import type { PictureOwner } from '../model.ts';
import { typeNumbers } from './titles.ts';
import type { World } from './world.ts';

/** Saves, and tells listeners that a thing was created (0), changed (5) or deleted (9). */
export const announce = (world: World, owner: PictureOwner, state: 0 | 5 | 9): void =>
  world.changed({
    type: 'timeline',
    itemId: owner.ratingKey,
    sectionId: owner.kind === 'playlist' ? -1 : owner.sectionId,
    itemType: typeNumbers[owner.kind],
    title: owner.title,
    state,
  });
