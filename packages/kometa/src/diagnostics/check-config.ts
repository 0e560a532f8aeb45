import { configKeys } from '../model/config-file.ts';
import { fieldsOf, isBlank, keySpan } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { checkPlaceholders } from './check-placeholders.ts';
import { checkValue } from './check-value.ts';
import { checkVariables } from './check-variables.ts';
import type { Checking } from './checking.ts';
import { checkKinds } from './library-kind.ts';
import { checkBlocks, checkReference, referencesIn } from './references.ts';

/** Without these Kometa does not start. */
const NEEDED = ['libraries', 'tmdb'];

/** What can be said of a config.yml by itself. `secrets`: the names that placeholders may have. */
export function checkConfig(checking: Checking, secrets: ReadonlySet<string>): void {
  const { tree } = checking;
  if (!isBlank(tree, tree.root)) {
    checkValue(
      checking,
      { node: tree.root, span: { start: 0, end: 0 }, path: [] },
      { type: 'map', keys: configKeys },
    );
  }
  sayWhatIsMissing(checking);
  checkPlaceholders(checking, secrets);
  checkBlocks(checking);
  const references = referencesIn(tree);
  for (const reference of references) checkReference(checking, reference);
  checkKinds(checking, references);
  checkVariables(checking);
}

function sayWhatIsMissing({ tree, part, report }: Checking): void {
  const root = fieldsOf(tree, tree.root) ?? [];
  const missing = NEEDED.filter((name) => !root.some((field) => field.name === name));
  if (!root.some(({ name }) => name === 'plex') && !everyLibraryHasPlex(tree)) missing.push('plex');
  for (const name of missing) {
    report({
      severity: 'error',
      code: `${part}.missing-key`,
      message: `${name} is missing; Kometa does not start without it`,
      span: { start: 0, end: 0 },
      path: [],
    });
  }
  for (const field of root) {
    if (![...NEEDED, 'plex'].includes(field.name) || !isBlank(tree, field.value)) continue;
    report({
      severity: 'warning',
      code: `${part}.blank-required`,
      message: `${field.name} is blank; Kometa needs it`,
      span: keySpan(field),
      path: [field.name],
    });
  }
}

function everyLibraryHasPlex(tree: YamlTree): boolean {
  const libraries = fieldsOf(tree, tree.root)?.find(({ name }) => name === 'libraries');
  const all = fieldsOf(tree, libraries?.value) ?? [];
  return all.every((library) => fieldsOf(tree, library.value)?.some(({ name }) => name === 'plex'));
}
