import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { fieldsOf, isBlank } from '../yaml/read-values.ts';
import { isMergeKey, spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { addAt } from './add-block.ts';
import { moveDefinition, removeDefinition } from './definition-blocks.ts';
import { EditRefused, unusual } from './edit-problem.ts';
import {
  afterColon,
  contentEnd,
  indentOf,
  indentOfPair,
  keySpanOf,
  lineEnding,
  lineStart,
  nodeEnd,
  nodeOf,
  ownPair,
} from './layout.ts';
import { appendPair, quotesOf } from './map-edits.ts';
import type { Patch } from './patch.ts';
import { dashOf, emptied, insertLines, itemBlocks, removeItem, withoutPair } from './place-edits.ts';
import { reorder } from './reorder.ts';
import { fillBlank, type Place, replaceBehind } from './replace-behind.ts';
import { emptyMap } from './set-in-map.ts';
import { refuseShared, refuseSharedWithin } from './shared-anchors.ts';
import {
  beside,
  fitsBeside,
  inBraces,
  isFlow,
  itemLines,
  literalBlock,
  pairLines,
  valueLines,
  writeScalar,
} from './write-block.ts';
import { writeKey } from './write-value.ts';
import { isScalarValue, type YamlEdit, type YamlPath, type YamlValue } from './yaml-edit.ts';

const sayPath = (path: YamlPath): string => path.map(String).join(' › ').slice(0, 200);

/** The way to what an edit is about; refused where others say the same through an alias. */
export function placeOfEdit(tree: YamlTree, path: YamlPath): Place {
  const last = path.at(-1);
  if (last === undefined) throw new EditRefused('edit.not-found', 'A path needs a key');
  let holder: Node | null = tree.root;
  let above: Place['above'] = null;
  for (const [depth, step] of path.slice(0, -1).entries()) {
    const said = sayPath(path.slice(0, depth + 1));
    refuseOthers(tree, holder, said);
    if (isSeq(holder) && typeof step === 'number' && step in holder.items) {
      above = { list: holder, index: step };
      holder = nodeOf(holder.items[step]);
    } else if (isMap(holder)) {
      const pair = ownPair(tree, holder, String(step));
      if (!pair) throw missing(tree, holder, String(step), said);
      above = { map: holder, pair };
      holder = nodeOf(pair.value);
    } else throw notFound(said);
  }
  refuseOthers(tree, holder, sayPath(path));
  return { holder, above, last, said: sayPath(path) };
}

function refuseOthers(tree: YamlTree, node: Node | null, said: string): void {
  if (isAlias(node)) {
    throw new EditRefused(
      'edit.alias',
      `${said} leads through *${node.source}; edit it where &${node.source} stands`,
    );
  }
  if (node) refuseShared(tree, node, said);
}

const notFound = (said: string) => new EditRefused('edit.not-found', `There is no ${said}`);

function missing(tree: YamlTree, map: YAMLMap, name: string, said: string): EditRefused {
  if (fieldsOf(tree, map)?.some((field) => field.name === name && field.merged)) {
    return new EditRefused('edit.merged', `${said} comes from a <<; edit it where it stands`);
  }
  return notFound(said);
}

export const ownKeys = (holder: Node | null): number =>
  isMap(holder) ? holder.items.filter(({ key }) => !isMergeKey(key)).length : 0;

export function patchesOf(tree: YamlTree, edit: YamlEdit): Patch[] {
  const place = placeOfEdit(tree, edit.path);
  switch (edit.kind) {
    case 'set':
      return setAt(tree, place, edit.value);
    case 'insert':
      return insertAt(tree, place, edit.value);
    case 'remove':
      return removeAt(tree, place);
    case 'add':
      return addAt(tree, place, edit.block);
    case 'drop':
      return dropAt(tree, place);
    case 'rename':
      return renameAt(tree, place, edit.to);
    case 'move':
      return moveAt(tree, place, edit.after);
  }
}

function setAt(tree: YamlTree, { holder, above, last, said }: Place, value: YamlValue): Patch[] {
  if (isSeq(holder)) {
    if (typeof last !== 'number' || !(last in holder.items)) throw notFound(said);
    return replaceItem(tree, holder, last, value);
  }
  if (isMap(holder)) {
    const pair = ownPair(tree, holder, String(last));
    if (pair) return replacePairValue(tree, holder, pair, value);
    if (isEmptyHolder(holder) && !isFlow(holder)) throw unusual(said);
    return appendPair(
      tree,
      holder,
      pairLines(String(last), value),
      `${writeKey(String(last), 'braces')}: ${inBraces(value)}`,
    );
  }
  if (!isBlank(tree, holder))
    throw new EditRefused('edit.not-a-map', `${said}: what should hold it is no map`);
  if (typeof last === 'number')
    throw new EditRefused('edit.not-a-list', `${said}: what should hold it is no list`);
  const lines = pairLines(last, value);
  return fillBlank(tree, above, lines, `{${writeKey(last, 'braces')}: ${inBraces(value)}}`);
}

const isEmptyCollection = (node: Node | null): boolean => (isMap(node) || isSeq(node)) && isEmptyHolder(node);

const isEmptyHolder = (holder: YAMLMap | YAMLSeq): boolean => holder.items.length === 0;

function replacePairValue(tree: YamlTree, map: YAMLMap, pair: Pair, value: YamlValue): Patch[] {
  const node = nodeOf(pair.value);
  const replaced = replaceScalar(tree, node, value, isFlow(map), () =>
    map.flow ? '' : `${indentOf(tree, map)}  `,
  );
  if (replaced) return replaced;
  const colon = afterColon(tree, pair);
  const end = contentEnd(tree, pair);
  refuseSharedWithin(tree, { start: colon, end }, `“${keyText(tree, pair)}”`);
  const inFlow = map.flow || (isFlow(node) && !isEmptyCollection(node));
  if (inFlow || fitsBeside(value)) {
    const text = inFlow ? inBraces(value) : beside(value);
    return replaceBehind(tree, colon, node, end, ` ${text}`, []);
  }
  const indent = `${indentOf(tree, map)}  `;
  return replaceBehind(
    tree,
    colon,
    node,
    end,
    '',
    valueLines(value).map((line) => indent + line),
  );
}

const keyText = (tree: YamlTree, pair: Pair): string => {
  const { start, end } = keySpanOf(pair);
  return tree.text.slice(start, end).slice(0, 100);
};

/** One scalar for another, in its own place; null where that is not what is asked. */
function replaceScalar(
  tree: YamlTree,
  node: Node | null,
  value: YamlValue,
  flow: boolean,
  blockIndent: () => string,
): Patch[] | null {
  const span = spanOf(node);
  if (!isScalarValue(value) || !span || span.end === span.start || !(isScalar(node) || isAlias(node)))
    return null;
  refuseShared(tree, node, 'This value');
  const end = nodeEnd(tree, node);
  if (isScalar(node) && typeof value === 'string' && /^BLOCK_/.test(String(node.type))) {
    const own = /\n( +)\S/.exec(tree.text.slice(span.start, end))?.[1];
    const block = flow ? null : literalBlock(value, own ?? blockIndent(), lineEnding(tree.text));
    if (block !== null) return [{ start: span.start, end, text: block }];
  }
  const text = writeScalar(value, flow ? 'braces' : 'block', quotesOf(node));
  return [{ start: span.start, end, text }];
}

function replaceItem(tree: YamlTree, list: YAMLSeq, index: number, value: YamlValue): Patch[] {
  const node = nodeOf(list.items[index]);
  const replaced = replaceScalar(tree, node, value, isFlow(list), () =>
    ' '.repeat(dashOf(tree, list, index) - lineStart(tree, dashOf(tree, list, index)) + 2),
  );
  if (replaced) return replaced;
  const span = spanOf(node);
  const start = span?.start ?? 0;
  const end = Math.max(start, nodeEnd(tree, node));
  refuseSharedWithin(tree, { start, end }, 'This item');
  if (list.flow) return [{ start, end, text: inBraces(value) }];
  const dash = dashOf(tree, list, index);
  const from = dash - lineStart(tree, dash);
  if (!span || end === start) return [{ start: dash + 1, end: dash + 1, text: ` ${inBraces(value)}` }];
  if (lineStart(tree, dash) !== lineStart(tree, start)) throw unusual('This item');
  const [first = '', ...others] = fitsBeside(value) ? [beside(value)] : valueLines(value);
  const indent = ' '.repeat(from + (start - dash));
  const eol = lineEnding(tree.text);
  return [{ start, end, text: [first, ...others.map((line) => indent + line)].join(eol) }];
}

function insertAt(tree: YamlTree, { holder, above, last, said }: Place, value: YamlValue): Patch[] {
  if (typeof last !== 'number') throw new EditRefused('edit.not-a-list', `${said} is no place in a list`);
  if (isBlank(tree, holder) && last === 0 && above) {
    return fillBlank(tree, above, itemLines(value), `[${inBraces(value)}]`);
  }
  if (!isSeq(holder)) throw new EditRefused('edit.not-a-list', `${said}: what should hold it is no list`);
  if (last > holder.items.length || last < 0) throw notFound(said);
  return insertLines(tree, holder, last, itemLines(value), inBraces(value));
}

function removeAt(tree: YamlTree, { holder, above, last, said }: Place): Patch[] {
  if (isSeq(holder)) {
    if (typeof last !== 'number' || !(last in holder.items)) throw notFound(said);
    if (holder.items.length > 1) return removeItem(tree, holder, last);
    return emptyHolder(tree, holder, above, '[]');
  }
  if (!isMap(holder)) throw notFound(said);
  const pair = ownPair(tree, holder, String(last));
  if (!pair) throw missing(tree, holder, String(last), said);
  if (holder.items.length > 1) return withoutPair(tree, holder, pair);
  if (above && 'pair' in above) return emptyMap(tree, holder, above.pair);
  if (above) return emptied(tree, holder, pair);
  return emptyHolder(tree, holder, above, '{}');
}

function dropAt(tree: YamlTree, place: Place): Patch[] {
  const { holder, last, said } = place;
  if (!isMap(holder)) throw notFound(said);
  const pair = ownPair(tree, holder, String(last));
  if (!pair) throw missing(tree, holder, String(last), said);
  if (holder.flow || holder.items.length === 1) return removeAt(tree, place);
  return removeDefinition(tree, holder, pair);
}

function emptyHolder(
  tree: YamlTree,
  holder: YAMLMap | YAMLSeq,
  above: Place['above'],
  empty: string,
): Patch[] {
  const start = spanOf(holder)?.start ?? 0;
  const end = nodeEnd(tree, holder);
  refuseSharedWithin(tree, { start, end }, 'This');
  if (above && 'pair' in above && !holder.flow) {
    return replaceBehind(
      tree,
      afterColon(tree, above.pair),
      holder,
      contentEnd(tree, above.pair),
      ` ${empty}`,
      [],
    );
  }
  return [{ start, end, text: empty }];
}

function renameAt(tree: YamlTree, { holder, last, said }: Place, to: string): Patch[] {
  if (!isMap(holder)) throw notFound(said);
  const pair = ownPair(tree, holder, String(last));
  if (!pair) throw missing(tree, holder, String(last), said);
  if (to === last) return [];
  if (ownPair(tree, holder, to)) throw new EditRefused('edit.exists', `There is ${to} already`);
  refuseShared(tree, pair.key, 'The name');
  if (!isScalar(pair.key)) throw unusual('The name');
  return [{ ...keySpanOf(pair), text: writeKey(to, holder.flow ? 'braces' : 'block') }];
}

function moveAt(tree: YamlTree, { holder, last, said }: Place, after: string | number | null): Patch[] {
  if (!isMap(holder) && !isSeq(holder)) throw notFound(said);
  if (holder.flow) throw new EditRefused('edit.in-braces', 'What is written in braces keeps its order here');
  if (isMap(holder)) {
    const pair = ownPair(tree, holder, String(last));
    const other = after === null ? null : ownPair(tree, holder, String(after));
    if (!pair || other === undefined) throw notFound(pair ? String(after) : said);
    for (const one of holder.items) indentOfPair(tree, one);
    return moveDefinition(tree, holder, pair, other);
  }
  const isThere = (at: unknown) => typeof at === 'number' && at in holder.items;
  if (!isThere(last) || (after !== null && !isThere(after))) throw notFound(said);
  return reorder(tree, itemBlocks(tree, holder), Number(last), after === null ? null : Number(after));
}
