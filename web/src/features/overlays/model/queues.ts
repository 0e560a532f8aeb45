import {
  type OverlayDefinition,
  type OverlayEdit,
  type OverlayEntry,
  type OverlayOffset,
  type OverlayQueue,
  type OverlaySlot,
  PlaceAttribute,
} from '@marquee/contracts';
import { placeTrouble, type WrittenList, type WrittenPlace } from '@marquee/kometa';
import { writtenOffset } from '../../../engine/placing.ts';

type Values = Readonly<Record<string, string | number | null>>;
interface Size {
  width: number;
  height: number;
}

const ownPlace = ['horizontal_align', 'vertical_align', 'horizontal_offset', 'vertical_offset'] as const;
const STEP = 10;

/** What a definition says to stand in a queue: nothing of its own place any more, and a weight that nobody there has. */
export function joiningQueue(
  { mapping, definition }: Pick<OverlayEntry, 'mapping'> & { definition: OverlayDefinition },
  queue: { name: string; key: string | null },
  entries: readonly OverlayEntry[],
  written: Readonly<Record<string, unknown>>,
): Values {
  const members = membersOf(entries, queue.key).filter((member) => member.mapping !== mapping);
  const given = ['group', ...ownPlace].filter((name) => written[name] !== undefined);
  return {
    queue: queue.name,
    weight: freeWeight(
      definition.weight,
      members.map(({ weight }) => weight ?? 0),
    ),
    ...Object.fromEntries(given.map((name) => [name, null])),
  };
}

/** What a definition says that leaves its queue and stays where that had put it. */
export function leavingQueue(definition: OverlayDefinition, slot: OverlaySlot | null): Values {
  const { horizontalAlign, verticalAlign, horizontalOffset, verticalOffset } = definition;
  const zero: OverlayOffset = { value: 0, percent: false };
  return {
    queue: null,
    horizontal_align: horizontalAlign ?? slot?.horizontalAlign ?? null,
    vertical_align: verticalAlign ?? slot?.verticalAlign ?? null,
    horizontal_offset: writtenOffset(horizontalOffset ?? slot?.horizontalOffset ?? zero),
    vertical_offset: writtenOffset(verticalOffset ?? slot?.verticalOffset ?? zero),
  };
}

/** Who stands in a queue, in the order in which it gives its places away. */
export function membersOf(entries: readonly OverlayEntry[], queue: string | null): OverlayDefinition[] {
  return entries
    .flatMap(({ definition }) =>
      definition && definition.queue === queue && queue !== null ? [definition] : [],
    )
    .sort((one, other) => (other.weight ?? 0) - (one.weight ?? 0));
}

/** The own one if it is free, else one behind all others: of two with one weight Kometa draws neither. */
function freeWeight(own: number | null, taken: readonly number[]): number {
  if (own !== null && !taken.includes(own)) return own;
  if (taken.length === 0) return STEP;
  const least = Math.min(...taken);
  if (least > STEP) return least - STEP;
  return least > 0 ? least - 1 : Math.max(...taken) + STEP;
}

/** A queue with one place, where the definition stands now. */
export function queueAt(definition: OverlayDefinition, canvas: Size): string {
  const { horizontalAlign, verticalAlign, horizontalOffset, verticalOffset } = definition;
  const pixels = (offset: OverlayOffset | null, whole: number) =>
    offset === null ? 0 : offset.percent ? Math.trunc((whole * offset.value) / 100) : offset.value;
  return [
    `- horizontal_align: ${horizontalAlign ?? 'left'}`,
    `  vertical_align: ${verticalAlign ?? 'top'}`,
    `  horizontal_offset: ${pixels(horizontalOffset, canvas.width)}`,
    `  vertical_offset: ${pixels(verticalOffset, canvas.height)}`,
    '',
  ].join('\n');
}

/** Each place complete: what it says, and for the rest what it takes from the ones before or from the defaults. */
export function completePlaces(
  { places }: WrittenList,
  defaults: Readonly<Record<string, unknown>>,
): WrittenPlace[] {
  let before: WrittenPlace = Object.fromEntries(
    PlaceAttribute.options.filter((name) => name in defaults).map((name) => [name, defaults[name]]),
  );
  return places.map((says) => {
    before = { ...before, ...says };
    return before;
  });
}

/** Whether Kometa would stumble over one thing of a complete place, whatever else is wrong with it. */
export function isTrouble(place: WrittenPlace, attribute: PlaceAttribute): boolean {
  const { horizontal_align, vertical_align } = place;
  const sound = {
    horizontal_align: horizontal_align === 'center' ? 'center' : 'left',
    vertical_align: vertical_align === 'center' ? 'center' : 'top',
    horizontal_offset: 0,
    vertical_offset: 0,
  };
  return placeTrouble({ ...sound, [attribute]: place[attribute] }, '') !== null;
}

type PlaceScalar = string | number | boolean | null;
interface PlaceKey {
  queue: string;
  list: string | null;
  place: number;
}

/** Takes a place away; the one behind it says then itself what it took from there. */
export function removingPlace({ queue, list, place }: PlaceKey, written: WrittenList): OverlayEdit[] {
  const gone = written.places[place] ?? {};
  const next = written.places[place + 1];
  const lost = next ? PlaceAttribute.options.filter((name) => name in gone && !(name in next)) : [];
  return [
    ...lost.map(
      (attribute): OverlayEdit => ({
        kind: 'set-place',
        queue,
        list,
        place: place + 1,
        attribute,
        value: gone[attribute] as PlaceScalar,
      }),
    ),
    { kind: 'remove-place', queue, list, place },
  ];
}

/** Where a slot is on a canvas, as near as one can say without what stands there. */
export function slotPoint(slot: OverlaySlot, { width, height }: Size): { x: number; y: number } {
  const along = (align: string, { value, percent }: OverlayOffset, whole: number) => {
    const offset = percent ? (whole * value) / 100 : value;
    if (align === 'center') return whole / 2 + offset;
    return align === 'right' || align === 'bottom' ? whole - offset : offset;
  };
  return {
    x: along(slot.horizontalAlign, slot.horizontalOffset, width),
    y: along(slot.verticalAlign, slot.verticalOffset, height),
  };
}

/** The slot that a definition has, or would have if it came first. */
export function slotOf(
  definition: OverlayDefinition,
  queues: readonly OverlayQueue[],
  taken: number | null,
): OverlaySlot | null {
  return queues.find(({ key }) => key === definition.queue)?.slots[taken ?? 0] ?? null;
}

const FIRST = { horizontal_align: 'left', vertical_align: 'top', horizontal_offset: 30, vertical_offset: 30 };
const APART = 100;

/** What a place behind the last one says: it goes on as the last two do, else below. */
export function nextPlace(complete: readonly WrittenPlace[]): WrittenPlace {
  const [last, before] = [complete.at(-1), complete.at(-2)];
  if (!last) return FIRST;
  const on = (name: 'horizontal_offset' | 'vertical_offset', alone: number) => {
    const [from, to] = [before?.[name], last[name]];
    if (typeof to !== 'number') return {};
    const by = before === undefined ? alone : typeof from === 'number' ? to - from : 0;
    return by === 0 ? {} : { [name]: isTrouble({ ...last, [name]: to + by }, name) ? to : to + by };
  };
  return { ...on('horizontal_offset', 0), ...on('vertical_offset', APART) };
}
