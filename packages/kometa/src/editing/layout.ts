import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Span } from '../yaml/places.ts';
import { pythonText } from '../yaml/read-values.ts';
import { isMergeKey, spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { unusual } from './edit-problem.ts';

/** Where things stand in the text, as editing needs it: by lines. */

export const lineEnding = (text: string): string => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');

export const lineStart = (tree: YamlTree, offset: number): number =>
  tree.lines.starts[tree.lines.lineAt(offset)] ?? 0;

/** After the line break that ends the offset's line; the text's end where there is none. */
export const nextLine = (tree: YamlTree, offset: number): number =>
  tree.lines.starts[tree.lines.lineAt(offset) + 1] ?? tree.text.length;

export const nodeOf = (value: unknown): Node | null =>
  isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? (value as Node) : null;

export function ownPair(tree: YamlTree, map: YAMLMap, name: string, anyCase = false): Pair | undefined {
  if (!anyCase) return ownPairs(tree, map).get(name);
  const same = (key: string) => key === name || key.toLowerCase() === name;
  return map.items.find((pair) => !isMergeKey(pair.key) && same(pythonText(tree, pair.key)));
}

/** Thousands of edits of one reading look into the same map. */
const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function ownPairs(tree: YamlTree, map: YAMLMap): ReadonlyMap<string, Pair> {
  const before = known.get(map);
  if (before) return before;
  const pairs = new Map<string, Pair>();
  for (const pair of map.items) {
    const name = isMergeKey(pair.key) ? null : pythonText(tree, pair.key);
    if (name !== null && !pairs.has(name)) pairs.set(name, pair);
  }
  known.set(map, pairs);
  return pairs;
}

export function keySpanOf(pair: Pair): Span {
  const span = spanOf(pair.key);
  if (!span) throw unusual('A key');
  return span;
}

/** After the colon of a pair. */
export function afterColon(tree: YamlTree, pair: Pair): number {
  const { end } = keySpanOf(pair);
  const colon = /^[ \t]*:/.exec(tree.text.slice(end, end + 200));
  if (!colon) throw unusual(`“${pythonText(tree, pair.key)}”`);
  return end + colon[0].length;
}

/** Where the last thing written of a pair ends, comments and blank lines left out. */
export function contentEnd(tree: YamlTree, pair: Pair): number {
  return Math.max(afterColon(tree, pair), nodeEnd(tree, pair.value));
}

/** Where what is written of a node ends; 0 for what has no text. */
export function nodeEnd(tree: YamlTree, node: unknown): number {
  const span = spanOf(node);
  if (!span) return 0;
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1);
    return last ? contentEnd(tree, last) : span.start;
  }
  if (isSeq(node) && !node.flow) return Math.max(span.start, nodeEnd(tree, node.items.at(-1)));
  return span.start + tree.text.slice(span.start, span.end).trimEnd().length;
}

/** How far the keys of a block map are indented; the first may stand behind the dash of a list. */
export function indentOf(tree: YamlTree, map: YAMLMap): string {
  const first = map.items[0];
  if (!first) throw unusual('An empty map');
  const { start } = keySpanOf(first);
  const before = tree.text.slice(lineStart(tree, start), start);
  return /^ *- +$/.test(before) ? ' '.repeat(before.length) : indentOfPair(tree, first);
}

/** The spaces before a key that begins its line. */
export function indentOfPair(tree: YamlTree, pair: Pair): string {
  const { start } = keySpanOf(pair);
  const before = tree.text.slice(lineStart(tree, start), start).replace(/^\uFEFF/, '');
  if (!/^ *$/.test(before)) throw unusual(`“${pythonText(tree, pair.key)}”`);
  return before;
}
