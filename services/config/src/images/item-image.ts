import { type ImageKind, type Principal, problem } from '@marquee/contracts';
import type { z } from 'zod';
import { type VisibleItem, visibleItem } from '../items/visible-item.ts';
import type { PlexPorts } from '../servers/server-info.ts';
import type { ImageSource } from './sized-image.ts';

type Kind = z.infer<typeof ImageKind>;

/** Younger than this, what we know of an item is not asked for again however often a version is unknown. */
const FRESH_MS = 2_000;

export interface ItemImage {
  source: ImageSource;
  version: string;
}

/** Where an item's picture is now. `wanted` is the version the caller saw in a list. */
export async function findItemImage(
  ports: PlexPorts & { now: () => number },
  principal: Principal,
  { itemId, kind, wanted }: { itemId: string; kind: Kind; wanted: string | undefined },
): Promise<ItemImage> {
  let item = await visibleItem(ports, principal, itemId);
  const outdated = wanted !== undefined && wanted !== item.facts[kind]?.version;
  if (outdated && ports.now() - item.facts.readAt > FRESH_MS) {
    ports.memory.facts.forgetItem(item.server, item.ratingKey);
    item = await visibleItem(ports, principal, itemId);
  }
  return imageOf(item, kind);
}

function imageOf({ server, ratingKey, facts }: VisibleItem, kind: Kind): ItemImage {
  const picture = facts[kind];
  if (picture === null) throw problem('image.not-found');
  const { address, version } = picture;
  return { source: { server, name: `${ratingKey}/${kind}/${version}`, address }, version };
}
