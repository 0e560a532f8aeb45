import { isScalar, type Pair, type YAMLMap } from 'yaml';
import { attributeNamed } from '../attributes/overlay-attributes.ts';
import { fieldsOf, isBlank, pythonText } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { EditRefused, unusual } from './edit-problem.ts';
import { afterColon, contentEnd, indentOf, indentOfPair, keySpanOf, lineStart, ownPair } from './layout.ts';
import { appendPair, linesAfter, pairInBraces, pairLine, removePair, replaceValue } from './map-edits.ts';
import type { Patch } from './patch.ts';
import { editableMap, emptyMap, setIn, writeBehind } from './set-in-map.ts';
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
    if (overlay) {
      const lines = pairs.map(([name, one]) => pairLine(name, one));
      return writeBehind(tree, body, overlay, lines, braces(pairs));
    }
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
