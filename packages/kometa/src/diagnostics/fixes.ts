import { EditRefused } from '../editing/edit-problem.ts';
import { lineEnding, lineStart, nextLine, nodeEnd } from '../editing/layout.ts';
import { patched } from '../editing/patch.ts';
import { refuseSharedWithin } from '../editing/shared-anchors.ts';
import type { Span } from '../yaml/places.ts';
import { type Field, fieldsOf, keySpan } from '../yaml/read-values.ts';
import type { YamlTree } from '../yaml/yaml-tree.ts';
import type { Fix } from './diagnostic.ts';

export function applyFix(text: string, { edits }: Fix): string {
  return patched(
    text,
    edits.map(({ span, text: put }) => ({ ...span, text: put })),
  );
}

export const replaceWith = (span: Span, text: string, title: string): Fix => ({
  title,
  edits: [{ span, text }],
});

export function renameKey(field: Field, name: string): Fix | undefined {
  return field.merged ? undefined : replaceWith(keySpan(field), name, `Rename to ${name}`);
}

/** Takes a key with all that stands below it away; nothing when it does not have its lines for itself. */
export function removeField(tree: YamlTree, field: Field): Fix | undefined {
  const lines = linesOfField(tree, field);
  return lines ? { title: `Remove ${field.name}`, edits: [{ span: lines, text: '' }] } : undefined;
}

/** Where a key is to be moved to. */
interface Section {
  siblings: readonly Field[];
  section: string;
  /** Before which of the siblings the section is written when it is not there yet. */
  before: Field;
}

/** Moves a key with all that stands below it under a section. */
export function moveBelow(
  tree: YamlTree,
  { siblings, section, before }: Section,
  field: Field,
): Fix | undefined {
  const lines = linesOfField(tree, field);
  if (!lines || !linesOfField(tree, before)) return undefined;
  const title = `Move ${field.name} below ${section}`;
  const target = siblings.find(({ name }) => name === section);
  const put = (at: number, text: string): Fix => ({
    title,
    edits: [
      { span: { start: at, end: at }, text },
      { span: lines, text: '' },
    ],
  });
  const indent = indentOf(tree, field);
  if (!target) {
    const outer = indentOf(tree, before);
    const head = `${' '.repeat(outer)}${section}:${lineEnding(tree.text)}`;
    return put(lineStart(tree, keySpan(before).start), head + moved(tree, lines, outer + 2 - indent));
  }
  const inside = fieldsOf(tree, target.value);
  const first = inside?.[0];
  if (!first || !linesOfField(tree, first) || inside.some(({ name }) => name === field.name))
    return undefined;
  return put(lineStart(tree, keySpan(first).start), moved(tree, lines, indentOf(tree, first) - indent));
}

/** Moves a key out of the map of `parent`, before it. */
export function moveOut(tree: YamlTree, parent: Field, field: Field): Fix | undefined {
  const lines = linesOfField(tree, field);
  if (!lines || !linesOfField(tree, parent)) return undefined;
  const at = lineStart(tree, keySpan(parent).start);
  return {
    title: `Move ${field.name} out of ${parent.name}`,
    edits: [
      {
        span: { start: at, end: at },
        text: moved(tree, lines, indentOf(tree, parent) - indentOf(tree, field)),
      },
      { span: lines, text: '' },
    ],
  };
}

function indentOf(tree: YamlTree, field: Field): number {
  const { start } = keySpan(field);
  return start - lineStart(tree, start);
}

function moved(tree: YamlTree, lines: Span, by: number): string {
  const block = tree.text.slice(lines.start, lines.end);
  const whole = block.endsWith('\n') ? block : block + lineEnding(tree.text);
  return whole.replaceAll(/^( *)(?=\S)/gm, (spaces) => ' '.repeat(Math.max(0, spaces.length + by)));
}

/** The whole lines of a key and its value; null when other things stand on them. */
function linesOfField(tree: YamlTree, field: Field): Span | null {
  if (field.merged) return null;
  const key = keySpan(field);
  const start = lineStart(tree, key.start);
  if (!/^ *$/.test(tree.text.slice(start, key.start))) return null;
  try {
    const last = Math.max(key.end, nodeEnd(tree, field.value));
    const end = nextLine(tree, last);
    refuseSharedWithin(tree, { start, end }, field.name);
    return /^:?[ \t]*(?:#.*)?\s*$/.test(tree.text.slice(last, end)) ? { start, end } : null;
  } catch (error) {
    // Written in a way that is not edited by lines, or repeated elsewhere.
    if (error instanceof EditRefused) return null;
    throw error;
  }
}
