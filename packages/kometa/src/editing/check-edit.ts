import type { OverlayEdit } from '@marquee/contracts';
import { fieldsOf, plainOf } from '../yaml/read-values.ts';
import { readYaml, type YamlTree } from '../yaml/yaml-tree.ts';
import { queuesAfter, sameQueues } from './check-queue-edit.ts';
import { isOfQueue, type QueueEdit } from './queue-edits.ts';
import { isOfDefinition } from './set-attribute.ts';

/** The file as data: each definition and each queue by its name, and all else. */
export interface FileData {
  order: string[];
  definitions: Map<string, unknown>;
  queues: Map<string, unknown>;
  rest: string;
}

export function dataOf(tree: YamlTree): FileData {
  const root = fieldsOf(tree, tree.root) ?? [];
  const section = (name: string) =>
    (fieldsOf(tree, root.find((field) => field.name === name)?.value) ?? []).map(
      (field): [string, unknown] => [field.name, plainOf(tree, field.value)],
    );
  const overlays = section('overlays');
  return {
    order: overlays.map(([name]) => name),
    definitions: new Map(overlays),
    queues: new Map(section('queues')),
    rest: JSON.stringify(
      root
        .filter(({ name }) => name !== 'overlays' && name !== 'queues')
        .map((field) => [field.name, plainOf(tree, field.value)]),
    ),
  };
}

/** Whether the text after an edit says what was asked for, and nothing else has changed. */
export function isAsAsked(before: FileData, after: FileData, edit: OverlayEdit): boolean {
  if (before.rest !== after.rest) return false;
  const queues = isOfQueue(edit) ? queuesAfter(before.queues, edit) : before.queues;
  if (!sameQueues(queues, after.queues)) return false;
  if (isOfQueue(edit)) return same([...before.definitions], [...after.definitions]);
  if (JSON.stringify(orderAfter(before.order, edit)) !== JSON.stringify(after.order)) return false;
  const changed = edit.kind === 'rename' ? edit.to : edit.mapping;
  for (const [name, value] of after.definitions) {
    if (name === changed && edit.kind !== 'move') continue;
    if (JSON.stringify(before.definitions.get(name)) !== JSON.stringify(value)) return false;
  }
  switch (edit.kind) {
    case 'set':
      return isSetAsAsked(before.definitions.get(edit.mapping), after.definitions.get(edit.mapping), edit);
    case 'rename':
      return same(before.definitions.get(edit.mapping), after.definitions.get(edit.to));
    case 'add': {
      const body = readYaml(edit.yaml);
      return same(after.definitions.get(edit.mapping), plainOf(body, body.root) ?? {});
    }
    default:
      return true;
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function orderAfter(order: readonly string[], edit: Exclude<OverlayEdit, QueueEdit>): string[] {
  const others = order.filter((name) => name !== edit.mapping);
  switch (edit.kind) {
    case 'set':
      return [...order];
    case 'rename':
      return order.map((name) => (name === edit.mapping ? edit.to : name));
    case 'remove':
      return others;
    case 'add': {
      const place = edit.after === null ? others.length : others.indexOf(edit.after) + 1;
      return others.toSpliced(place, 0, edit.mapping);
    }
    case 'move': {
      if (edit.after === edit.mapping) return [...order];
      const place = edit.after === null ? 0 : others.indexOf(edit.after) + 1;
      return others.toSpliced(place, 0, edit.mapping);
    }
  }
}

type SetEdit = Extract<OverlayEdit, { kind: 'set' }>;

function isSetAsAsked(before: unknown, after: unknown, edit: SetEdit): boolean {
  const holder = (definition: unknown) =>
    isOfDefinition(edit.attribute) ? withSmallKeys(definition) : overlayOf(definition, edit.mapping);
  const had = holder(before);
  const has = holder(after);
  const value = has[edit.attribute] ?? null;
  // Without an overlay the name is that of the definition.
  const isGone = edit.value === null && (withSmallKeys(after).overlay ?? null) === null;
  if (!isGone && !same(value, edit.value)) return false;
  for (const name of new Set([...Object.keys(had), ...Object.keys(has)])) {
    if (name !== edit.attribute && name !== 'overlay' && name !== 'name' && !same(had[name], has[name]))
      return false;
  }
  return (
    edit.attribute === 'name' ||
    isOfDefinition(edit.attribute) ||
    edit.value === null ||
    same(had.name, has.name)
  );
}

function overlayOf(definition: unknown, mapping: string): Record<string, unknown> {
  const overlay = withSmallKeys(definition).overlay;
  if (isPlain(overlay)) return overlay;
  return { name: overlay ?? mapping };
}

function withSmallKeys(value: unknown): Record<string, unknown> {
  const small: Record<string, unknown> = Object.create(null);
  if (isPlain(value)) for (const [name, one] of Object.entries(value)) small[name.toLowerCase()] = one;
  return small;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
