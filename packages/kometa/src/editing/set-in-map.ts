import { isAlias, isMap, type Pair, type YAMLMap } from 'yaml';
import { fieldsOf, isBlank, pythonText } from '../yaml/read-values.ts';
import { spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { EditRefused } from './edit-problem.ts';
import { afterColon, contentEnd, indentOfPair, ownPair } from './layout.ts';
import { appendPair, linesAfter, pairInBraces, pairLine, removePair, replaceValue } from './map-edits.ts';
import type { Patch } from './patch.ts';
import { refuseShared, refuseSharedWithin } from './shared-anchors.ts';
import type { EditValue } from './write-value.ts';

/** The map to change; null when nothing is written; refused when it is something else or belongs to others too. */
export function editableMap(tree: YamlTree, node: unknown, what: string): YAMLMap | null {
  if (isAlias(node)) {
    throw new EditRefused('edit.alias', `${what} is *${node.source}; edit it where &${node.source} stands`);
  }
  if (isBlank(tree, node)) return null;
  if (!isMap(node)) throw new EditRefused('edit.not-a-map', `${what} is no map`);
  refuseShared(tree, node, what);
  return node;
}

/** Writes or takes away one key of a map. */
export function setIn(
  tree: YamlTree,
  map: YAMLMap,
  parent: Pair,
  attribute: string,
  value: EditValue,
  anyCase: boolean,
): Patch[] {
  const pair = ownPair(tree, map, attribute, anyCase);
  if (value === null) {
    if (pair) return map.items.length === 1 ? emptyMap(tree, map, parent) : removePair(tree, map, pair);
    if (fieldsOf(tree, map)?.some((field) => field.name === attribute)) {
      throw new EditRefused('edit.merged', `“${attribute}” comes from a <<; edit it where it stands`);
    }
    return [];
  }
  if (pair) return replaceValue(tree, map, pair, value);
  return appendPair(tree, map, [pairLine(attribute, value)], pairInBraces(attribute, value));
}

/** `{}` where the only pair of a map was. */
export function emptyMap(tree: YamlTree, map: YAMLMap, parent: Pair): Patch[] {
  const start = afterColon(tree, parent);
  const end = contentEnd(tree, parent);
  refuseSharedWithin(tree, { start, end }, `“${pythonText(tree, parent.key)}”`);
  if (map.flow) return [{ start: spanOf(map)?.start ?? start, end, text: '{}' }];
  return replaceValue(tree, map, parent, []).map((patch) => ({
    ...patch,
    text: patch.text.replace('[]', '{}'),
  }));
}

/** A map, or more, below a key that has nothing yet. `lines` are indented from there, `inBraces` is the same in braces. */
export function writeBehind(
  tree: YamlTree,
  map: YAMLMap,
  pair: Pair,
  lines: readonly string[],
  inBraces: string,
): Patch[] {
  const colon = afterColon(tree, pair);
  const end = contentEnd(tree, pair);
  if (map.flow) return [{ start: colon, end, text: ` ${inBraces}` }];
  const indent = `${indentOfPair(tree, pair)}  `;
  const below = lines.map((line) => indent + line);
  return [{ start: colon, end, text: '' }, ...linesAfter(tree, end, below)];
}
