import { isMap, isSeq } from 'yaml';
import { editYaml, type YamlEditOutcome } from '../editing/edit-yaml.ts';
import type { YamlPath } from '../editing/yaml-edit.ts';
import { fieldsOf, isBlank } from '../yaml/read-values.ts';
import { ANY_FILE, readYaml, type YamlTree } from '../yaml/yaml-tree.ts';

/** The names of config.yml's libraries. */
export function librariesOf(text: string): string[] {
  const tree = readYaml(text, ANY_FILE);
  return (fieldsOf(tree, nodeAt(tree, ['libraries'])) ?? []).map(({ name }) => name);
}

/** Adds a file to a list of config.yml's, as Kometa names it; a list that is not there yet is made. */
export function listFile(text: string, list: readonly string[], file: string): YamlEditOutcome {
  const tree = readYaml(text, ANY_FILE);
  const item = { file };
  for (let depth = 1; depth < list.length; depth += 1) {
    const holder = list.slice(0, depth);
    if (!isBlank(tree, nodeAt(tree, holder))) continue;
    const value = list.slice(depth).reduceRight<YamlNested>((inner, key) => ({ [key]: inner }), [item]);
    return editYaml(text, [{ kind: 'set', path: holder, value }]);
  }
  const there = nodeAt(tree, list);
  if (isBlank(tree, there)) return editYaml(text, [{ kind: 'set', path: list, value: [item] }]);
  const last: YamlPath = [...list, isSeq(there) ? there.items.length : 0];
  return editYaml(text, [{ kind: 'insert', path: last, value: item }]);
}

type YamlNested = { [key: string]: YamlNested } | { file: string }[];

function nodeAt(tree: YamlTree, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (node, key) =>
      isMap(node) ? (fieldsOf(tree, node)?.find(({ name }) => name === key)?.value ?? null) : null,
    tree.root,
  );
}
