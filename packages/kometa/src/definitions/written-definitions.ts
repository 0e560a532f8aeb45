import { isMap } from 'yaml';
import { blockOf, sourceOf } from '../editing/definition-blocks.ts';
import { EditRefused } from '../editing/edit-problem.ts';
import { ownPair } from '../editing/layout.ts';
import type { YamlPath } from '../editing/yaml-edit.ts';
import { isPlainMap, type PlainValue, plainValue } from '../yaml/plain-value.ts';
import { type Field, fieldsOf, follow, keySpan } from '../yaml/read-values.ts';
import { ANY_FILE, readYaml, spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { type AboutDefinition, aboutDefinition } from './about-definition.ts';
import type { PlainMap } from './not-changed.ts';

/** A named block of a file. */
export interface WrittenDefinition {
  name: string;
  /** Of its key. */
  line: number;
  about: AboutDefinition;
}

export interface WholeDefinition extends WrittenDefinition {
  /** Empty for what is no map. */
  values: PlainMap;
  value: PlainValue;
  /** As it stands in the file, with the comments above it. */
  text: string;
}

/** All that the sections of a file hold; null where it has none of them, or cannot be read. */
export function writtenDefinitions<Section extends string>(
  text: string,
  sections: readonly Section[],
): (WrittenDefinition & { section: Section })[] | null {
  return definitionsIn(readYaml(text, ANY_FILE), sections);
}

/** The same of a text that was read already. */
export function definitionsIn<Section extends string>(
  tree: YamlTree,
  sections: readonly Section[],
): (WrittenDefinition & { section: Section })[] | null {
  const root = fieldsOf(tree, tree.root) ?? [];
  const there = sections.filter((section) => root.some(({ name }) => name === section));
  if (there.length === 0) return null;
  return there.flatMap((section) =>
    (fieldsOf(tree, holderOf(tree, [section])) ?? []).map((field) => ({ section, ...written(tree, field) })),
  );
}

export function wholeDefinition(text: string, section: YamlPath, name: string): WholeDefinition | null {
  const tree = readYaml(text, ANY_FILE);
  const holder = holderOf(tree, section);
  const field = fieldsOf(tree, holder)?.find((one) => one.name === name);
  return field ? whole(tree, holder, field) : null;
}

/** All that a map holds. */
export function wholeDefinitions(text: string, section: YamlPath): WholeDefinition[] {
  const tree = readYaml(text, ANY_FILE);
  const holder = holderOf(tree, section);
  return (fieldsOf(tree, holder) ?? []).map((field) => whole(tree, holder, field));
}

function whole(tree: YamlTree, holder: unknown, field: Field): WholeDefinition {
  const value = plainValue(tree, field.value);
  const values = isPlainMap(value) ? value : {};
  return { ...written(tree, field), value, values, text: textOf(tree, holder, field) };
}

/** The blocks as `add` takes them; null for what is not there, or not written as a block of its own. */
export function definitionBlocks(
  text: string,
  section: YamlPath,
  names: readonly string[],
): (string | null)[] {
  const tree = readYaml(text, ANY_FILE);
  const holder = holderOf(tree, section);
  return names.map((name) => {
    const pair = isMap(holder) ? ownPair(tree, holder, name) : undefined;
    return isMap(holder) && pair ? orNull(() => blockOf(tree, holder, pair)) : null;
  });
}

/** The map that a section is. */
export function holderOf(tree: YamlTree, section: YamlPath) {
  return section.reduce(
    (node, step) => follow(tree, fieldsOf(tree, node)?.find(({ name }) => name === step)?.value),
    follow(tree, tree.root),
  );
}

function written(tree: YamlTree, field: Field): WrittenDefinition {
  return {
    name: field.name,
    line: tree.lines.place(keySpan(field)).line,
    about: aboutDefinition(field.name, plainValue(tree, field.value)),
  };
}

function textOf(tree: YamlTree, holder: unknown, field: Field): string {
  const pair = isMap(holder) ? ownPair(tree, holder, field.name) : undefined;
  const source = isMap(holder) && pair ? orNull(() => sourceOf(tree, holder, pair)) : null;
  if (source !== null) return source;
  // Of elsewhere, or in braces.
  const [start, end] = [keySpan(field).start, spanOf(field.value)?.end ?? keySpan(field).end];
  return tree.text.slice(Math.min(start, end), end);
}

/** What is written too oddly to be taken as lines. */
function orNull(read: () => string): string | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof EditRefused) return null;
    throw error;
  }
}
