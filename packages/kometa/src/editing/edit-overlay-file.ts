import type { OverlayEdit } from '@marquee/contracts';
import { isAlias, isMap, type Pair, type YAMLMap } from 'yaml';
import { isBlank } from '../yaml/read-values.ts';
import { readYaml, spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { dataOf, isAsAsked } from './check-edit.ts';
import { addDefinition, definitionText, moveDefinition, removeDefinition } from './definition-blocks.ts';
import { type EditProblem, EditRefused, unusual } from './edit-problem.ts';
import { afterColon, contentEnd, lineEnding, nextLine, ownPair } from './layout.ts';
import { removePair } from './map-edits.ts';
import { type Patch, patched } from './patch.ts';
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
      if (next.faults.length > 0 || !isAsAsked(data, nextData, edit)) throw unusual(`“${edit.mapping}”`);
      tree = next;
      data = nextData;
    } catch (error) {
      if (error instanceof EditRefused) return { problem: { ...error.problem, edit: index } };
      throw error;
    }
  }
  return { text: tree.text };
}

function refuseUnreadable(tree: YamlTree): void {
  const fault = tree.faults[0];
  if (!fault) return;
  const { line } = tree.lines.place(fault.span);
  throw new EditRefused('edit.unreadable', `The file cannot be read: ${fault.message} (line ${line})`);
}

function patchesFor(tree: YamlTree, edit: OverlayEdit): Patch[] {
  if (edit.kind === 'add') return add(tree, edit);
  const overlays = overlaysOf(tree);
  const definition = overlays && ownPair(tree, overlays, edit.mapping);
  if (!overlays || !definition) throw notFound(edit.mapping);
  switch (edit.kind) {
    case 'set':
      return setAttribute(tree, overlays, definition, edit.attribute, edit.value);
    case 'remove':
      return overlays.flow
        ? removePair(tree, overlays, definition)
        : removeDefinition(tree, overlays, definition);
    case 'rename':
      if (edit.to === edit.mapping) return [];
      if (ownPair(tree, overlays, edit.to)) throw exists(edit.to);
      return renameDefinition(tree, definition, edit.to);
    case 'move': {
      if (overlays.flow) throw inBraces('order');
      const after = edit.after === null ? null : ownPair(tree, overlays, edit.after);
      if (after === undefined) throw notFound(edit.after ?? '');
      return moveDefinition(tree, overlays, definition, after);
    }
  }
}

const notFound = (mapping: string) =>
  new EditRefused('edit.not-found', `There is no definition “${mapping}” in this file`);
const exists = (mapping: string) =>
  new EditRefused('edit.exists', `There is a definition “${mapping}” already`);
const inBraces = (what: string) =>
  new EditRefused(
    'edit.in-braces',
    `The overlays are written in braces; their ${what} can be changed in the YAML only`,
  );

function rootOf(tree: YamlTree): YAMLMap | null {
  if (tree.root === null || isBlank(tree, tree.root)) return null;
  if (!isMap(tree.root)) throw new EditRefused('edit.not-a-map', 'The file is no map');
  return tree.root;
}

function overlaysOf(tree: YamlTree): YAMLMap | null {
  const root = rootOf(tree);
  const pair = root && ownPair(tree, root, 'overlays');
  if (!pair || isBlank(tree, pair.value)) return null;
  if (isAlias(pair.value)) throw new EditRefused('edit.alias', 'The overlays are an alias');
  if (!isMap(pair.value)) throw new EditRefused('edit.not-a-map', 'overlays is no map');
  refuseShared(tree, pair.value, 'The map of overlays');
  return pair.value;
}

function add(tree: YamlTree, edit: Extract<OverlayEdit, { kind: 'add' }>): Patch[] {
  refuseBadBody(edit.yaml);
  const overlays = overlaysOf(tree);
  if (!overlays || overlays.items.length === 0) {
    if (edit.after !== null) throw notFound(edit.after);
    return addFirst(tree, edit.mapping, edit.yaml);
  }
  if (overlays.flow) throw inBraces('number');
  if (ownPair(tree, overlays, edit.mapping)) throw exists(edit.mapping);
  const after = edit.after === null ? null : ownPair(tree, overlays, edit.after);
  if (after === undefined) throw notFound(edit.after ?? '');
  return addDefinition(tree, overlays, edit.mapping, edit.yaml, after);
}

function refuseBadBody(yaml: string): void {
  const body = readYaml(yaml);
  const fault = body.faults[0];
  if (!fault && (isBlank(body, body.root) || isMap(body.root))) return;
  throw new EditRefused('edit.invalid-body', fault?.message ?? 'The body of a definition is a map');
}

/** Below `overlays:` that has nothing yet, or at the end of a file that has no such line. */
function addFirst(tree: YamlTree, mapping: string, yaml: string): Patch[] {
  const eol = lineEnding(tree.text);
  const block = definitionText(mapping, yaml, '  ', eol);
  const root = rootOf(tree);
  const pair: Pair | undefined = root ? ownPair(tree, root, 'overlays') : undefined;
  if (root?.flow) throw inBraces('number');
  if (!pair) {
    const end = tree.text.length;
    const opening = tree.text === '' || tree.text.endsWith('\n') ? '' : eol;
    const air = root ? eol : '';
    return [{ start: end, end, text: `${opening}${air}overlays:${eol}${block}` }];
  }
  const colon = afterColon(tree, pair);
  const end = contentEnd(tree, pair);
  const at = nextLine(tree, Math.max(colon, end) - 1);
  const opening = at === tree.text.length && !tree.text.endsWith('\n') ? eol : '';
  const value = spanOf(pair.value);
  const old: Patch[] = value && value.end > value.start ? [{ start: colon, end, text: '' }] : [];
  return [...old, { start: at, end: at, text: opening + block }];
}
