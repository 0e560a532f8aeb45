import { isMap } from 'yaml';
import { isSameMeaning } from '../yaml/is-same-meaning.ts';
import { type Meaning, meaningOf } from '../yaml/meaning.ts';
import { ANY_FILE, readYaml, type YamlTree } from '../yaml/yaml-tree.ts';
import { type EditProblem, EditRefused, refuseUnreadable, unusual } from './edit-problem.ts';
import { expectEdit } from './expected-meaning.ts';
import { ownPair } from './layout.ts';
import { type Patch, patched } from './patch.ts';
import type { YamlEdit } from './yaml-edit.ts';
import { ownKeys, patchesOf, placeOfEdit } from './yaml-patches.ts';

interface Refused {
  problem: EditProblem & { /** Which of the edits, from 0. */ edit: number };
}
export type YamlEditOutcome = { text: string } | Refused;
export type TreeEditOutcome = { tree: YamlTree } | Refused;

/**
 * Carries out edits of any YAML as patches of the text: comments, quotes, anchors and blank lines survive, and no other line
 * changes. The result is read again, and an edit that would change anything else is refused. All or nothing.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): YamlEditOutcome {
  if (edits.length === 0) return { text };
  const outcome = editTree(readYaml(text, ANY_FILE), edits);
  return 'tree' in outcome ? { text: outcome.tree.text } : outcome;
}

/** The same of a text that was read already; what it gives was read too. */
export function editTree(read: YamlTree, edits: readonly YamlEdit[]): TreeEditOutcome {
  let tree = read;
  for (let at = 0; at < edits.length; ) {
    const group = apartFrom(edits, at);
    const outcome = editTogether(tree, group);
    if ('problem' in outcome) return { problem: { ...outcome.problem, edit: at + outcome.problem.edit } };
    tree = outcome.tree;
    at += group.length;
  }
  return { tree };
}

/** Edits that do not meet one another, so that the text is read once for all. */
function apartFrom(edits: readonly YamlEdit[], from: number): YamlEdit[] {
  const taken = new Set<string>();
  const above = new Set<string>();
  const group: YamlEdit[] = [];
  for (const edit of edits.slice(from)) {
    const steps = edit.path.map((_, depth) => JSON.stringify(edit.path.slice(0, depth + 1)));
    const whole = steps.at(-1) ?? '';
    const meets = above.has(whole) || steps.some((step) => taken.has(step));
    if (group.length > 0 && (meets || !goesWithOthers(edit))) break;
    group.push(edit);
    if (!goesWithOthers(edit)) break;
    taken.add(whole);
    for (const step of steps) above.add(step);
  }
  return group;
}

/** What moves nothing that another path may lead to. */
function goesWithOthers({ kind, path }: YamlEdit): boolean {
  if (kind === 'set' || kind === 'add') return true;
  return (kind === 'remove' || kind === 'drop') && typeof path.at(-1) !== 'number';
}

/** All at once where that works, else in halves: patches of neighbours may get in each other’s way. */
function editTogether(tree: YamlTree, edits: readonly YamlEdit[]): TreeEditOutcome {
  const outcome = tryEdits(tree, edits);
  if ('tree' in outcome) return outcome;
  if (edits.length === 1) return { problem: { ...outcome.problem, edit: 0 } };
  const middle = edits.length >> 1;
  const first = editTogether(tree, edits.slice(0, middle));
  if ('problem' in first) return first;
  const second = editTogether(first.tree, edits.slice(middle));
  if ('tree' in second) return second;
  return { problem: { ...second.problem, edit: middle + second.problem.edit } };
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
    const wanted = expectEdits(tree, edits);
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

/** What the text should say after the edits, each of them counted as the ones before have left its map. */
function expectEdits(tree: YamlTree, edits: readonly YamlEdit[]): Meaning | null {
  const own = new Map<string, number>();
  return edits.reduce<Meaning | null>((meaning, edit) => {
    if (meaning === null) return null;
    const { holder, last } = placeOfEdit(tree, edit.path);
    const map = JSON.stringify(edit.path.slice(0, -1));
    const keys = own.get(map) ?? ownKeys(holder);
    const isThere = isMap(holder) && ownPair(tree, holder, String(last)) !== undefined;
    const grown = edit.kind === 'set' || edit.kind === 'add' ? Number(!isThere) : 0;
    const shrunk = edit.kind === 'remove' || edit.kind === 'drop' ? Number(isThere) : 0;
    own.set(map, keys + grown - shrunk);
    return expectEdit(meaning, edit, keys);
  }, meaningOf(tree));
}

/** A file of which everything was taken away says nothing, and not an empty map. */
function emptied(meaning: Meaning, wanted: Meaning): Meaning {
  return meaning.type === 'null' && wanted.type === 'map' && wanted.entries.length === 0 ? wanted : meaning;
}
