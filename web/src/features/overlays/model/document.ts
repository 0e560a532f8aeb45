import { applyChange, changeBetween, inverse, type TextChange } from './text-change.ts';

/** One thing that was done, under the name that the undo list shows. */
interface Step {
  name: string;
  change: TextChange;
  selectedBefore: readonly string[];
  selectedAfter: readonly string[];
  renamed: Rename | null;
  /** Steps in a row that say the same here are one step: a row of arrow keys, letters of a word. */
  merge: string | null;
}
export interface Rename {
  from: string;
  to: string;
}

/** An overlay file being edited. Its text is the truth; all else follows from it or is only of this visit. */
export interface EditorDocument {
  text: string;
  past: readonly Step[];
  future: readonly Step[];
  selection: readonly string[];
  hidden: readonly string[];
  locked: readonly string[];
}

export type DocumentAction =
  | {
      kind: 'edited';
      name: string;
      text: string;
      select?: readonly string[];
      renamed?: Rename;
      merge?: string;
    }
  | { kind: 'undone' }
  | { kind: 'redone' }
  | { kind: 'went'; steps: number }
  | { kind: 'paused' }
  | { kind: 'selected'; keys: readonly string[]; how: 'replace' | 'toggle' }
  | { kind: 'hidden'; key: string; now: boolean }
  | { kind: 'locked'; key: string; now: boolean }
  | { kind: 'replaced'; text: string };

export function openDocument(text: string): EditorDocument {
  return { text, past: [], future: [], selection: [], hidden: [], locked: [] };
}

export function reduceDocument(document: EditorDocument, action: DocumentAction): EditorDocument {
  switch (action.kind) {
    case 'edited':
      return edited(document, action);
    case 'undone':
      return undone(document);
    case 'redone':
      return redone(document);
    case 'went':
      return went(document, action.steps);
    case 'paused':
      return unmergeable(document);
    case 'selected':
      return unmergeable({ ...document, selection: chosen(document.selection, action) });
    case 'hidden':
      return { ...document, hidden: withOrWithout(document.hidden, action) };
    case 'locked':
      return { ...document, locked: withOrWithout(document.locked, action) };
    case 'replaced':
      return openDocument(action.text);
  }
}

function edited(document: EditorDocument, action: DocumentAction & { kind: 'edited' }): EditorDocument {
  const { text, name, renamed = null, merge = null } = action;
  const last = document.past.at(-1);
  const merges = merge !== null && last?.merge === merge && document.future.length === 0;
  const before = merges ? applyChange(document.text, inverse(last.change)) : document.text;
  const rename = renameIn(renamed);
  const selection = action.select ?? document.selection.map(rename);
  const kept = merges ? document.past.slice(0, -1) : document.past;
  // Back where the row of steps began: nothing was done.
  if (text === before) {
    return merges ? { ...document, text, past: kept, selection } : { ...document, selection };
  }
  const step: Step = {
    name,
    change: changeBetween(before, text),
    selectedBefore: merges ? last.selectedBefore : document.selection,
    selectedAfter: selection,
    renamed,
    merge,
  };
  return {
    ...document,
    text,
    past: [...kept, step],
    future: [],
    selection,
    hidden: document.hidden.map(rename),
    locked: document.locked.map(rename),
  };
}

function undone(document: EditorDocument): EditorDocument {
  const step = document.past.at(-1);
  if (!step) return document;
  const rename = renameIn(step.renamed && { from: step.renamed.to, to: step.renamed.from });
  return {
    text: applyChange(document.text, inverse(step.change)),
    past: document.past.slice(0, -1),
    future: [...document.future, { ...step, merge: null }],
    selection: step.selectedBefore,
    hidden: document.hidden.map(rename),
    locked: document.locked.map(rename),
  };
}

function redone(document: EditorDocument): EditorDocument {
  const step = document.future.at(-1);
  if (!step) return document;
  const rename = renameIn(step.renamed);
  return {
    text: applyChange(document.text, step.change),
    past: [...document.past, step],
    future: document.future.slice(0, -1),
    selection: step.selectedAfter,
    hidden: document.hidden.map(rename),
    locked: document.locked.map(rename),
  };
}

/** To where so many steps are done, of those done and undone. */
function went(document: EditorDocument, steps: number): EditorDocument {
  let now = document;
  while (now.past.length > steps) now = undone(now);
  while (now.past.length < steps && now.future.length > 0) now = redone(now);
  return now;
}

function unmergeable(document: EditorDocument): EditorDocument {
  const last = document.past.at(-1);
  if (!last?.merge) return document;
  return { ...document, past: [...document.past.slice(0, -1), { ...last, merge: null }] };
}

function chosen(
  selection: readonly string[],
  { keys, how }: DocumentAction & { kind: 'selected' },
): readonly string[] {
  if (how === 'replace') return keys;
  return [
    ...selection.filter((key) => !keys.includes(key)),
    ...keys.filter((key) => !selection.includes(key)),
  ];
}

function withOrWithout(keys: readonly string[], { key, now }: { key: string; now: boolean }): string[] {
  const others = keys.filter((other) => other !== key);
  return now ? [...others, key] : others;
}

function renameIn(rename: Rename | null): (key: string) => string {
  return (key) => (key === rename?.from ? rename.to : key);
}
