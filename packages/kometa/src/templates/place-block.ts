import { isMap } from 'yaml';
import { fileKindOf, type KindOfFile } from '../diagnostics/file-kind.ts';
import { addDefinition, definitionText } from '../editing/definition-blocks.ts';
import { type EditProblem, EditRefused, refuseUnreadable, unusual } from '../editing/edit-problem.ts';
import { lineEnding, nextLine, ownPair } from '../editing/layout.ts';
import { patched } from '../editing/patch.ts';
import { fieldsOf, isBlank, keySpan, plainOf } from '../yaml/read-values.ts';
import { ANY_FILE, readYaml, type YamlTree } from '../yaml/yaml-tree.ts';

export type BlockSection = 'collections' | 'playlists' | 'libraries';

const kinds: Readonly<Record<BlockSection, KindOfFile>> = {
  collections: 'collection',
  playlists: 'playlist',
  libraries: 'config',
};

/** A block that is not there yet, behind the last of its section, with its comments; no other line changes. */
export function placeBlock(
  text: string,
  { section, name, yaml }: { section: BlockSection; name: string; yaml: string },
): { text: string; line: number } | { problem: EditProblem } {
  try {
    const tree = readYaml(text, ANY_FILE);
    refuseUnreadable(tree);
    refuseOther(tree, section);
    const body = readYaml(yaml);
    if (body.faults.length > 0 || !isMap(body.root))
      throw new EditRefused('edit.invalid-body', 'The block is not a map of keys with values');
    const placed = textWith(tree, section, name, yaml);
    const next = readYaml(placed, ANY_FILE);
    if (next.faults.length > 0 || !saysBoth(tree, next, section, name, plainOf(body, body.root)))
      throw unusual(`“${section}”`);
    return { text: placed, line: lineOf(next, section, name) };
  } catch (error) {
    if (error instanceof EditRefused) return { problem: error.problem };
    throw error;
  }
}

function refuseOther(tree: YamlTree, section: BlockSection): void {
  const fields = fieldsOf(tree, tree.root);
  if (fields === null && !isBlank(tree, tree.root)) throw unusual('This file');
  const kind = fileKindOf(tree);
  const has = fields?.some((field) => field.name === section) ?? false;
  // Templates alone may stand in front of either.
  if (kind === null || kind === 'templates' || kind === kinds[section] || has) return;
  const message = `This is a ${kind} file, where ${section} are not read`;
  throw new EditRefused('edit.unusual', message);
}

function textWith(tree: YamlTree, section: BlockSection, name: string, yaml: string): string {
  const { text, root } = tree;
  const eol = lineEnding(text);
  const opening = text === '' || text.endsWith('\n') ? '' : eol;
  const field = fieldsOf(tree, root)?.find((one) => one.name === section);
  if (field === undefined || !isMap(root)) {
    if (isMap(root) && root.flow) throw unusual('This file');
    const gap = text.trim() === '' ? '' : eol;
    return `${text}${opening}${gap}${section}:${eol}${definitionText(name, yaml, '  ', eol)}`;
  }
  if (isBlank(tree, field.value)) {
    const at = nextLine(tree, keySpan(field).end);
    const line = text.slice(keySpan(field).end, at);
    if (!/^\s*:\s*(?:#.*)?\s*$/.test(line)) throw unusual(`“${section}”`);
    const before = at === text.length ? opening : '';
    return text.slice(0, at) + before + definitionText(name, yaml, '  ', eol) + text.slice(at);
  }
  const map = field.value;
  if (!isMap(map) || map.flow || map.items.length === 0) throw unusual(`“${section}”`);
  if (ownPair(tree, map, name)) {
    throw new EditRefused('edit.exists', `There is “${name}” in this file already`);
  }
  return patched(text, addDefinition(tree, map, name, yaml, null));
}

/** All that was there, and the block. */
function saysBoth(tree: YamlTree, next: YamlTree, section: string, name: string, body: unknown): boolean {
  const entries = (of: YamlTree, node: unknown) =>
    (fieldsOf(of, node) ?? []).map((field) => [field.name, plainOf(of, field.value)] as const);
  const others = (of: YamlTree) => entries(of, of.root).filter(([key]) => key !== section);
  const inside = (of: YamlTree) =>
    entries(of, fieldsOf(of, of.root)?.find((field) => field.name === section)?.value);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return same(others(tree), others(next)) && same([...inside(tree), [name, body]], inside(next));
}

function lineOf(tree: YamlTree, section: string, name: string): number {
  const part = fieldsOf(tree, tree.root)?.find((field) => field.name === section);
  const block = fieldsOf(tree, part?.value)?.find((field) => field.name === name);
  return block ? tree.lines.place(keySpan(block)).line : 1;
}
