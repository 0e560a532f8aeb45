import type { OverlayEdit } from '@marquee/contracts';
import { isAlias, isMap, isSeq, type Pair, type YAMLMap } from 'yaml';
import { isBlank } from '../yaml/read-values.ts';
import { readYaml, spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { dataOf, isAsAsked } from './check-edit.ts';
import { addDefinition, definitionText, moveDefinition, removeDefinition } from './definition-blocks.ts';
import { type EditProblem, EditRefused, refuseUnreadable, unusual } from './edit-problem.ts';
import { afterColon, contentEnd, lineEnding, nextLine, ownPair } from './layout.ts';
import { endBlock, removePair } from './map-edits.ts';
import { type Patch, patched } from './patch.ts';
import { editQueue, isOfQueue } from './queue-edits.ts';
import { renameDefinition, setAttribute } from './set-attribute.ts';
import { refuseShared } from './shared-anchors.ts';

export type EditOutcome =
  | { text: string }
  | { problem: EditProblem & { /** Which of the edits, from 0. */ edit: number } };

/**
 * Carries out edits as patches of the text: comments, quotes, blank lines and order survive, and no other line changes.
 * All or nothing: when one is refused, the text stays as it was.
 */
export function editOverlayFile(text: string, edits: readonly OverlayEdit[]): EditOutcome {
  let tree = readYaml(text);
  let data = dataOf(tree);
  for (const [index, edit] of edits.entries()) {
    try {
      refuseUnreadable(tree);
      const next = readYaml(patched(tree.text, patchesFor(tree, edit)));
      const nextData = dataOf(next);
      if (next.faults.length > 0 || !isAsAsked(data, nextData, edit)) throw unusual(`“${subjectOf(edit)}”`);
      tree = next;
      data = nextData;
    } catch (error) {
      if (error instanceof EditRefused) return { problem: { ...error.problem, edit: index } };
      throw error;
    }
  }
  return { text: tree.text };
}

const subjectOf = (edit: OverlayEdit): string => (isOfQueue(edit) ? edit.queue : edit.mapping);

function patchesFor(tree: YamlTree, edit: OverlayEdit): Patch[] {
  if (edit.kind === 'add-queue') return add(tree, 'queues', { ...edit, name: edit.queue, after: null });
  if (isOfQueue(edit)) return editQueue(tree, sectionOf(tree, 'queues'), edit);
  if (edit.kind === 'add') return add(tree, 'overlays', { ...edit, name: edit.mapping });
  const overlays = sectionOf(tree, 'overlays');
  const definition = overlays && ownPair(tree, overlays, edit.mapping);
  if (!overlays || !definition) throw notFound('overlays', edit.mapping);
  switch (edit.kind) {
    case 'set':
      return setAttribute(tree, overlays, definition, edit.attribute, edit.value);
    case 'remove':
      return overlays.flow
        ? removePair(tree, overlays, definition)
        : removeDefinition(tree, overlays, definition);
    case 'rename':
      if (edit.to === edit.mapping) return [];
      if (ownPair(tree, overlays, edit.to)) throw exists('overlays', edit.to);
      return renameDefinition(tree, definition, edit.to);
    case 'move': {
      if (overlays.flow) throw inBraces('overlays', 'order');
      const after = edit.after === null ? null : ownPair(tree, overlays, edit.after);
      if (after === undefined) throw notFound('overlays', edit.after ?? '');
      return moveDefinition(tree, overlays, definition, after);
    }
  }
}

/** What stands below these names: definitions, and queues. */
type Section = 'overlays' | 'queues';
const one: Record<Section, string> = { overlays: 'definition', queues: 'queue' };

const notFound = (section: Section, name: string) =>
  new EditRefused('edit.not-found', `There is no ${one[section]} “${name}” in this file`);
const exists = (section: Section, name: string) =>
  new EditRefused('edit.exists', `There is a ${one[section]} “${name}” already`);
const inBraces = (section: Section, what: string) =>
  new EditRefused(
    'edit.in-braces',
    `The ${section} are written in braces; their ${what} can be changed in the YAML only`,
  );

function rootOf(tree: YamlTree): YAMLMap | null {
  if (tree.root === null || isBlank(tree, tree.root)) return null;
  if (!isMap(tree.root)) throw new EditRefused('edit.not-a-map', 'The file is no map');
  return tree.root;
}

function sectionOf(tree: YamlTree, section: Section): YAMLMap | null {
  const root = rootOf(tree);
  const pair = root && ownPair(tree, root, section);
  if (!pair || isBlank(tree, pair.value)) return null;
  if (isAlias(pair.value)) throw new EditRefused('edit.alias', `The ${section} are an alias`);
  if (!isMap(pair.value)) throw new EditRefused('edit.not-a-map', `${section} is no map`);
  refuseShared(tree, pair.value, `The map of ${section}`);
  return pair.value;
}

interface Addition {
  name: string;
  yaml: string;
  after: string | null;
}

function add(tree: YamlTree, section: Section, { name, yaml, after: afterName }: Addition): Patch[] {
  refuseBadBody(yaml, section);
  const map = sectionOf(tree, section);
  if (!map || map.items.length === 0) {
    if (afterName !== null) throw notFound(section, afterName);
    return addFirst(tree, section, name, yaml);
  }
  if (map.flow) throw inBraces(section, 'number');
  if (ownPair(tree, map, name)) throw exists(section, name);
  const after = afterName === null ? null : ownPair(tree, map, afterName);
  if (after === undefined) throw notFound(section, afterName ?? '');
  return addDefinition(tree, map, name, yaml, after);
}

function refuseBadBody(yaml: string, section: Section): void {
  const body = readYaml(yaml);
  const fault = body.faults[0];
  const fits = section === 'queues' ? isSeq(body.root) : isBlank(body, body.root);
  if (!fault && (fits || isMap(body.root))) return;
  const wanted = section === 'queues' ? 'A queue is a list or a map' : 'The body of a definition is a map';
  throw new EditRefused('edit.invalid-body', fault?.message ?? wanted);
}

/** Below a section that has nothing yet, or at the end of a file that has no such line. */
function addFirst(tree: YamlTree, section: Section, name: string, yaml: string): Patch[] {
  const eol = lineEnding(tree.text);
  const block = definitionText(name, yaml, '  ', eol);
  const root = rootOf(tree);
  const pair: Pair | undefined = root ? ownPair(tree, root, section) : undefined;
  if (root?.flow) throw inBraces(section, 'number');
  if (!pair) {
    const end = tree.text.length;
    const opening = tree.text === '' || tree.text.endsWith('\n') ? '' : eol;
    const air = root ? eol : '';
    const added = { start: end, end, text: `${opening}${air}${section}:${eol}${block}` };
    return [...(opening === '' ? [] : endBlock(tree)), added];
  }
  const colon = afterColon(tree, pair);
  const end = contentEnd(tree, pair);
  const at = nextLine(tree, Math.max(colon, end) - 1);
  const opening = at === tree.text.length && !tree.text.endsWith('\n') ? eol : '';
  const value = spanOf(pair.value);
  const old: Patch[] = value && value.end > value.start ? [{ start: colon, end, text: '' }] : [];
  return [...old, { start: at, end: at, text: opening + block }];
}
