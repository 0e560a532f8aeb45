import { isSameMeaning } from '../yaml/is-same-meaning.ts';
import { type Meaning, meaningOf } from '../yaml/meaning.ts';
import { ANY_FILE, readYaml, type YamlTree } from '../yaml/yaml-tree.ts';
import { type EditProblem, EditRefused, refuseUnreadable, unusual } from './edit-problem.ts';
import { expectEdit } from './expected-meaning.ts';
import { type Patch, patched } from './patch.ts';
import { isScalarValue, type YamlEdit } from './yaml-edit.ts';
import { ownKeys, patchesOf, placeOfEdit } from './yaml-patches.ts';

export type YamlEditOutcome =
  | { text: string }
  | { problem: EditProblem & { /** Which of the edits, from 0. */ edit: number } };

/**
 * Carries out edits of any YAML as patches of the text: comments, quotes, anchors and blank lines survive, and no other line
 * changes. The result is read again, and an edit that would change anything else is refused. All or nothing.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): YamlEditOutcome {
  let tree = readYaml(text, ANY_FILE);
  for (let at = 0; at < edits.length; ) {
    const together = scalarsFrom(edits, at);
    const many = together.length > 1 ? tryEdits(tree, together) : null;
    if (many && 'tree' in many) {
      tree = many.tree;
      at += together.length;
      continue;
    }
    const one = tryEdits(tree, edits.slice(at, at + 1));
    if ('problem' in one) return { problem: { ...one.problem, edit: at } };
    tree = one.tree;
    at += 1;
  }
  return { text: tree.text };
}

/** Edits that do not meet one another, so that the text is read once for all. */
function scalarsFrom(edits: readonly YamlEdit[], from: number): YamlEdit[] {
  const taken = new Set<string>();
  const together: YamlEdit[] = [];
  for (const edit of edits.slice(from)) {
    const path = JSON.stringify(edit.path);
    if (edit.kind !== 'set' || !isScalarValue(edit.value) || taken.has(path)) break;
    taken.add(path);
    together.push(edit);
  }
  return together;
}

function tryEdits(tree: YamlTree, edits: readonly YamlEdit[]): { tree: YamlTree } | { problem: EditProblem } {
  try {
    refuseUnreadable(tree);
    const patches: Patch[] = edits.flatMap((edit) => patchesOf(tree, edit));
    if (patches.length === 0) return { tree };
    const said = edits
      .map(({ path }) => path.join(' › '))
      .join(', ')
      .slice(0, 200);
    const wanted = edits.reduce<Meaning | null>(
      (meaning, edit) => meaning && expectEdit(meaning, edit, ownKeys(placeOfEdit(tree, edit.path).holder)),
      meaningOf(tree),
    );
    const next = readYaml(patched(tree.text, patches), ANY_FILE);
    const isAsAsked =
      wanted !== null && next.faults.length === 0 && isSameMeaning(wanted, emptied(meaningOf(next), wanted));
    if (!isAsAsked) throw unusual(`“${said}”`);
    return { tree: next };
  } catch (error) {
    if (error instanceof EditRefused) return { problem: error.problem };
    throw error;
  }
}

/** A file of which everything was taken away says nothing, and not an empty map. */
function emptied(meaning: Meaning, wanted: Meaning): Meaning {
  return meaning.type === 'null' && wanted.type === 'map' && wanted.entries.length === 0 ? wanted : meaning;
}
