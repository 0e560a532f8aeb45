import { checkDefinitionText, readYamlValue, writeYamlValue } from '@marquee/kometa';
import type { LibraryKind } from '../conditions/condition-model.ts';
import { isMap, type Json, type Path, type Values, valueAt } from '../model/json.ts';

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
  const now = { year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate(), hour: at.getHours() };
  return checkDefinitionText(text, { library, now }).flatMap((found) => {
    const [first, second, ...path] = found.path;
    if (first !== section || second !== NAME) return [];
    // Our own placeholders are filled in when it is saved.
    if (found.code.endsWith('.placeholder') && HIDDEN.test(text.slice(found.span.start, found.span.end))) {
      return [];
    }
    const { severity, message, fix } = found;
    const problem = { severity, message, path, blank: /[.-]blank(?:-|$)/.test(found.code) };
    const mended = fix && valuesIn(patchedBy(text, fix.edits), section);
    return [fix && mended ? { ...problem, fix: { title: fix.title, values: mended } } : problem];
  });
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
