import type { EditProblem } from '../editing/edit-problem.ts';
import { editTree, editYaml, type YamlEditOutcome } from '../editing/edit-yaml.ts';
import { editsTowards, editTreeTowards } from '../editing/edits-towards.ts';
import { pairLines } from '../editing/write-block.ts';
import type { YamlEdit, YamlPath } from '../editing/yaml-edit.ts';
import { isPlainMap, type PlainValue, plainValue } from '../yaml/plain-value.ts';
import { type Field, fieldsOf, follow } from '../yaml/read-values.ts';
import { ANY_FILE, readYaml, type YamlTree } from '../yaml/yaml-tree.ts';
import { changedValues, type ValueChange } from './changed-values.ts';
import { NotChanged, type PlainMap } from './not-changed.ts';

export type DefinitionChange =
  | ValueChange
  | { kind: 'delete' }
  /** Lines of another place, as `definitionBlocks` gives them; under another name where one is given. */
  | { kind: 'add'; block: string; as?: string }
  | { kind: 'create'; values: PlainMap };

export interface NamedChange {
  name: string;
  change: DefinitionChange;
}

export interface ChangedDefinitions {
  text: string;
  /** How many say something else now. */
  changed: number;
  /** Which of the changes were not made, and why. */
  refused: { at: number; code: EditProblem['code'] | 'edit.impossible'; message: string }[];
}

type ChangedTree = Omit<ChangedDefinitions, 'text'> & { tree: YamlTree };

/** Changes many definitions of a section: each is made as a whole or not at all, whatever becomes of the others. */
export function changeDefinitions(
  text: string,
  section: YamlPath,
  changes: readonly NamedChange[],
): ChangedDefinitions {
  const { tree, ...outcome } = changeDefinitionsIn(readYaml(text, ANY_FILE), section, changes);
  return { ...outcome, text: tree.text };
}

/** The same of a text that was read already; what it gives was read too. */
export function changeDefinitionsIn(
  tree: YamlTree,
  section: YamlPath,
  changes: readonly NamedChange[],
): ChangedTree {
  const begun = changes.some(({ change }) => isNew(change)) ? withSection(tree, section) : tree;
  const outcome = changeAll(begun, section, changes);
  return outcome.refused.length === changes.length ? { ...outcome, tree } : outcome;
}

const isNew = ({ kind }: DefinitionChange): boolean => kind === 'add' || kind === 'create';

/** The file with the key that definitions are written under; as it is where that cannot be written. */
function withSection(tree: YamlTree, section: YamlPath): YamlTree {
  const [key] = section;
  if (section.length !== 1 || fieldsOf(tree, tree.root)?.some(({ name }) => name === key)) return tree;
  const outcome = editTree(tree, [{ kind: 'add', path: section, block: `${key}:` }]);
  return 'tree' in outcome ? outcome.tree : tree;
}

function changeAll(tree: YamlTree, section: YamlPath, changes: readonly NamedChange[]): ChangedTree {
  const fields = new Map(fieldsAt(tree, section).map((field) => [field.name, field]));
  const plans: Plan[] = [];
  const refused: ChangedDefinitions['refused'] = [];
  for (const [at, { name, change }] of changes.entries()) {
    try {
      plans.push({ at, ...planOf(tree, section, fields.get(name), name, change) });
    } catch (error) {
      if (!(error instanceof NotChanged)) throw error;
      refused.push({ at, code: 'edit.impossible', message: error.message });
    }
  }
  const outcome = carryOut(tree, plans);
  return {
    ...outcome,
    refused: [...refused, ...outcome.refused].sort((one, other) => one.at - other.at),
  };
}

interface Rewrite {
  name: string;
  to?: string | undefined;
  value: PlainValue;
  /** The one that it is to stand behind; null is to the front. */
  after?: string | null | undefined;
}

/** Makes one definition say this, under another name where one is given. */
export function rewriteDefinition(
  text: string,
  section: YamlPath,
  { name, to = name, value, after }: Rewrite,
): YamlEditOutcome {
  const rename: YamlEdit[] = to === name ? [] : [{ kind: 'rename', path: [...section, name], to }];
  const renamed = editTree(readYaml(text, ANY_FILE), rename);
  if ('problem' in renamed) return renamed;
  const { tree } = renamed;
  const present = fieldsAt(tree, section).find((field) => field.name === to);
  const saysNothing = present !== undefined && plainValue(tree, present.value) === null;
  const isAsIs = saysNothing && isPlainMap(value) && Object.keys(value).length === 0;
  const edited = isAsIs ? renamed : editTreeTowards(tree, [...section, to], value);
  if ('problem' in edited) return edited;
  const move: YamlEdit[] = after === undefined ? [] : [{ kind: 'move', path: [...section, to], after }];
  const moved = editTree(edited.tree, move);
  return 'tree' in moved ? { text: moved.tree.text } : moved;
}

function fieldsAt(tree: YamlTree, section: YamlPath): Field[] {
  const holder = section.reduce(
    (node, step) => follow(tree, fieldsOf(tree, node)?.find(({ name }) => name === step)?.value),
    follow(tree, tree.root),
  );
  return fieldsOf(tree, holder) ?? [];
}

interface Plan {
  at: number;
  edits: readonly YamlEdit[];
  /** What the edits lead to, where that can be written anew. */
  wanted?: { path: YamlPath; value: PlainValue };
}

function planOf(
  tree: YamlTree,
  section: YamlPath,
  field: Field | undefined,
  name: string,
  change: DefinitionChange,
): Omit<Plan, 'at'> {
  const path = [...section, name];
  if (change.kind === 'add') return { edits: additionOf(section, name, change) };
  if (change.kind === 'create') {
    const block = pairLines(name, change.values).join('\n');
    return { edits: additionOf(section, name, { block }) };
  }
  if (!field) throw new NotChanged(`There is no ${name} in the file any more`);
  if (change.kind === 'delete') return { edits: [{ kind: 'drop', path }] };
  const present = plainValue(tree, field.value);
  if (present !== null && !isPlainMap(present)) throw new NotChanged('It is no map');
  const value = changedValues(String(section.at(-1)), present ?? {}, change);
  return { edits: editsTowards(tree, path, value), wanted: { path, value } };
}

function additionOf(section: YamlPath, name: string, { block, as = name }: { block: string; as?: string }) {
  const named = editYaml(block, as === name ? [] : [{ kind: 'rename', path: [name], to: as }]);
  if ('problem' in named) throw new NotChanged(named.problem.message);
  const edits: YamlEdit[] = [{ kind: 'add', path: [...section, as], block: named.text }];
  return edits;
}

/** In halves where not all can be made, until it is known which. */
function carryOut(tree: YamlTree, plans: readonly Plan[]): ChangedTree {
  const outcome = editTree(
    tree,
    plans.flatMap(({ edits }) => edits),
  );
  const changed = plans.filter(({ edits }) => edits.length > 0).length;
  if ('tree' in outcome) return { tree: outcome.tree, changed, refused: [] };
  const [only, ...others] = plans;
  if (only && others.length === 0) {
    const anew = only.wanted ? editTreeTowards(tree, only.wanted.path, only.wanted.value) : outcome;
    if ('tree' in anew) return { tree: anew.tree, changed, refused: [] };
    const { code, message } = anew.problem;
    return { tree, changed: 0, refused: [{ at: only.at, code, message }] };
  }
  const middle = plans.length >> 1;
  const first = carryOut(tree, plans.slice(0, middle));
  const second = carryOut(first.tree, plans.slice(middle));
  return {
    tree: second.tree,
    changed: first.changed + second.changed,
    refused: [...first.refused, ...second.refused],
  };
}
