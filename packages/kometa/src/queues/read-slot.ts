import { type OverlayOffset, type OverlaySlot, PlaceAttribute } from '@marquee/contracts';
import { offsetWanted } from '../attributes/read-attribute.ts';
import type { Finding } from '../overlays/problems.ts';
import { pythonInteger } from '../yaml/read-values.ts';
import { textOf } from './queue-variables.ts';

export const SLOT_ATTRIBUTES = PlaceAttribute.options;
export type SlotValues = Record<PlaceAttribute, unknown>;

type Wrong = Pick<Finding, 'code' | 'message' | 'mend'> & { attribute: PlaceAttribute };

/** Kometa reads percent in a place, and cannot draw by it. */
export const percentInQueue = (queue: string) => ({
  code: 'queue-percent',
  message: `The queue ${queue} has a place in percent: Kometa fails every item with an overlay there`,
  mend: 'Write the offsets of a queue in pixels',
});

const FAR = 100_000;

/** One place of a queue, complete with what it took from the place before. */
export function readSlot(values: SlotValues, queue: string): { slot: OverlaySlot } | { wrong: Wrong } {
  const missing = SLOT_ATTRIBUTES.find((name) => values[name] === null || values[name] === undefined);
  if (missing) {
    return {
      wrong: {
        code: 'queue-incomplete',
        attribute: missing,
        message: `A place of the queue ${queue} has no ${missing}, and none before it has`,
        mend: `Write ${missing} in the first place, or in the defaults of the queue`,
      },
    };
  }
  const horizontal = align(values, 'horizontal_align', ['left', 'center', 'right'], queue);
  if ('wrong' in horizontal) return horizontal;
  const vertical = align(values, 'vertical_align', ['top', 'center', 'bottom'], queue);
  if ('wrong' in vertical) return vertical;
  const across = offset(values, 'horizontal_offset', values.horizontal_align === 'center', queue);
  if ('wrong' in across) return across;
  const down = offset(values, 'vertical_offset', values.vertical_align === 'center', queue);
  if ('wrong' in down) return down;
  return {
    slot: {
      horizontalAlign: horizontal.value,
      verticalAlign: vertical.value,
      horizontalOffset: across.value,
      verticalOffset: down.value,
    },
  };
}

function align<T extends string>(
  values: SlotValues,
  name: 'horizontal_align' | 'vertical_align',
  options: readonly [T, T, T],
  queue: string,
): { value: T } | { wrong: Wrong } {
  const written = textOf(values[name]);
  if (options.some((option) => option === written.toLowerCase())) {
    // Kometa accepts capitals and then follows none of them: as the first.
    return { value: options.find((option) => option === written) ?? options[0] };
  }
  return {
    wrong: {
      code: 'not-choice',
      attribute: name,
      message: `${name} in the queue ${queue} is ${written}; it must be one of ${options.join(', ')}`,
      mend: `Write one of ${options.join(', ')}`,
    },
  };
}

function offset(
  values: SlotValues,
  name: 'horizontal_offset' | 'vertical_offset',
  centred: boolean,
  queue: string,
): { value: OverlayOffset } | { wrong: Wrong } {
  const written = textOf(values[name]);
  const percent = written.endsWith('%');
  const value = pythonInteger(percent ? written.slice(0, -1) : written);
  const [least, most] = percent ? (centred ? [-50, 50] : [0, 100]) : [centred ? -FAR : 0, FAR];
  if (value !== null && value >= least && value <= most) return { value: { value: value + 0, percent } };
  const wanted = offsetWanted(percent, centred);
  return {
    wrong: {
      code: 'not-offset',
      attribute: name,
      message: `${name} in the queue ${queue} is ${written.slice(0, 60)}; it must be ${wanted}`,
      mend: `Write ${wanted}`,
    },
  };
}
