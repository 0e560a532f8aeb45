import type { Node } from 'yaml';
import type { LibraryKind } from '../model/definitions/library-kind.ts';
import { METADATA_KEYS } from '../model/definitions/metadata-keys.ts';
import { EXTERNAL_TEMPLATE, TEMPLATE_KEYS } from '../model/definitions/template-keys.ts';
import { entries, map } from '../model/definitions/values.ts';
import { type Field, fieldsOf, isBlank, keySpan, valueSpan } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import { type Check, lenient, type Path, plainFields, tellUnknown } from './definitions/check.ts';
import { checkDefinition } from './definitions/check-definition.ts';
import { checkDynamic } from './definitions/check-dynamic.ts';
import { checkValue } from './definitions/check-value.ts';
import type { Report } from './diagnostic.ts';
import { suggestions } from './nearest.ts';

export interface DefinitionFile {
  holds: 'collection' | 'metadata' | 'playlist';
  /** The kind of the library that reads it, when one kind alone does. */
  library: LibraryKind | null;
}

type Place = Field & { path: Path };
type CheckEntry = (check: Check, entry: Place) => void;

/** Templates may be called for libraries of any kind, or not at all. */
const checkTemplate: CheckEntry = (check, entry) =>
  checkDefinition({ ...check, library: null, unknown: 'warning' }, entry, 'template', TEMPLATE_KEYS);

const ITEM = map(METADATA_KEYS);

/** What Kometa reads in each kind of file, and how its entries are checked. */
const ROOTS: Readonly<Record<DefinitionFile['holds'], Readonly<Record<string, CheckEntry>>>> = {
  collection: {
    collections: (check, entry) => checkDefinition(check, entry, 'collection'),
    dynamic_collections: checkDynamic,
    templates: checkTemplate,
  },
  metadata: {
    // What Kometa does not know there it passes over.
    metadata: (check, entry) => checkValue(lenient(check), entry, ITEM),
    templates: () => undefined,
  },
  playlist: {
    playlists: (check, entry) => checkDefinition(check, entry, 'playlist'),
    templates: checkTemplate,
  },
};

/** Tells everything that Kometa would not take, or not as it was meant, in a file of definitions. */
export function checkDefinitions(
  tree: YamlTree,
  root: Node | null,
  { holds, library }: DefinitionFile,
  report: Report,
): void {
  const check: Check = {
    tree,
    library: holds === 'playlist' ? null : library,
    templates: templatesOf(tree, root),
    unknown: 'error',
    suggest: suggestions(),
    report,
  };
  const roots = ROOTS[holds];
  for (const field of plainFields(check, root, [])) {
    const checkEntry = Object.hasOwn(roots, field.name) ? roots[field.name] : undefined;
    if (checkEntry) checkEntries(check, field, checkEntry);
    else if (field.name === 'external_templates') checkValue(check, field, entries(EXTERNAL_TEMPLATE));
    else {
      tellUnknown({ ...check, unknown: 'warning' }, field, {
        code: 'definition.unknown-root',
        message: `Kometa does not look at ${field.name} in such a file`,
        names: [...Object.keys(roots), 'external_templates'],
      });
    }
  }
}

function templatesOf(tree: YamlTree, root: Node | null): ReadonlySet<string> | null {
  const fields = fieldsOf(tree, root) ?? [];
  if (fields.some(({ name }) => name === 'external_templates')) return null;
  const templates = fields.find(({ name }) => name === 'templates');
  return new Set(fieldsOf(tree, templates?.value)?.map(({ name }) => name));
}

function checkEntries(check: Check, place: Place, checkEntry: CheckEntry): void {
  if (!fieldsOf(check.tree, place.value)) {
    check.report({
      severity: 'error',
      code: 'definition.not-map',
      message: `${place.name} takes names, each with a definition`,
      span: isBlank(check.tree, place.value) ? keySpan(place) : valueSpan(place),
      path: place.path,
    });
    return;
  }
  for (const entry of plainFields(check, place.value, place.path)) {
    if (fieldsOf(check.tree, entry.value)) checkEntry(check, entry);
    else if (!isBlank(check.tree, entry.value)) {
      check.report({
        severity: 'warning',
        code: 'definition.not-map',
        message: `${entry.name} is no map of keys; Kometa passes it over`,
        span: valueSpan(entry),
        path: entry.path,
      });
    }
  }
}
