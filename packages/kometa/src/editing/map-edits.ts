import { isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { plainOf } from '../yaml/read-values.ts';
import { blockAtEnd, spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import {
  afterColon,
  contentEnd,
  indentOf,
  indentOfPair,
  keySpanOf,
  lineEnding,
  lineStart,
  nextLine,
  nodeOf,
} from './layout.ts';
import type { Patch } from './patch.ts';
import { refuseSharedWithin } from './shared-anchors.ts';
import { type EditValue, type Quotes, type ScalarValue, writeKey, writeValue } from './write-value.ts';

/** Gives an existing pair another value. */
export function replaceValue(tree: YamlTree, map: YAMLMap, pair: Pair, value: EditValue): Patch[] {
  const colon = afterColon(tree, pair);
  const end = contentEnd(tree, pair);
  refuseSharedWithin(tree, { start: colon, end }, `“${String(plainOf(tree, pair.key))}”`);
  const node = nodeOf(pair.value);
  if (isSeq(node) && !node.flow && Array.isArray(value) && value.length > 0) {
    return rewriteList(tree, node, value);
  }
  const place = map.flow ? 'braces' : 'block';
  const text = ` ${writeValue(value, place, quotesOf(node))}`;
  const span = spanOf(node);
  if (!span || span.end === span.start) return [{ start: colon, end: colon, text }];
  if (map.flow || lineStart(tree, span.start) === lineStart(tree, colon)) {
    return [{ start: colon, end, text: keptSpace(tree, colon, text) }];
  }
  // The value stands on lines of its own below the key, whose comment stays.
  const firstLine = nextLine(tree, colon);
  return [
    { start: colon, end: colon, text },
    { start: firstLine, end: nextLine(tree, end - 1), text: '' },
  ];
}

/** The spaces after the colon as they were. */
function keptSpace(tree: YamlTree, colon: number, text: string): string {
  const space = /^ */.exec(tree.text.slice(colon, colon + 100))?.[0] ?? '';
  return (space || ' ') + text.trimStart();
}

export function quotesOf(node: unknown): Quotes {
  if (!isScalar(node)) return null;
  if (node.type === 'QUOTE_DOUBLE') return 'double';
  return node.type === 'QUOTE_SINGLE' ? 'single' : null;
}

/** Changes a list that has a line for each item; lines of items that stay are left alone. */
function rewriteList(tree: YamlTree, list: YAMLSeq, wanted: readonly ScalarValue[]): Patch[] {
  const eol = lineEnding(tree.text);
  const spans = list.items.map((item) => spanOf(item) ?? { start: 0, end: 0 });
  const first = spans[0]?.start ?? 0;
  const dash = /^[ ]*-[ ]+/.exec(tree.text.slice(lineStart(tree, first), first))?.[0] ?? '  - ';
  const patches: Patch[] = [];
  let next = 0;
  for (const [index, item] of list.items.entries()) {
    const kept = next < wanted.length && plainOf(tree, item) === wanted[next];
    if (kept) next += 1;
    else {
      const { start, end } = spans[index] ?? { start: 0, end: 0 };
      patches.push({
        start: lineStart(tree, start),
        end: nextLine(tree, Math.max(start, end - 1)),
        text: '',
      });
    }
  }
  const last = spans.at(-1);
  const at = last ? nextLine(tree, Math.max(last.start, last.end - 1)) : first;
  const opening = at === tree.text.length && !tree.text.endsWith('\n') ? eol : '';
  const added = wanted.slice(next).map((item) => `${dash}${writeValue(item, 'block')}${eol}`);
  if (added.length > 0) patches.push({ start: at, end: at, text: opening + added.join('') });
  return patches;
}

/** Writes a pair behind the last one. `lines` are for a block, `inBraces` for `{…}`. */
export function appendPair(
  tree: YamlTree,
  map: YAMLMap,
  lines: readonly string[],
  inBraces: string,
): Patch[] {
  const last = map.items.at(-1);
  if (map.flow) {
    if (!last) {
      const start = (spanOf(map)?.start ?? 0) + 1;
      return [{ start, end: start, text: inBraces }];
    }
    const end = flowEnd(tree, last);
    return [{ start: end, end, text: `, ${inBraces}` }];
  }
  if (!last) return [];
  return linesAfter(
    tree,
    contentEnd(tree, last),
    lines.map((line) => indentOf(tree, map) + line),
  );
}

/** Whole lines behind the line that holds what ends at an offset. */
export function linesAfter(tree: YamlTree, end: number, lines: readonly string[]): Patch[] {
  const eol = lineEnding(tree.text);
  const at = nextLine(tree, Math.max(0, end - 1));
  const opening = at === tree.text.length && !tree.text.endsWith('\n') ? eol : '';
  const text = opening + lines.map((line) => line + eol).join('');
  return [...(opening === '' ? [] : endBlock(tree)), { start: at, end: at, text }];
}

/** A block of text at the end of a file without a last line break stays without one when lines come below it. */
export function endBlock(tree: YamlTree): Patch[] {
  const start = spanOf(blockAtEnd(tree.text, tree.root))?.start;
  const header = start === undefined ? null : /^([|>]\d?)[+-]?/.exec(tree.text.slice(start, start + 3));
  if (start === undefined || !header) return [];
  return [{ start, end: start + header[0].length, text: `${header[1]}-` }];
}

/** In braces a pair may be a key alone. */
function flowEnd(tree: YamlTree, pair: Pair): number {
  return nodeOf(pair.value) && spanOf(pair.value)?.end !== spanOf(pair.value)?.start
    ? contentEnd(tree, pair)
    : Math.max(keySpanOf(pair).end, spanOf(pair.value)?.end ?? 0);
}

/** Takes a pair away, one of several. */
export function removePair(tree: YamlTree, map: YAMLMap, pair: Pair): Patch[] {
  const { start } = keySpanOf(pair);
  const end = map.flow ? flowEnd(tree, pair) : contentEnd(tree, pair);
  refuseSharedWithin(tree, { start, end }, `“${String(plainOf(tree, pair.key))}”`);
  if (!map.flow) {
    indentOfPair(tree, pair);
    return [{ start: lineStart(tree, start), end: nextLine(tree, end - 1), text: '' }];
  }
  const index = map.items.indexOf(pair);
  const after = map.items[index + 1];
  if (after) return [{ start, end: keySpanOf(after).start, text: '' }];
  const before = map.items[index - 1];
  return [{ start: before ? flowEnd(tree, before) : start, end, text: '' }];
}

export const pairLine = (name: string, value: EditValue): string =>
  `${writeKey(name)}: ${writeValue(value, 'block')}`;

export const pairInBraces = (name: string, value: EditValue): string =>
  `${writeKey(name, 'braces')}: ${writeValue(value, 'braces')}`;
