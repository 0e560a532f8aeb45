import type { Pair, YAMLMap } from 'yaml';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { EditRefused } from './edit-problem.ts';
import { contentEnd, indentOfPair, keySpanOf, lineEnding, lineStart, nextLine } from './layout.ts';
import { endBlock } from './map-edits.ts';
import type { Patch } from './patch.ts';
import { type Block, reorder } from './reorder.ts';
import { refuseSharedWithin } from './shared-anchors.ts';
import { writeKey } from './write-value.ts';

const isComment = (line: string) => /^\s*#/.test(line);
const depthOf = (line: string) => line.length - line.trimStart().length;

/** Comments directly above a definition are its own; below it, those that are indented deeper. */
function blocksOf(tree: YamlTree, overlays: YAMLMap): Block[] {
  const known = measured.get(overlays) ?? measure(tree, overlays);
  measured.set(overlays, known);
  return known;
}

/** Many edits of one reading ask for them. */
const measured = new WeakMap<YAMLMap, Block[]>();

function measure(tree: YamlTree, overlays: YAMLMap): Block[] {
  let before = -1;
  return overlays.items.map((pair) => {
    const depth = indentOfPair(tree, pair).length;
    let start = lineStart(tree, keySpanOf(pair).start);
    const floor = before === -1 ? afterHeader(tree, start) : before;
    while (start > floor) {
      const previous = lineStart(tree, start - 1);
      if (previous < floor || !isComment(tree.text.slice(previous, start))) break;
      start = previous;
    }
    let end = nextLine(tree, contentEnd(tree, pair) - 1);
    for (let at = end; at < tree.text.length; ) {
      const next = nextLine(tree, at);
      const line = tree.text.slice(at, next);
      if (line.trim() !== '' && !(isComment(line) && depthOf(line) > depth)) break;
      if (line.trim() !== '') end = next;
      at = next;
    }
    before = end;
    return { start, end };
  });
}

/** The first definition's comments begin below the line of `overlays:`. */
function afterHeader(tree: YamlTree, start: number): number {
  for (let at = start; at > 0; ) {
    const previous = lineStart(tree, at - 1);
    const line = tree.text.slice(previous, at);
    if (line.trim() !== '' && !isComment(line)) return at;
    at = previous;
  }
  return 0;
}

export function removeDefinition(tree: YamlTree, overlays: YAMLMap, definition: Pair): Patch[] {
  const blocks = blocksOf(tree, overlays);
  const index = overlays.items.indexOf(definition);
  const block = blocks[index] ?? { start: 0, end: 0 };
  refuseSharedWithin(tree, block, 'Something in this definition');
  const next = blocks[index + 1];
  const previous = blocks[index - 1];
  const blankAfter = next ? blankLines(tree, block.end, next.start) : 0;
  const blankBefore = !next && previous ? block.start - previous.end : 0;
  const onlyBlank = tree.text.slice(block.start - blankBefore, block.start).trim() === '';
  return [
    { start: onlyBlank ? block.start - blankBefore : block.start, end: block.end + blankAfter, text: '' },
  ];
}

/** How much of the text from one place to another is blank lines, before anything else. */
function blankLines(tree: YamlTree, from: number, to: number): number {
  let at = from;
  while (at < to && tree.text.slice(at, nextLine(tree, at)).trim() === '') at = nextLine(tree, at);
  return Math.min(at, to) - from;
}

export function moveDefinition(
  tree: YamlTree,
  overlays: YAMLMap,
  definition: Pair,
  after: Pair | null,
): Patch[] {
  const place = after === null ? null : overlays.items.indexOf(after);
  return reorder(tree, blocksOf(tree, overlays), overlays.items.indexOf(definition), place);
}

/** A new definition behind another one, or behind the last. */
export function addDefinition(
  tree: YamlTree,
  overlays: YAMLMap,
  mapping: string,
  yaml: string,
  after: Pair | null,
): Patch[] {
  const first = overlays.items[0];
  const indent = first ? indentOfPair(tree, first) : '';
  return addText(tree, overlays, definitionText(mapping, yaml, indent, lineEnding(tree.text)), after);
}

/** Whole lines behind a definition, apart from it where the others stand apart. */
function addText(tree: YamlTree, overlays: YAMLMap, text: string, after: Pair | null): Patch[] {
  const eol = lineEnding(tree.text);
  const blocks = blocksOf(tree, overlays);
  const index = after ? overlays.items.indexOf(after) : blocks.length - 1;
  const block = blocks[index];
  if (!block) throw new EditRefused('edit.not-found', 'There is no definition to write behind');
  const airy = blocks.length < 2 || blocks.some((one, at) => one.end < (blocks[at + 1]?.start ?? one.end));
  const opening = block.end === tree.text.length && !tree.text.endsWith('\n') ? eol : '';
  const added = { start: block.end, end: block.end, text: opening + (airy ? eol : '') + text };
  return [...(opening === '' ? [] : endBlock(tree)), added];
}

/** A key as it was written elsewhere, behind the last one. */
export function addBlock(tree: YamlTree, map: YAMLMap, block: string): Patch[] {
  const [first] = map.items;
  const indent = first ? indentOfPair(tree, first) : '';
  const eol = lineEnding(tree.text);
  const text = linesOfBlock(block).map((line) => (line === '' ? eol : indent + line + eol));
  return addText(tree, map, text.join(''), null);
}

/** Without blank lines around. */
export const linesOfBlock = (block: string): string[] =>
  block.replace(/^(?:[ \t]*\r?\n)+|\s+$/g, '').split(/\r?\n/);

/** A key with its value and the comments above it, as `add` takes it: from the left edge on. */
export function blockOf(tree: YamlTree, map: YAMLMap, pair: Pair): string {
  const depth = map.flow ? 0 : indentOfPair(tree, pair).length;
  const outdented = new RegExp(`^ {0,${depth}}`);
  return linesOfBlock(sourceOf(tree, map, pair))
    .map((line) => line.replace(outdented, ''))
    .join('\n');
}

/** The same as it stands in the file. */
export function sourceOf(tree: YamlTree, map: YAMLMap, pair: Pair): string {
  if (map.flow) return tree.text.slice(keySpanOf(pair).start, contentEnd(tree, pair));
  const { start, end } = blockSpan(tree, map, pair);
  return tree.text.slice(start, end);
}

/** Where it stands in the file, in whole lines. */
export const blockSpan = (tree: YamlTree, map: YAMLMap, pair: Pair): Block =>
  blocksOf(tree, map)[map.items.indexOf(pair)] ?? { start: 0, end: 0 };

/** A definition as lines: its name, and its body indented below. */
export function definitionText(mapping: string, yaml: string, indent: string, eol: string): string {
  const lines = yaml.replaceAll('\r\n', '\n').split('\n');
  while (lines.at(-1)?.trim() === '') lines.pop();
  while (lines[0]?.trim() === '') lines.shift();
  if (lines.length === 0) return `${indent}${writeKey(mapping)}: {}${eol}`;
  const depth = Math.min(...lines.filter((line) => line.trim() !== '').map(depthOf));
  const body = lines.map((line) => (line.trim() === '' ? '' : `${indent}  ${line.slice(depth)}`));
  return [`${indent}${writeKey(mapping)}:`, ...body].map((line) => line + eol).join('');
}
