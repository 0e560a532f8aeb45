import { isAlias, isMap, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { fieldsOf, isBlank } from '../yaml/read-values.ts';
import { spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { EditRefused, unusual } from './edit-problem.ts';
import {
  contentEnd,
  indentOf,
  keySpanOf,
  lineEnding,
  lineStart,
  nextLine,
  nodeEnd,
  ownPair,
} from './layout.ts';
import { appendPair, linesAfter, pairInBraces, pairLine, removePair, replaceValue } from './map-edits.ts';
import type { Patch } from './patch.ts';
import type { Block } from './reorder.ts';
import { refuseShared, refuseSharedWithin } from './shared-anchors.ts';
import type { ScalarValue } from './write-value.ts';

/** Items of a list that are maps: the places of a queue. */

type Values = readonly (readonly [string, ScalarValue])[];

/** Writes or takes away one key of an item. An item without any is `{}`. */
export function setInItem(
  tree: YamlTree,
  list: YAMLSeq,
  index: number,
  name: string,
  value: ScalarValue,
): Patch[] {
  const what = `Place ${index + 1}`;
  const item = list.items[index];
  if (isAlias(item)) {
    throw new EditRefused('edit.alias', `${what} is *${item.source}; edit it where &${item.source} stands`);
  }
  if (isBlank(tree, item)) return value === null ? [] : fillBlank(tree, list, index, name, value);
  if (!isMap(item)) throw new EditRefused('edit.not-a-map', `${what} is no map`);
  refuseShared(tree, item, what);
  const pair = ownPair(tree, item, name);
  if (value !== null) {
    if (pair) return replaceValue(tree, item, pair, value);
    return appendPair(tree, item, [pairLine(name, value)], pairInBraces(name, value));
  }
  if (pair) return item.items.length === 1 ? emptied(tree, item, pair) : withoutPair(tree, item, pair);
  if (fieldsOf(tree, item)?.some((field) => field.name === name)) {
    throw new EditRefused('edit.merged', `“${name}” comes from a <<; edit it where it stands`);
  }
  return [];
}

function fillBlank(tree: YamlTree, list: YAMLSeq, index: number, name: string, value: ScalarValue): Patch[] {
  const span = spanOf(list.items[index]);
  if (span && span.end > span.start) return [{ ...span, text: braces([[name, value]]) }];
  if (list.flow) throw unusual(`Place ${index + 1}`);
  const behind = dashOf(tree, list, index) + 1;
  return [{ start: behind, end: behind, text: ` ${pairLine(name, value)}` }];
}

/** `{}` where the only pair of an item was. */
export function emptied(tree: YamlTree, item: YAMLMap, pair: Pair): Patch[] {
  const start = item.flow ? (spanOf(item)?.start ?? 0) : keySpanOf(pair).start;
  const end = item.flow ? nodeEnd(tree, item) : contentEnd(tree, pair);
  refuseSharedWithin(tree, { start, end }, 'This place');
  // Of a key without a value the end may be where the comment begins.
  return [{ start, end: start + tree.text.slice(start, end).trimEnd().length, text: '{}' }];
}

/** Takes one of several pairs away, be it behind a dash. */
export function withoutPair(tree: YamlTree, item: YAMLMap, pair: Pair): Patch[] {
  const { start } = keySpanOf(pair);
  const besideDash = !item.flow && /-/.test(tree.text.slice(lineStart(tree, start), start));
  if (!besideDash) return removePair(tree, item, pair);
  const end = contentEnd(tree, pair);
  refuseSharedWithin(tree, { start, end }, 'This place');
  // What stands on the next line, be it a comment, comes up to the dash.
  const below = nextLine(tree, end - 1);
  const space = /^\s*/.exec(tree.text.slice(below))?.[0].length ?? 0;
  return [{ start, end: below + space, text: '' }];
}

/** A new item, to be the one with this index. */
export function addItem(tree: YamlTree, list: YAMLSeq, index: number, values: Values): Patch[] {
  if (index > list.items.length) {
    throw new EditRefused('edit.not-found', `There are ${list.items.length} places, so none can be behind`);
  }
  const lines = list.flow ? [] : itemLines(tree, list, values);
  return insertLines(tree, list, index, lines, braces(values));
}

/** `lines` are those of a new item of a block, from its dash on; `inBraces` is the item on one line. */
export function insertLines(
  tree: YamlTree,
  list: YAMLSeq,
  index: number,
  lines: readonly string[],
  inBraces: string,
): Patch[] {
  if (list.flow) {
    const open = (spanOf(list)?.start ?? 0) + 1;
    if (index > 0) {
      const end = nodeEnd(tree, list.items[index - 1]);
      return [{ start: end, end, text: `, ${inBraces}` }];
    }
    return [{ start: open, end: open, text: list.items.length === 0 ? inBraces : `${inBraces}, ` }];
  }
  const dash = dashOf(tree, list, 0);
  const indent = ' '.repeat(dash - lineStart(tree, dash));
  const indented = lines.map((line) => indent + line);
  if (index > 0) return linesAfter(tree, itemEnd(tree, list, index - 1), indented);
  const at = lineStart(tree, dash);
  const eol = lineEnding(tree.text);
  return [{ start: at, end: at, text: indented.map((line) => line + eol).join('') }];
}

/** The lines of each item of a block, with the comments above it. */
export function itemBlocks(tree: YamlTree, list: YAMLSeq): Block[] {
  let floor = lineStart(tree, dashOf(tree, list, 0));
  return list.items.map((_, index) => {
    let start = lineStart(tree, dashOf(tree, list, index));
    while (start > floor && /^\s*#/.test(tree.text.slice(lineStart(tree, start - 1), start))) {
      start = lineStart(tree, start - 1);
    }
    floor = nextLine(tree, itemEnd(tree, list, index) - 1);
    return { start, end: floor };
  });
}

/** As the other items are written: in braces, or with a line for each key. */
function itemLines(tree: YamlTree, list: YAMLSeq, values: Values): string[] {
  const dash = dashOf(tree, list, 0);
  const from = dash - lineStart(tree, dash);
  const other = list.items.find((item) => isMap(item) && item.items.length > 0);
  if (values.length === 0 || (isMap(other) && other.flow)) return [`- ${braces(values)}`];
  const deeper = ' '.repeat(isMap(other) ? indentOf(tree, other).length - from : 2);
  return values.map(([name, value], at) => {
    const before = at > 0 ? deeper : '-'.padEnd(deeper.length);
    return `${before}${pairLine(name, value)}`;
  });
}

/** Takes an item away, one of several. */
export function removeItem(tree: YamlTree, list: YAMLSeq, index: number): Patch[] {
  if (list.items.length === 1) {
    throw new EditRefused('edit.last-place', 'A queue needs a place: the last one stays');
  }
  if (!list.flow) {
    const start = lineStart(tree, dashOf(tree, list, index));
    const end = nextLine(tree, itemEnd(tree, list, index) - 1);
    refuseSharedWithin(tree, { start, end }, 'This place');
    return [{ start, end, text: '' }];
  }
  const [first, last] = index > 0 ? [index - 1, index] : [index, index + 1];
  const startOf = (at: number) => spanOf(list.items[at])?.start ?? 0;
  const start = index > 0 ? nodeEnd(tree, list.items[first]) : startOf(first);
  const end = index > 0 ? nodeEnd(tree, list.items[last]) : startOf(last);
  refuseSharedWithin(tree, { start, end }, 'This place');
  return [{ start, end, text: '' }];
}

const braces = (values: Values) => `{${values.map(([name, value]) => pairInBraces(name, value)).join(', ')}}`;

/** The dash that an item of a block list begins with; it begins its line. */
export function dashOf(tree: YamlTree, list: YAMLSeq, index: number): number {
  const first = spanOf(list)?.start ?? 0;
  const column = first - lineStart(tree, first);
  if (tree.text.slice(first - column, first).trim() !== '') throw unusual('The list');
  if (index === 0) return first;
  const from = nextLine(tree, Math.max(first, nodeEnd(tree, list.items[index - 1]) - 1));
  const found = new RegExp(`^ {${column}}-(?=\\s|$)`, 'm').exec(tree.text.slice(from));
  if (!found) throw unusual('The list');
  return from + found.index + column;
}

const itemEnd = (tree: YamlTree, list: YAMLSeq, index: number): number =>
  Math.max(dashOf(tree, list, index) + 1, nodeEnd(tree, list.items[index]));
