import type { LibraryKind } from '../model/key-spec.ts';
import { sectionsOf, sharedSections } from '../model/root-keys.ts';
import { fieldsOf, isBlank, keySpan, valueSpan } from '../yaml/read-values.ts';
import { checkDefinitions, type DefinitionFile } from './check-definitions.ts';
import type { Checking } from './checking.ts';
import { checkDefinition, type DefinitionSection } from './definitions.ts';
import { renameKey } from './fixes.ts';
import { nearestName } from './nearest.ts';

const WITH_DEFINITIONS: readonly DefinitionSection[] = [
  'collections',
  'dynamic_collections',
  'metadata',
  'playlists',
  'templates',
];
const SECTIONS = [...new Set([...Object.values(sectionsOf).flat(), ...sharedSections])];

const FILES: readonly DefinitionFile['holds'][] = ['collection', 'metadata', 'playlist'];
/** What is told here already, with more of it. */
const TOLD_HERE = new Set(['definition.unknown-root', 'definition.not-map', 'definition.schedule']);

/**
 * A file of collections, metadata or playlists, or of templates alone: its sections, that each holds definitions, and
 * what is in them.
 */
export function checkDefinitionsFile(checking: Checking, library: LibraryKind | null): void {
  checkSections(checking);
  const { tree, part, report } = checking;
  const holds = FILES.find((file) => file === part);
  if (holds)
    checkDefinitions(tree, tree.root, { holds, library }, (found) => {
      if (!TOLD_HERE.has(found.code)) report(found);
    });
}

function checkSections(checking: Checking): void {
  const { tree, part, report } = checking;
  const root = fieldsOf(tree, tree.root);
  if (!root) {
    if (isBlank(tree, tree.root)) return;
    report({
      severity: 'error',
      code: `${part}.wrong-type`,
      message: `The file must be a map; begin with a section, as ${sectionsOf.collection[0]}:`,
      span: { start: 0, end: 0 },
      path: [],
    });
    return;
  }
  const known = new Set(root.map(({ name }) => name));
  for (const section of root) {
    if (!SECTIONS.includes(section.name)) {
      const near = nearestName(
        section.name,
        SECTIONS.filter((name) => !known.has(name)),
      );
      const fix = near === null ? undefined : renameKey(section, near);
      report({
        severity: near === null ? 'warning' : 'error',
        code: `${part}.unknown-key`,
        message:
          near === null
            ? `Kometa reads no ${section.name} in such a file`
            : `Kometa reads no ${section.name} in such a file; it seems that ${near} is meant`,
        span: keySpan(section),
        path: [section.name],
        ...(fix ? { fix } : {}),
      });
      continue;
    }
    const kind = WITH_DEFINITIONS.find((name) => name === section.name);
    if (!kind || isBlank(tree, section.value)) continue;
    const definitions = fieldsOf(tree, section.value);
    for (const definition of definitions ?? []) checkDefinition(checking, kind, definition);
    if (definitions) continue;
    report({
      severity: 'error',
      code: `${part}.wrong-type`,
      message: `${section.name} must be a map: a name, and its definition below`,
      span: valueSpan(section),
      path: [section.name],
    });
  }
}
