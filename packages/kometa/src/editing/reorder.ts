import type { YamlTree } from '../yaml/yaml-tree.ts';
import { lineEnding } from './layout.ts';
import type { Patch } from './patch.ts';

/** Whole lines that belong together, without blank lines around. */
export interface Block {
  start: number;
  /** After its last line break, or at the text's end. */
  end: number;
}

/** Blocks change places; what stands between places stays. */
export function reorder(
  tree: YamlTree,
  blocks: readonly Block[],
  from: number,
  after: number | null,
): Patch[] {
  if (from === after) return [];
  const eol = lineEnding(tree.text);
  const order = blocks.map((_, index) => index).filter((index) => index !== from);
  order.splice(after === null ? 0 : order.indexOf(after) + 1, 0, from);
  if (order.every((index, at) => index === at)) return [];
  const contents = blocks.map(({ start, end }) => tree.text.slice(start, end).replace(/\r?\n$/, ''));
  const gaps = blocks.map(({ end }, index) => tree.text.slice(end, blocks[index + 1]?.start ?? end));
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return [];
  const closing = /\n$/.test(tree.text.slice(last.start, last.end)) ? eol : '';
  const text = order
    .map(
      (index, at) => (contents[index] ?? '') + (at === order.length - 1 ? closing : eol) + (gaps[at] ?? ''),
    )
    .join('');
  return [{ start: first.start, end: last.end, text }];
}
