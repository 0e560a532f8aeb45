import type { OverlayEdit, QueueSetting } from '@marquee/contracts';
import { isAlias, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isBlank } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { EditRefused } from './edit-problem.ts';
import { ownPair } from './layout.ts';
import { appendPair, pairInBraces, pairLine } from './map-edits.ts';
import type { Patch } from './patch.ts';
import { addItem, removeItem, setInItem } from './place-edits.ts';
import { editableMap, setIn, writeBehind } from './set-in-map.ts';
import { refuseShared } from './shared-anchors.ts';
import { type ScalarValue, writeKey } from './write-value.ts';

export type QueueEdit = Extract<OverlayEdit, { queue: string }>;

export const isOfQueue = (edit: OverlayEdit): edit is QueueEdit => 'queue' in edit;

/** Where a setting stands, from the queue down. */
export const settingPath = (setting: QueueSetting): readonly string[] =>
  setting === 'position' || setting === 'overlay_limit'
    ? ['settings', setting]
    : ['settings', 'dynamic_position', setting];

/** One change of a queue that is there. */
export function editQueue(
  tree: YamlTree,
  queues: YAMLMap | null,
  edit: Exclude<QueueEdit, { kind: 'add-queue' }>,
): Patch[] {
  const queue = queues && ownPair(tree, queues, edit.queue);
  if (!queues || !queue) {
    throw new EditRefused('edit.not-found', `There is no queue “${edit.queue}” in this file`);
  }
  if (edit.kind === 'set-queue') {
    const map = editableMap(tree, queue.value, `The queue “${edit.queue}”`);
    if (!map) throw new EditRefused('edit.not-a-map', `The queue “${edit.queue}” is blank`);
    return setAt(tree, map, queue, settingPath(edit.setting), edit.value);
  }
  const list = listOf(tree, queue, edit);
  switch (edit.kind) {
    case 'set-place':
      if (edit.place >= list.items.length) throw noPlace(edit.place);
      return setInItem(tree, list, edit.place, edit.attribute, edit.value);
    case 'add-place':
      return addItem(tree, list, edit.place, Object.entries(edit.values) as [string, ScalarValue][]);
    case 'remove-place':
      if (edit.place >= list.items.length) throw noPlace(edit.place);
      return removeItem(tree, list, edit.place);
  }
}

const noPlace = (place: number) =>
  new EditRefused('edit.not-found', `There is no place ${place + 1} in this queue`);

function listOf(tree: YamlTree, queue: Pair, edit: { queue: string; list: string | null }): YAMLSeq {
  if (edit.list === null) return editableList(tree, queue.value, `The queue “${edit.queue}”`);
  const map = editableMap(tree, queue.value, `The queue “${edit.queue}”`);
  const pair = map && ownPair(tree, map, edit.list);
  if (!pair) {
    const message = `The queue “${edit.queue}” has no list “${edit.list}” of its own`;
    throw new EditRefused('edit.not-found', message);
  }
  return editableList(tree, pair.value, `The list “${edit.list}”`);
}

function editableList(tree: YamlTree, node: unknown, what: string): YAMLSeq {
  if (isAlias(node)) {
    throw new EditRefused('edit.alias', `${what} is *${node.source}; edit it where &${node.source} stands`);
  }
  if (!isSeq(node)) throw new EditRefused('edit.not-a-list', `${what} is no list of places`);
  refuseShared(tree, node, what);
  return node;
}

/** A value some levels down; the levels that are not there yet are written with it. */
function setAt(
  tree: YamlTree,
  map: YAMLMap,
  parent: Pair,
  path: readonly string[],
  value: ScalarValue,
): Patch[] {
  const [name = '', ...deeper] = path;
  if (deeper.length === 0) return setIn(tree, map, parent, name, value, false);
  const pair = ownPair(tree, map, name);
  const below = pair && editableMap(tree, pair.value, `“${name}”`);
  if (pair && below) return setAt(tree, below, pair, deeper, value);
  if (value === null) return [];
  if (pair && isBlank(tree, pair.value)) {
    return writeBehind(tree, map, pair, nestedLines(deeper, value), `{${nestedInBraces(deeper, value)}}`);
  }
  return appendPair(tree, map, nestedLines(path, value), nestedInBraces(path, value));
}

function nestedLines([name = '', ...deeper]: readonly string[], value: ScalarValue): string[] {
  if (deeper.length === 0) return [pairLine(name, value)];
  return [`${writeKey(name)}:`, ...nestedLines(deeper, value).map((line) => `  ${line}`)];
}

function nestedInBraces([name = '', ...deeper]: readonly string[], value: ScalarValue): string {
  if (deeper.length === 0) return pairInBraces(name, value);
  return `${writeKey(name)}: {${nestedInBraces(deeper, value)}}`;
}
