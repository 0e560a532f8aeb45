import { type Field, fieldsOf, isBlank, plainOf, pythonText } from '../yaml/read-values.ts';
import { ANY_FILE, readYaml, type YamlTree } from '../yaml/yaml-tree.ts';

/** The `settings` of a `config.yml` as they count in the library that Plex calls so: its own before those of all. */
export function settingsFor(text: string, library: string): ReadonlyMap<string, unknown> {
  const tree = readYaml(text, ANY_FILE);
  const below = (fields: readonly Field[], name: string) =>
    fieldsOf(tree, fields.find((field) => field.name === name)?.value) ?? [];
  const root = fieldsOf(tree, tree.root) ?? [];
  const block = below(root, 'libraries').find((field) => titleOf(tree, field) === library);
  const own = block === undefined ? [] : below(fieldsOf(tree, block.value) ?? [], 'settings');
  const written = [...below(root, 'settings'), ...own].filter(({ value }) => !isBlank(tree, value));
  return new Map(written.map(({ name, value }) => [name, plainOf(tree, value)]));
}

function titleOf(tree: YamlTree, { name, value }: Field): string {
  const written = (fieldsOf(tree, value) ?? []).find((field) => field.name === 'library_name');
  return written === undefined || isBlank(tree, written.value) ? name : pythonText(tree, written.value);
}
