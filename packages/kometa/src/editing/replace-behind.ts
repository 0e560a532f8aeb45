import { isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { unusual } from './edit-problem.ts';
import { lineEnding, lineStart, nextLine } from './layout.ts';
import { linesAfter } from './map-edits.ts';
import type { Patch } from './patch.ts';
import { dashOf } from './place-edits.ts';
import { writeBehind } from './set-in-map.ts';

/** What holds the thing that an edit is about. */
export interface Place {
  holder: Node | null;
  /** The pair or the list's item that holds the holder; null at the root. */
  above: { map: YAMLMap; pair: Pair } | { list: YAMLSeq; index: number } | null;
  last: string | number;
  said: string;
}

/** Below a key or a dash that has nothing yet; in an empty file, at its end. */
export function fillBlank(
  tree: YamlTree,
  above: Place['above'],
  lines: readonly string[],
  braces: string,
): Patch[] {
  if (above === null) {
    const eol = lineEnding(tree.text);
    const end = tree.text.length;
    const opening = tree.text === '' || tree.text.endsWith('\n') ? '' : eol;
    return [{ start: end, end, text: opening + lines.map((line) => line + eol).join('') }];
  }
  if ('pair' in above) {
    refuseWritten(tree, above.pair.value);
    return writeBehind(tree, above.map, above.pair, lines, braces);
  }
  if (above.list.flow) throw unusual('The list');
  refuseWritten(tree, above.list.items[above.index]);
  const behind = dashOf(tree, above.list, above.index) + 1;
  return [{ start: behind, end: behind, text: ` ${braces}` }];
}

/** Not beside `~`, an anchor or a tag. */
function refuseWritten(tree: YamlTree, node: unknown): void {
  const span = spanOf(node);
  if (isScalar(node) && (node.anchor || node.tag || (span && span.end > span.start))) {
    throw unusual(`“${tree.text.slice(span?.start, span?.end)}”`);
  }
}

/** What stands behind a key gives way; a comment on the key's own line stays. */
export function replaceBehind(
  tree: YamlTree,
  colon: number,
  node: Node | null,
  end: number,
  text: string,
  lines: readonly string[],
): Patch[] {
  const below = lines.length > 0 ? linesAfter(tree, end, lines) : [];
  const span = spanOf(node);
  if (!span || span.end === span.start) return [{ start: colon, end: colon, text }, ...below];
  if (lineStart(tree, span.start) === lineStart(tree, colon)) return [{ start: colon, end, text }, ...below];
  const firstLine = nextLine(tree, colon);
  return [
    { start: colon, end: colon, text },
    { start: firstLine, end: nextLine(tree, end - 1), text: '' },
    ...below,
  ];
}
