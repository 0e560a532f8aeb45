import type { PlaceAttribute, QueueSetting } from '@marquee/contracts';
import { shown } from '../overlays/problems.ts';
import { dynamicPlaces } from './dynamic-position.ts';
import { numberOrNull } from './queue-settings.ts';
import { percentInQueue, readSlot, SLOT_ATTRIBUTES, type SlotValues } from './read-slot.ts';

export interface Trouble<Name extends string> {
  at: Name;
  message: string;
  mend: string;
}

/** What is wrong with a place, complete with what it takes from the one before. */
export function placeTrouble(
  values: Readonly<Partial<SlotValues>>,
  queue: string,
): Trouble<PlaceAttribute> | null {
  const outcome = readSlot({ ...blank, ...values }, shown(queue));
  if ('wrong' in outcome) {
    const { attribute, message, mend } = outcome.wrong;
    return { at: attribute, message, mend };
  }
  const { horizontalOffset, verticalOffset } = outcome.slot;
  if (!horizontalOffset.percent && !verticalOffset.percent) return null;
  const { message, mend } = percentInQueue(shown(queue));
  return { at: horizontalOffset.percent ? 'horizontal_offset' : 'vertical_offset', message, mend };
}

/** The same of the places that a `dynamic_position` makes: at what they start from, or at what leads them astray. */
export function dynamicTrouble(
  dynamic: Readonly<Record<string, unknown>>,
  { queue, defaults, limit }: { queue: string; defaults: Readonly<Record<string, unknown>>; limit: unknown },
): Trouble<QueueSetting> | null {
  const places = dynamicPlaces(dynamic, [new Map(Object.entries(defaults))]);
  const most = numberOrNull(limit) || places.length;
  for (const [index, place] of places.slice(0, most).entries()) {
    const trouble = placeTrouble(place, queue);
    if (trouble) return { ...trouble, at: settingOf(trouble.at, index) };
  }
  return null;
}

function settingOf(attribute: PlaceAttribute, place: number): QueueSetting {
  if (place > 0 && attribute === 'horizontal_offset') return 'horizontal_spacing';
  if (place > 0 && attribute === 'vertical_offset') return 'vertical_spacing';
  return `initial_${attribute}`;
}

const blank = Object.fromEntries(SLOT_ATTRIBUTES.map((name) => [name, null])) as SlotValues;
