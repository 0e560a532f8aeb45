import {
  errorCodes,
  type OverlayItem,
  overlayItemsAsked,
  type Principal,
  Problem,
  problem,
} from '@marquee/contracts';
import type { Bus } from '@marquee/service-kit';

export type FoundItem = OverlayItem & { baseHash: string | null };
export interface MissedItem {
  itemId: string;
  code: string;
  message: string;
}

/** Facts, matches and posters of items, from the service that reads Plex; it shows only what the person may see. */
export async function askItems(
  bus: Pick<Bus, 'request'>,
  question: { principal: Principal; itemIds: string[]; files: string[]; withBase: boolean },
): Promise<(FoundItem | MissedItem)[]> {
  return (await bus.request(overlayItemsAsked, question)).items;
}

export async function askItem(
  bus: Pick<Bus, 'request'>,
  { itemId, ...question }: { principal: Principal; itemId: string; files: string[]; withBase: boolean },
): Promise<FoundItem> {
  const [item] = await askItems(bus, { ...question, itemIds: [itemId] });
  if (item === undefined) throw problem('item.not-found');
  if (isMissed(item)) throw problemOf(item);
  return item;
}

export function isMissed(item: FoundItem | MissedItem): item is MissedItem {
  return 'code' in item;
}

function problemOf({ code, message }: MissedItem): Problem {
  const known = errorCodes.find((one) => one === code);
  return known === undefined
    ? problem('render.failed', { details: [{ message }] })
    : new Problem(known, { message });
}
