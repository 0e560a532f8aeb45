import { type OverlayItem, type Principal, Problem } from '@marquee/contracts';
import type { PlexItem } from '@marquee/plex';
import type { Blobs } from '@marquee/service-kit';
import type { ConfigFolder } from '../../files/config-folder.ts';
import { createTurns } from '../../images/turns.ts';
import { type VisibleItem, visibleItem } from '../../items/visible-item.ts';
import { itemKey } from '../../servers/plex-memory.ts';
import type { PlexPorts } from '../../servers/server-info.ts';
import type { ReadCached } from '../files/read-cached.ts';
import { createMatcher } from '../matching/matcher.ts';
import { findBasePoster, keepBasePoster } from './base-poster.ts';
import type { FullItem } from './full-items.ts';
import { fullTitle, overlayFacts } from './overlay-facts.ts';
import { levelOf } from './overlay-level.ts';
import { partDurations } from './part-durations.ts';

export interface OverlayItemPorts extends PlexPorts {
  folder: ConfigFolder;
  blobs: Blobs;
  read: ReadCached;
  fullItem: FullItem;
  clock: () => Date;
}

export interface ItemsAsked {
  principal: Principal;
  itemIds: readonly string[];
  files: readonly string[];
  withBase: boolean;
}
export type OverlayItemAnswer =
  | { ok: true; item: OverlayItem & { baseHash: string | null } }
  | { ok: false; itemId: string; failure: Problem };

/** At a time, so that a hundred shows do not fall upon Plex at once. */
const AT_A_TIME = 8;

/** For each item all that drawing on it needs, or why not; an item that the person may not see is not there. */
export async function overlayItems(
  ports: OverlayItemPorts,
  { principal, itemIds, files, withBase }: ItemsAsked,
): Promise<OverlayItemAnswer[]> {
  const match = createMatcher(ports.read, files);
  const inTurn = createTurns(AT_A_TIME);
  // Together: Plex is asked once for all of them.
  const opened = await Promise.all(itemIds.map((itemId) => open(ports, principal, itemId)));
  return await Promise.all(
    opened.map((one) => (one.ok ? inTurn(() => answerFor(ports, one, match, withBase)) : one)),
  );
}

type Opened = { ok: true; visible: VisibleItem; item: PlexItem };
type Failed = Extract<OverlayItemAnswer, { ok: false }>;

async function open(ports: OverlayItemPorts, principal: Principal, itemId: string): Promise<Opened | Failed> {
  return await orFailure(itemId, async () => {
    const visible = await visibleItem(ports, principal, itemId);
    return { ok: true, visible, item: await ports.fullItem(visible.server, visible.ratingKey) };
  });
}

function answerFor(
  ports: OverlayItemPorts,
  { visible, item }: Opened,
  match: ReturnType<typeof createMatcher>,
  withBase: boolean,
): Promise<OverlayItemAnswer> {
  const { id: itemId, libraryId, server, sectionId, ratingKey } = visible;
  return orFailure(itemId, async () => {
    const level = levelOf(item);
    const durations = await ports.memory.durations.get(itemKey(server, ratingKey), () =>
      partDurations(server, item),
    );
    const { facts, sampled } = overlayFacts({ id: itemId, serverId: server.id, sectionId }, item, durations);
    const matches = await match({
      ...{ server, sectionId, item, level, memory: ports.memory, now: ports.clock() },
      guids: () => guidsOf(ports, visible, item),
    });
    const base = await findBasePoster(ports.folder, visible, item);
    const baseHash = withBase ? await keepBasePoster(ports.blobs, visible, base) : null;
    const { source, version } = base;
    const title = fullTitle(item);
    return {
      ok: true,
      item: { itemId, libraryId, title, facts, sampled, matches, base: { source, version }, baseHash },
    };
  });
}

async function guidsOf(
  { fullItem }: OverlayItemPorts,
  { server }: VisibleItem,
  item: PlexItem,
): Promise<string[]> {
  const show =
    item.type === 'episode'
      ? item.grandparentRatingKey
      : item.type === 'season'
        ? item.parentRatingKey
        : null;
  return show === null ? item.guids : [...item.guids, ...(await fullItem(server, show)).guids];
}

async function orFailure<T>(itemId: string, work: () => Promise<T>): Promise<T | Failed> {
  try {
    return await work();
  } catch (failure) {
    if (failure instanceof Problem) return { ok: false, itemId, failure };
    throw failure;
  }
}
