import {
  checkDefinitionText,
  type Diagnostic,
  linesOf,
  readYamlValue,
  writeYamlValue,
} from '@marquee/kometa';
import type { LibraryKind } from '../conditions/condition-model.ts';
import { isMap, type Json, type Path, type Values, valueAt } from '../model/json.ts';
import { indented } from './read-lines.ts';

export type DraftSection = 'collections' | 'dynamic_collections';

export interface DraftProblem {
  severity: 'error' | 'warning' | 'info';
  message: string;
  /** Nothing is typed there yet: told at its field, and not as a fault. */
  blank: boolean;
  /** From the definition on; empty for the definition as a whole. */
  path: Path;
  fix?: { title: string; values: Values };
}

interface Draft {
  section: DraftSection;
  values: Values;
}

/** Whatever it is called: what is wrong is told by what it says. */
const NAME = 'Collection';

/** Left to its templates: which there are is for the whole folder to say. */
const HEAD = 'external_templates: []\n';
const HIDDEN = /<<hidden:[^<>\s]+>>/;

/** What Kometa would stumble over in what is typed, as far as it can be told without the other files. */
export function checkDraft(draft: Draft, library: LibraryKind | null, at: Date): DraftProblem[] {
  const { section } = draft;
  const text = `${HEAD}${writeYamlValue({ [section]: { [NAME]: draft.values } })}\n`;
  return foundIn(text, library, at).flatMap((found) => {
    const [first, second, ...path] = found.path;
    if (first !== section || second !== NAME) return [];
    const { severity, message, fix } = found;
    const problem = { severity, message, path, blank: /[.-]blank(?:-|$)/.test(found.code) };
    const mended = fix && valuesIn(patchedBy(text, fix.edits), section);
    return [fix && mended ? { ...problem, fix: { title: fix.title, values: mended } } : problem];
  });
}

/** What is wrong in lines, and where; lines and columns from 1. */
export interface LineProblem {
  severity: DraftProblem['severity'];
  message: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  fix?: { title: string; text: string };
}

/** The same of the lines of a definition. What they take from elsewhere in their file is not known here. */
export function checkLines(
  { section, text }: { section: DraftSection; text: string },
  library: LibraryKind | null,
  at: Date,
): LineProblem[] {
  const head = `${HEAD}${section}:\n`;
  const body = indented(text);
  const [headLines, shift] = [head.split('\n').length - 1, body === text ? 0 : 2];
  const whole = head + body;
  const { place } = linesOf(whole);
  return foundIn(whole, library, at).flatMap((found) => {
    if (found.code === 'yaml.alias-unknown' || found.span.start < head.length) return [];
    const { line, column, endLine, endColumn } = place(found.span);
    const { severity, message, fix } = found;
    return [
      {
        ...{ severity, message, line: line - headLines, endLine: endLine - headLines },
        ...{ column: Math.max(1, column - shift), endColumn: Math.max(1, endColumn - shift) },
        ...(fix && {
          fix: { title: fix.title, text: patchedBy(whole, fix.edits).slice(head.length) },
        }),
      },
    ];
  });
}

function foundIn(text: string, library: LibraryKind | null, at: Date): Diagnostic[] {
  const now = { year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate(), hour: at.getHours() };
  return checkDefinitionText(text, { library, now }).filter(
    // Our own placeholders are filled in when it is saved.
    ({ code, span }) => !(code.endsWith('.placeholder') && HIDDEN.test(text.slice(span.start, span.end))),
  );
}

type Edits = readonly { span: { start: number; end: number }; text: string }[];

/** From the end on, so that what comes before stays where it is. */
function patchedBy(text: string, edits: Edits): string {
  return edits
    .toSorted((one, other) => other.span.start - one.span.start)
    .reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);
}

function valuesIn(text: string, section: DraftSection): Values | null {
  const read = readYamlValue(text);
  if (!('value' in read)) return null;
  const values = valueAt(read.value as Json, [section, NAME]);
  return isMap(values) ? values : null;
}
