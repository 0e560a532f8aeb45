import type { OverlayEntry, OverlayProblem, OverlayQueue } from '@marquee/contracts';
import type { QueueVariables } from '../queues/queue-variables.ts';
import { readQueues } from '../queues/read-queues.ts';
import { type Field, fieldsOf, isBlank, keySpan, valueSpan } from '../yaml/read-values.ts';
import { readYaml, type YamlTree } from '../yaml/yaml-tree.ts';
import { type Findings, findingsOf, shown } from './problems.ts';
import { type EntryContext, type LibraryKind, plainDefinition, readEntry } from './read-entry.ts';

/** What Kometa would make of an overlay file. Never throws for what a person wrote: that is among the problems. */
export interface ReadOverlayFile {
  entries: OverlayEntry[];
  queues: OverlayQueue[];
  problems: OverlayProblem[];
}

export interface ReadOverlayFileOptions {
  /** Which overlay file of the library it is, from 0. */
  file?: number;
  /** The library's kind; without it a definition's builder_level tells, else films. */
  libraryKind?: LibraryKind | null;
  /** `template_variables` of the file's entry in config.yml, which choose the places of queues. */
  queueVariables?: QueueVariables;
}

const rootKeys = new Set(['overlays', 'queues', 'templates', 'external_templates']);

export const readOverlayFile = (text: string, options: ReadOverlayFileOptions = {}): ReadOverlayFile =>
  readOverlayTree(readYaml(text), options);

/** The same of a file whose YAML is read already. */
export function readOverlayTree(tree: YamlTree, options: ReadOverlayFileOptions = {}): ReadOverlayFile {
  const { file = 0, libraryKind = null, queueVariables = {} } = options;
  const problems: OverlayProblem[] = [];
  const findings = findingsOf(tree, null, problems);
  for (const { code, ...fault } of tree.faults) findings.failFile({ ...fault, code: `yaml-${code}` });
  if (tree.faults.length > 0 && tree.root === null) return { entries: [], queues: [], problems };
  const root = readRoot(tree, findings);
  const queueFields = readSection(tree, root, 'queues', findings) ?? [];
  const queues = readQueues({ tree, file, variables: queueVariables, findings }, queueFields);
  const overlays = readSection(tree, root, 'overlays', findings);
  const templates = readSection(tree, root, 'templates', findings) ?? [];
  const external = root.find((field) => field.name === 'external_templates');
  const context: EntryContext = {
    tree,
    file,
    libraryKind,
    // A queue that could not be read is no reason to say of its overlays that there is none.
    queues: new Set(queueFields.filter((field) => !isBlank(tree, field.value)).map((field) => field.name)),
    templates: {
      names: new Set(templates.map((field) => field.name)),
      external: external !== undefined && !isBlank(tree, external.value),
    },
    mappings: new Set(overlays?.map((field) => field.name)),
    problems,
  };
  const entries = (overlays ?? []).map((field) => readEntry(context, field));
  if (!overlays || overlays.every((field) => isBlank(tree, field.value))) {
    sayThatNothingIsLoaded(root, templates.length > 0, findings);
  }
  warnOfEqualWeights(entries, tree, overlays ?? [], problems);
  return { entries, queues, problems };
}

/** Definitions that do not come from a template, as plain data with keys in small letters: what builders are answered by. */
export function plainDefinitions(text: string): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  const tree = readYaml(text);
  const overlays = (fieldsOf(tree, tree.root) ?? []).find((field) => field.name === 'overlays');
  return new Map(
    (fieldsOf(tree, overlays?.value) ?? []).map((field) => [field.name, plainDefinition(tree, field)]),
  );
}

function sayThatNothingIsLoaded(root: readonly Field[], hasTemplates: boolean, findings: Findings): void {
  const section = root.find((field) => field.name === 'overlays');
  const finding = {
    code: 'no-overlays',
    message: 'The file has no overlays: Kometa does not load it',
    mend: 'Write a definition below overlays:',
    span: section ? keySpan(section) : { start: 0, end: 0 },
    attribute: 'overlays',
  };
  if (!hasTemplates) findings.failFile(finding);
  // Files of templates alone are for external_templates of others.
  else findings.warn({ ...finding, mend: 'Nothing, if other files take their templates from it' }, 'file');
}

function readRoot(tree: YamlTree, findings: Findings): Field[] {
  const root = fieldsOf(tree, tree.root);
  if (!root) {
    if (!isBlank(tree, tree.root)) {
      findings.failFile({
        code: 'root-not-map',
        message: 'The file is no map',
        mend: 'Begin with overlays:',
        span: { start: 0, end: 0 },
      });
    }
    return [];
  }
  for (const field of root) {
    if (rootKeys.has(field.name)) continue;
    findings.warn({
      code: 'root-key-unknown',
      message: `Kometa reads no ${shown(field.name)} in an overlay file`,
      mend: `Use ${[...rootKeys].join(', ')}`,
      span: keySpan(field),
      attribute: field.name.slice(0, 100),
    });
  }
  return root;
}

function readSection(
  tree: YamlTree,
  root: readonly Field[],
  name: string,
  findings: Findings,
): Field[] | null {
  const section = root.find((field) => field.name === name);
  if (!section || isBlank(tree, section.value)) return null;
  const fields = fieldsOf(tree, section.value);
  if (!fields) {
    findings.warn({
      code: 'section-not-map',
      message: `${name} must be a map; Kometa reads nothing of it`,
      mend: `Write the ${name} as names with their contents below`,
      span: valueSpan(section),
      attribute: name,
    });
  }
  return fields;
}

/** Two members of a queue with one weight fail the items that get both. */
function warnOfEqualWeights(
  entries: readonly OverlayEntry[],
  tree: YamlTree,
  overlays: readonly Field[],
  problems: OverlayProblem[],
): void {
  const seen = new Map<string, string>();
  for (const [index, { definition, mapping }] of entries.entries()) {
    if (!definition?.queue || definition.weight === null) continue;
    const place = `${definition.weight} ${definition.level} ${definition.queue}`;
    const other = seen.get(place);
    const field = overlays[index];
    if (other === undefined || !field) {
      seen.set(place, mapping);
      continue;
    }
    findingsOf(tree, mapping, problems).warn(
      {
        code: 'queue-weight-equal',
        message: `${shown(other)} has the same weight in this queue: Kometa fails an item that gets both`,
        mend: 'Give each overlay of a queue a weight of its own',
        span: keySpan(field),
        attribute: 'weight',
      },
      'item',
    );
  }
}
