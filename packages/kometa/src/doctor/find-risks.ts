import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fileKindOf } from '../diagnostics/file-kind.ts';
import { removeField, replaceWith } from '../diagnostics/fixes.ts';
import { type Field, fieldsOf, isBlank, itemsOf, keySpan, plainOf, valueSpan } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { RISKS, type Risk, type RiskScope } from './risks.ts';

type Path = Diagnostic['path'];

const DEFINITIONS = ['collections', 'dynamic_collections', 'playlists', 'templates'];

/** Settings of a file that do what they say, and more than many want. */
export function risksIn(tree: YamlTree): Diagnostic[] {
  if (fileKindOf(tree) === 'config') return inConfig(tree);
  const root = fieldsOf(tree, tree.root) ?? [];
  return root
    .filter(({ name }) => DEFINITIONS.includes(name))
    .flatMap((section) =>
      (fieldsOf(tree, section.value) ?? []).flatMap((definition) =>
        inMap(tree, definition.value, 'definition', [section.name, definition.name]),
      ),
    );
}

const SECTIONS: Readonly<Record<string, RiskScope>> = {
  settings: 'settings',
  operations: 'operations',
  plex: 'plex',
  radarr: 'radarr',
  sonarr: 'sonarr',
};

function inConfig(tree: YamlTree): Diagnostic[] {
  const root = fieldsOf(tree, tree.root) ?? [];
  const libraries = fieldsOf(tree, root.find(({ name }) => name === 'libraries')?.value) ?? [];
  return [
    ...inSections(tree, root, []),
    ...libraries.flatMap((library) => {
      const path = ['libraries', library.name];
      const own = fieldsOf(tree, library.value) ?? [];
      return [...inMap(tree, library.value, 'library', path), ...inSections(tree, own, path)];
    }),
  ];
}

function inSections(tree: YamlTree, fields: readonly Field[], above: Path): Diagnostic[] {
  return fields.flatMap((field) => {
    const scope = Object.hasOwn(SECTIONS, field.name) ? SECTIONS[field.name] : undefined;
    if (scope === undefined) return [];
    const path = [...above, field.name];
    const blocks = itemsOf(tree, field.value);
    return blocks === null
      ? inMap(tree, field.value, scope, path)
      : blocks.flatMap((block, index) => inMap(tree, block, scope, [...path, index]));
  });
}

function inMap(tree: YamlTree, node: unknown, scope: RiskScope, path: Path): Diagnostic[] {
  return (fieldsOf(tree, node) ?? []).flatMap((field) => {
    if (isBlank(tree, field.value)) return [];
    const known = RISKS.filter(({ scopes, keys }) => scopes.includes(scope) && keys.includes(field.name));
    if (known.length === 0) return [];
    const value = plainOf(tree, field.value);
    return known.filter(({ isRisky }) => isRisky(value)).map((risk) => told(tree, field, risk, path));
  });
}

function told(tree: YamlTree, field: Field, { name, severity, why, mend }: Risk, path: Path): Diagnostic {
  const fix = field.merged || mend === undefined ? undefined : mended(tree, field, mend);
  return {
    severity,
    code: `risk.${name}`,
    message: `${field.name} ${why}`,
    span: keySpan(field),
    path: [...path, field.name],
    ...(fix ? { fix } : {}),
  };
}

function mended(tree: YamlTree, field: Field, how: 'remove' | 'false') {
  if (how === 'remove') return removeField(tree, field);
  return replaceWith(valueSpan(field), 'false', `Set ${field.name} to false`);
}
