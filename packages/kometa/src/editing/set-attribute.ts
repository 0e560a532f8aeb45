import { isAlias, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { attributeNamed } from '../attributes/overlay-attributes.ts';
import { fieldsOf, isBlank, pythonText } from '../yaml/read-values.ts';
import { spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { EditRefused, unusual } from './edit-problem.ts';
import { afterColon, contentEnd, indentOf, indentOfPair, keySpanOf, lineStart, ownPair } from './layout.ts';
import { appendPair, linesAfter, pairInBraces, pairLine, removePair, replaceValue } from './map-edits.ts';
import type { Patch } from './patch.ts';
import { refuseShared, refuseSharedWithin } from './shared-anchors.ts';
import { type EditValue, writeKey, writeValue } from './write-value.ts';

export const isOfDefinition = (attribute: string): boolean => attributeNamed(attribute)?.of === 'definition';

/** Writes or takes away one attribute of one definition. */
export function setAttribute(
  tree: YamlTree,
  overlays: YAMLMap,
  definition: Pair,
  attribute: string,
  value: EditValue,
): Patch[] {
  const mapping = pythonText(tree, definition.key);
  const body = editableMap(tree, definition.value, `“${mapping}”`);
  const attributeOfDefinition = isOfDefinition(attribute);
  if (!body) {
    if (value === null) return [];
    return fillEmptyDefinition(
      tree,
      overlays,
      definition,
      attributeOfDefinition ? [[attribute, value]] : null,
      overlayPairs(mapping, attribute, value),
    );
  }
  if (attributeOfDefinition) return setIn(tree, body, definition, attribute, value, true);
  const overlay = ownPair(tree, body, 'overlay', true);
  if (!overlay || isBlank(tree, overlay.value)) {
    if (fieldsOf(tree, body)?.some((field) => field.name === 'overlay' && field.merged)) {
      throw new EditRefused(
        'edit.merged',
        `The overlay of “${mapping}” comes from a <<; edit it where it stands`,
      );
    }
    if (value === null) return [];
    const pairs = overlayPairs(mapping, attribute, value);
    if (overlay) return writeMapBehind(tree, body, overlay, pairs);
    const step = stepOf(tree, overlays, body);
    return appendPair(
      tree,
      body,
      ['overlay:', ...pairs.map(([name, one]) => step + pairLine(name, one))],
      `overlay: ${braces(pairs)}`,
    );
  }
  if (isScalar(overlay.value))
    return setBesideName(tree, overlays, body, definition, overlay, attribute, value);
  const object = editableMap(tree, overlay.value, `The overlay of “${mapping}”`);
  if (!object) throw unusual(`The overlay of “${mapping}”`);
  if (value === null && object.items.length === 1 && ownPair(tree, object, attribute)) {
    return removeFrom(tree, body, definition, overlay);
  }
  return setIn(tree, object, overlay, attribute, value, false);
}

type Pairs = readonly (readonly [string, EditValue])[];

const overlayPairs = (mapping: string, attribute: string, value: EditValue): Pairs =>
  attribute === 'name'
    ? [['name', value]]
    : [
        ['name', mapping],
        [attribute, value],
      ];

const braces = (pairs: Pairs) => `{${pairs.map(([name, value]) => pairInBraces(name, value)).join(', ')}}`;

/** The map to change; null when nothing is written; refused when it is something else or belongs to others too. */
function editableMap(tree: YamlTree, node: unknown, what: string): YAMLMap | null {
  if (isAlias(node)) {
    throw new EditRefused('edit.alias', `${what} is *${node.source}; edit it where &${node.source} stands`);
  }
  if (isBlank(tree, node)) return null;
  if (!isMap(node)) throw new EditRefused('edit.not-a-map', `${what} is no map`);
  refuseShared(tree, node, what);
  return node;
}

function setIn(
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
function emptyMap(tree: YamlTree, map: YAMLMap, parent: Pair): Patch[] {
  const start = afterColon(tree, parent);
  const end = contentEnd(tree, parent);
  refuseSharedWithin(tree, { start, end }, `“${pythonText(tree, parent.key)}”`);
  if (map.flow) return [{ start: spanOf(map)?.start ?? start, end, text: '{}' }];
  return replaceValue(tree, map, parent, []).map((patch) => ({
    ...patch,
    text: patch.text.replace('[]', '{}'),
  }));
}

function removeFrom(tree: YamlTree, body: YAMLMap, definition: Pair, overlay: Pair): Patch[] {
  return body.items.length === 1 ? emptyMap(tree, body, definition) : removePair(tree, body, overlay);
}

/** `overlay: badge` becomes a map with that name, in place. */
function setBesideName(
  tree: YamlTree,
  overlays: YAMLMap,
  body: YAMLMap,
  definition: Pair,
  overlay: Pair,
  attribute: string,
  value: EditValue,
): Patch[] {
  if (attribute === 'name') {
    return value === null
      ? removeFrom(tree, body, definition, overlay)
      : replaceValue(tree, body, overlay, value);
  }
  if (value === null) return [];
  const name = pythonText(tree, overlay.value);
  const colon = afterColon(tree, overlay);
  const end = contentEnd(tree, overlay);
  refuseSharedWithin(tree, { start: colon, end }, 'The overlay’s name');
  const pairs: Pairs = [
    ['name', name],
    [attribute, value],
  ];
  if (body.flow) return [{ start: colon, end, text: ` ${braces(pairs)}` }];
  const indent = indentOf(tree, body) + stepOf(tree, overlays, body);
  const source = tree.text.slice(colon, end).trim();
  const sameLine = !source.includes('\n') && !/^[&!]/.test(source);
  const lines = [
    `${indent}name: ${sameLine ? source : writeValue(name, 'block')}`,
    indent + pairLine(attribute, value),
  ];
  const multiline = lineStart(tree, colon) !== lineStart(tree, Math.max(colon, end - 1));
  if (multiline) throw unusual('The overlay’s name');
  return [{ start: colon, end, text: '' }, ...linesAfter(tree, end, lines)];
}

/** A map below a key that has nothing yet. */
function writeMapBehind(tree: YamlTree, body: YAMLMap, pair: Pair, pairs: Pairs): Patch[] {
  const colon = afterColon(tree, pair);
  const end = contentEnd(tree, pair);
  if (body.flow) return [{ start: colon, end, text: ` ${braces(pairs)}` }];
  const indent = `${indentOfPair(tree, pair)}  `;
  return [
    { start: colon, end, text: '' },
    ...linesAfter(
      tree,
      end,
      pairs.map(([name, value]) => indent + pairLine(name, value)),
    ),
  ];
}

function fillEmptyDefinition(
  tree: YamlTree,
  overlays: YAMLMap,
  definition: Pair,
  ofDefinition: Pairs | null,
  ofOverlay: Pairs,
): Patch[] {
  const colon = afterColon(tree, definition);
  const end = contentEnd(tree, definition);
  if (overlays.flow) {
    const inside = ofDefinition ? braces(ofDefinition) : `{overlay: ${braces(ofOverlay)}}`;
    return [{ start: colon, end, text: ` ${inside}` }];
  }
  const indent = `${indentOfPair(tree, definition)}  `;
  const lines = ofDefinition
    ? ofDefinition.map(([name, value]) => indent + pairLine(name, value))
    : [`${indent}overlay:`, ...ofOverlay.map(([name, value]) => `${indent}  ${pairLine(name, value)}`)];
  return [{ start: colon, end, text: '' }, ...linesAfter(tree, end, lines)];
}

/** How much deeper one level stands in this file. */
function stepOf(tree: YamlTree, overlays: YAMLMap, body: YAMLMap): string {
  if (overlays.flow || body.flow) return '  ';
  const outer = indentOf(tree, overlays).length;
  const inner = indentOf(tree, body).length;
  return ' '.repeat(Math.max(1, inner - outer));
}

/** Another name for a definition; references to it stay as they are. */
export function renameDefinition(tree: YamlTree, definition: Pair, to: string): Patch[] {
  const { start, end } = keySpanOf(definition);
  refuseShared(tree, definition.key, 'The name');
  if (!isScalar(definition.key)) throw unusual('The name');
  return [{ start, end, text: writeKey(to) }];
}
