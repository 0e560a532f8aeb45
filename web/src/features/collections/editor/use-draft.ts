import type { Collection } from '@marquee/contracts';
import type { YamlEdit } from '@marquee/kometa';
import { useCallback, useState } from 'react';
import { applyEdits } from '../model/apply-edits.ts';
import { sameJson, type Values } from '../model/json.ts';
import { type Lines, readLines } from './read-lines.ts';

export interface DraftState {
  name: string;
  values: Values;
  /** The lines that are changed to say this; null where there are none yet. */
  lines: Lines | null;
  /** What was typed as lines, until the form is touched; what cannot be read says what was said before. */
  typed: { text: string; readable: boolean } | null;
}

/** What is typed, beside what it began with. */
export function useDraft(start: DraftState, isNew: boolean) {
  const [base, setBase] = useState(start);
  const [draft, setDraft] = useState(start);
  const edit = useCallback(
    (edits: readonly YamlEdit[]) =>
      setDraft(({ values, ...rest }) => ({ ...rest, values: applyEdits(values, edits), typed: null })),
    [],
  );
  const setName = useCallback((name: string) => setDraft((was) => ({ ...was, name, typed: null })), []);
  const setValues = useCallback((values: Values) => setDraft((was) => ({ ...was, values, typed: null })), []);
  const setLines = useCallback((text: string) => {
    const read = readLines(text);
    setDraft((was) => ({ ...was, ...read, typed: { text, readable: read !== null } }));
  }, []);
  /** Somebody saved: from here on changes count anew. What is typed stays where `keep` says so. */
  const begin = useCallback((from: DraftState, keep = from) => {
    setBase(from);
    setDraft(keep);
  }, []);
  const begun = base.lines?.text;
  /** Whether it was changed as lines, which is how it is saved then. */
  const asLines = draft.lines?.text !== begun || (draft.typed !== null && draft.typed.text !== begun);
  const dirty = isNew || asLines || base.name !== draft.name || !sameJson(base.values, draft.values);
  return {
    ...{ base, draft, dirty, asLines, edit, setName, setValues, setLines, begin },
    /** Whether a form can show what is typed. */
    readable: draft.typed?.readable ?? true,
    discard: () => setDraft(base),
  };
}
export type Draft = ReturnType<typeof useDraft>;

export const stateOf = ({ name, values, text }: Collection): DraftState => ({
  ...{ name, values, typed: null },
  lines: { name, text },
});
