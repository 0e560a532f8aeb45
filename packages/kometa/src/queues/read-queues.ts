import type { OverlayQueue, OverlaySlot } from '@marquee/contracts';
import { type Finding, shown } from '../overlays/problems.ts';
import { keyOf } from '../overlays/read-overlay.ts';
import type { Span } from '../yaml/places.ts';
import { type Field, isBlank, keySpan, plainOf, valueSpan } from '../yaml/read-values.ts';
import { spanOf } from '../yaml/yaml-tree.ts';
import { dynamicPlaces } from './dynamic-position.ts';
import { numberOrNull, type QueueFile, readSettings, type Settings } from './queue-settings.ts';
import { sourceOf } from './queue-source.ts';
import { isRecord } from './queue-variables.ts';
import { percentInQueue, readSlot, SLOT_ATTRIBUTES, type SlotValues } from './read-slot.ts';

interface WrittenPlace {
  value: unknown;
  span: Span;
}

const MAX_SLOTS = 100;

/** The queues of a file with their places worked out. What is wrong with one fails the whole file, as in Kometa. */
export function readQueues(context: QueueFile, queues: readonly Field[]): OverlayQueue[] {
  let limit = numberOrNull(context.variables.overlay_limit);
  const read: OverlayQueue[] = [];
  for (const field of queues) {
    if (isBlank(context.tree, field.value)) continue;
    const settings = readSettings(context, field, limit);
    limit = settings.limit;
    const places = placesOf(context, field, settings);
    if (!places) continue;
    const slots = readPlaces(context, field, places, settings);
    if (!slots) continue;
    read.push({
      key: keyOf(context.file, field.name),
      file: context.file,
      name: field.name.slice(0, 500),
      slots,
    });
  }
  return read;
}

function placesOf(context: QueueFile, queue: Field, settings: Settings): WrittenPlace[] | null {
  const { tree, findings } = context;
  const source = sourceOf(tree, queue, settings);
  const atKey = keySpan(queue);
  const fail = (finding: Pick<Finding, 'code' | 'message' | 'mend'>) => {
    findings.failFile({ ...finding, span: atKey, attribute: 'queue' });
    return null;
  };
  switch (source.from) {
    case 'variables':
      return source.places.map((value) => ({ value, span: atKey }));
    case 'list': {
      const otherwise = source.field ? keySpan(source.field) : atKey;
      return source.items.map((item) => ({ value: plainOf(tree, item), span: spanOf(item) ?? otherwise }));
    }
    case 'dynamic':
      return dynamicPlaces(source.dynamic, settings.sources).map((value) => ({ value, span: atKey }));
    case 'unknown-position':
      return fail({
        code: 'queue-position-unknown',
        message: `The queue ${shown(queue.name)} has no position ${shown(source.wanted)}`,
        mend: source.known.length > 0 ? `Use one of: ${source.known.join(', ')}` : 'Write it',
      });
    case 'nothing':
      return fail({
        code: 'queue-not-list',
        message: `The queue ${shown(queue.name)} is no list of places`,
        mend: 'Write a list with an entry for each place',
      });
  }
}

function readPlaces(
  { findings }: QueueFile,
  queue: Field,
  places: readonly WrittenPlace[],
  settings: Settings,
): OverlaySlot[] | null {
  const { defaults, limit } = settings;
  const inherited: SlotValues = {
    horizontal_align: defaults.get('horizontal_align') ?? null,
    vertical_align: defaults.get('vertical_align') ?? null,
    horizontal_offset: defaults.get('horizontal_offset') ?? null,
    vertical_offset: defaults.get('vertical_offset') ?? null,
  };
  const slots: OverlaySlot[] = [];
  let percentAt: Span | null = null;
  for (const { value, span } of places) {
    if (isRecord(value)) {
      for (const name of SLOT_ATTRIBUTES) if (name in value) inherited[name] = value[name];
    }
    const outcome = readSlot(inherited, shown(queue.name));
    if ('wrong' in outcome) {
      findings.failFile({ ...outcome.wrong, span });
      return null;
    }
    if (slots.length === MAX_SLOTS) {
      findings.warn({
        code: 'queue-too-long',
        message: `The queue ${shown(queue.name)} has more than ${MAX_SLOTS} places; Marquee looks at the first ${MAX_SLOTS}`,
        mend: 'Keep the places that a poster can hold',
        span,
      });
      break;
    }
    slots.push(outcome.slot);
    if (outcome.slot.horizontalOffset.percent || outcome.slot.verticalOffset.percent) percentAt ??= span;
    if (limit && slots.length >= limit) break;
  }
  if (percentAt) {
    findings.failItem({
      ...percentInQueue(shown(queue.name)),
      span: percentAt,
      attribute: 'queue',
    });
  }
  if (slots.length === 0) {
    findings.warn({
      code: 'queue-empty',
      message: `The queue ${shown(queue.name)} has no places: its overlays are never drawn`,
      mend: 'Add a place',
      span: valueSpan(queue),
    });
  }
  return slots;
}
