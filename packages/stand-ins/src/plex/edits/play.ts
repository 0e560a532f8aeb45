import type { PlexAccount, PlexItem } from '../model.ts';
import { announce } from '../world/announce.ts';
import { changeUse, leavesOf, type World } from '../world/world.ts';

const remember = (world: World, item: PlexItem, account: PlexAccount): void => {
  world.state.history.push({
    historyId: world.state.numbering.nextHistory,
    ratingKey: item.ratingKey,
    accountId: account.id,
    deviceId: 1,
    viewedAt: world.now(),
  });
  world.state.numbering.nextHistory += 1;
};

/** Marks as played; a show or season means everything below it. */
export const markPlayed = (world: World, item: PlexItem, account: PlexAccount): void => {
  for (const leaf of leavesOf(world, item)) {
    changeUse(leaf, account, (use) => {
      use.viewCount = (use.viewCount ?? 0) + 1;
      use.lastViewedAt = world.now();
      delete use.viewOffset;
    });
    remember(world, leaf, account);
  }
  announce(world, item, 5);
};

export const markUnplayed = (world: World, item: PlexItem, account: PlexAccount): void => {
  for (const leaf of leavesOf(world, item)) {
    changeUse(leaf, account, (use) => {
      delete use.viewCount;
      delete use.lastViewedAt;
      delete use.viewOffset;
    });
  }
  announce(world, item, 5);
};

/** Plex counts nine tenths as a whole play. */
const playedShare = 0.9;

export const moveProgress = (
  world: World,
  item: PlexItem,
  account: PlexAccount,
  progress: { time: number; duration: number; state: string },
): void => {
  const length = item.duration ?? progress.duration;
  if (length > 0 && progress.time >= length * playedShare && progress.state === 'stopped') {
    markPlayed(world, item, account);
    return;
  }
  changeUse(item, account, (use) => {
    if (progress.time > 0) use.viewOffset = Math.min(progress.time, length || progress.time);
    else delete use.viewOffset;
  });
  world.changed();
};
