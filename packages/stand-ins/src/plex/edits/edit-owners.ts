import type { PictureOwner, PlexAccount } from '../model.ts';
import type { Query } from '../wire/query.ts';
import { announce } from '../world/announce.ts';
import type { World } from '../world/world.ts';
import { editFields, editLocks } from './field-edits.ts';
import { editTags, readTagEdits } from './tag-edits.ts';

/** One edit request over any number of things: fields, tags and locks, in Plex's one query language. */
export const editOwners = (
  world: World,
  owners: readonly PictureOwner[],
  query: Query,
  account: PlexAccount,
): void => {
  const tags = readTagEdits(query);
  for (const owner of owners) {
    editFields(owner, query, account);
    editTags(world, owner, tags);
    editLocks(owner, query);
    if (!query.has('updatedAt.value')) owner.updatedAt = world.now();
    announce(world, owner, 5);
  }
};
