import type { OverlayQueue, OverlaySlot } from '@marquee/contracts';
import { type Finding, type Findings, shown } from '../overlays/problems.ts';
import { keyOf } from '../overlays/read-overlay.ts';
import type { Span } from '../yaml/places.ts';
import { type Field, fieldsOf, isBlank, itemsOf, keySpan, plainOf, valueSpan } from '../yaml/read-values.ts';
import { spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { dynamicPlaces } from './dynamic-position.ts';
import { conditionalValue } from './queue-conditionals.ts';
import {
  filled,
  isRecord,
  isSet,
  type Known,
  type QueueVariables,
  textOf,
  wholeNumber,
} from './queue-variables.ts';
import { readSlot, SLOT_ATTRIBUTES, type SlotValues } from './read-slot.ts';

interface QueueFile {
  tree: YamlTree;
  file: number;
  variables: QueueVariables;
  findings: Findings;
}

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

interface Settings {
  /** Before replacement: from the file's variables, else the queue's own. */
  position: unknown;
  defaults: Map<string, unknown>;
  dynamic: Record<string, unknown> | null;
  limit: number | null;
  sources: readonly Known[];
}

function readSettings(
  { tree, variables, findings }: QueueFile,
  queue: Field,
  before: number | null,
): Settings {
  const known = new Map(Object.entries(variables));
  const defaults = new Map<string, unknown>();
  const fields = fieldsOf(tree, queue.value) ?? [];
  const settings = fields.find((field) => field.name === 'settings');
  const plain = settings ? plainOf(tree, settings.value) : null;
  const own = isRecord(plain) ? plain : {};
  if (isRecord(own.default))
    for (const [name, value] of Object.entries(own.default)) defaults.set(name, value);
  const merged = new Map([...defaults, ...known]);
  if (isRecord(own.conditionals) && settings) {
    for (const [name, conditional] of Object.entries(own.conditionals)) {
      const outcome = conditionalValue(name, conditional, merged, defaults);
      if ('value' in outcome) defaults.set(name, outcome.value);
      else {
        findings.failFile({
          code: 'queue-conditional',
          message: outcome.problem,
          mend: 'Complete the conditional, or take it away',
          span: keySpan(settings),
        });
      }
    }
  }
  const ownLimit = before === null ? numberOrNull(own.overlay_limit) : before;
  const named = variables[`position_${queue.name}`];
  return {
    position: [named, variables.position, own.position].find(isSet),
    defaults,
    dynamic: isRecord(own.dynamic_position) ? own.dynamic_position : null,
    limit: ownLimit,
    sources: [known, defaults],
  };
}

function placesOf(context: QueueFile, queue: Field, settings: Settings): WrittenPlace[] | null {
  const { tree, findings } = context;
  const { position } = settings;
  const atKey = keySpan(queue);
  if (Array.isArray(position)) return position.map((value) => ({ value, span: atKey }));
  const list = itemsOf(tree, queue.value);
  if (list) return writtenPlaces(tree, list, atKey);
  const named = (fieldsOf(tree, queue.value) ?? []).filter(
    (field) => field.name !== 'settings' && field.name !== 'default',
  );
  const fail = (finding: Pick<Finding, 'code' | 'message' | 'mend'>) => {
    findings.failFile({ ...finding, span: atKey, attribute: 'queue' });
    return null;
  };
  if (position !== undefined) {
    const wanted = textOf(filled(position, settings.sources));
    const chosen = named.find((field) => field.name === wanted);
    const items = chosen && itemsOf(tree, chosen.value);
    if (items) return writtenPlaces(tree, items, keySpan(chosen));
    if (!settings.dynamic) {
      return fail({
        code: 'queue-position-unknown',
        message: `The queue ${shown(queue.name)} has no position ${shown(wanted)}`,
        mend: named.length > 0 ? `Use one of: ${named.map((field) => field.name).join(', ')}` : 'Write it',
      });
    }
  }
  if (settings.dynamic) {
    return dynamicPlaces(settings.dynamic, settings.sources).map((value) => ({ value, span: atKey }));
  }
  const first = named[0];
  const items = first && itemsOf(tree, first.value);
  if (items) return writtenPlaces(tree, items, keySpan(first));
  return fail({
    code: 'queue-not-list',
    message: `The queue ${shown(queue.name)} is no list of places`,
    mend: 'Write a list with an entry for each place',
  });
}

const writtenPlaces = (tree: YamlTree, items: readonly unknown[], otherwise: Span): WrittenPlace[] =>
  items.map((item) => ({ value: plainOf(tree, item), span: spanOf(item) ?? otherwise }));

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
      code: 'queue-percent',
      message: `The queue ${shown(queue.name)} has a place in percent: Kometa fails every item with an overlay there`,
      mend: 'Write the offsets of a queue in pixels',
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

const numberOrNull = (value: unknown): number | null => {
  const number = isSet(value) ? wholeNumber(value) : null;
  return number !== null && number >= 0 ? number : null;
};
