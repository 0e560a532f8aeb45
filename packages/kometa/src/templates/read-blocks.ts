import { isMap, isScalar, isSeq, type Pair } from 'yaml';
import { EditRefused } from '../editing/edit-problem.ts';
import { contentEnd, indentOfPair, keySpanOf, lineStart, nextLine } from '../editing/layout.ts';
import type { YamlPath } from '../editing/yaml-edit.ts';
import { fieldsOf, pythonText } from '../yaml/read-values.ts';
import { ANY_FILE, isMergeKey, readYaml, type YamlTree } from '../yaml/yaml-tree.ts';
import type { BlockSection } from './place-block.ts';

export interface ReadBlock<Section extends string = BlockSection | 'overlays'> {
  section: Section;
  name: string;
  line: number;
  endLine: number;
  /** Its body at the left edge, with its comments. */
  yaml: string;
}

const SECTIONS: readonly ReadBlock['section'][] = ['collections', 'playlists', 'libraries', 'overlays'];

/** The blocks of a file that can be kept as templates: those written in lines, which need nothing from elsewhere. */
export function readBlocks(text: string): ReadBlock[] {
  const tree = readYaml(text, ANY_FILE);
  if (tree.faults.length > 0) return [];
  return (fieldsOf(tree, tree.root) ?? []).flatMap(({ name: section, value }) => {
    const known = SECTIONS.find((one) => one === section);
    if (known === undefined || !isMap(value) || value.flow) return [];
    return value.items.flatMap((pair) => blockOf(tree, known, pair));
  });
}

function blockOf(tree: YamlTree, section: ReadBlock['section'], pair: Pair): ReadBlock[] {
  const { value } = pair;
  if (isMergeKey(pair.key) || !isMap(value) || value.flow || value.anchor || value.items.length === 0)
    return [];
  try {
    const [first] = value.items;
    if (!first) return [];
    const indent = indentOfPair(tree, first).length;
    const start = nextLine(tree, keySpanOf(pair).end);
    const end = nextLine(tree, contentEnd(tree, pair) - 1);
    const lines = tree.text.slice(start, end).replaceAll('\r\n', '\n').split('\n');
    const yaml = lines.map((line) =>
      line.slice(0, indent).trim() === '' ? line.slice(indent) : line.trimStart(),
    );
    const body = yaml.join('\n').trimEnd();
    // An alias to elsewhere would lead nowhere.
    if (readYaml(body).faults.length > 0) return [];
    const line = tree.lines.place({ start: lineStart(tree, keySpanOf(pair).start), end: end - 1 });
    const name = pythonText(tree, pair.key);
    return [{ section, name, line: line.line, endLine: line.endLine, yaml: `${body}\n` }];
  } catch (error) {
    if (error instanceof EditRefused) return [];
    throw error;
  }
}

/** A value of a block that could be another one each time. */
export interface BlockValue {
  path: YamlPath;
  value: string | number | boolean | readonly string[];
}

/** The values of a block, lists of plain texts as one. */
export function valuesOfBlock(yaml: string): BlockValue[] {
  const tree = readYaml(yaml);
  const found: BlockValue[] = [];
  const walk = (node: unknown, path: YamlPath): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items)
        if (!isMergeKey(key)) walk(value, [...path, pythonText(tree, key)]);
    } else if (isSeq(node)) {
      const texts = node.items.flatMap((item) =>
        isScalar(item) && typeof item.value === 'string' ? [item.value] : [],
      );
      if (texts.length === node.items.length && texts.length > 0) found.push({ path, value: texts });
      else for (const [at, item] of node.items.entries()) walk(item, [...path, at]);
    } else if (isScalar(node)) {
      const { value } = node;
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        found.push({ path, value });
      else if (typeof value === 'bigint') found.push({ path, value: Number(value) });
    }
  };
  walk(tree.root, []);
  return found;
}
