import type { Collection } from '@marquee/contracts';
import type { YamlEdit } from '@marquee/kometa';
import { useCallback, useState } from 'react';
import { applyEdits } from '../model/apply-edits.ts';
import { sameJson, type Values } from '../model/json.ts';

export interface DraftState {
  name: string;
  values: Values;
}

/** What is typed, beside what it began with. */
export function useDraft(start: DraftState, isNew: boolean) {
  const [base, setBase] = useState(start);
  const [draft, setDraft] = useState(start);
  const edit = useCallback(
    (edits: readonly YamlEdit[]) =>
      setDraft(({ values, ...rest }) => ({ ...rest, values: applyEdits(values, edits) })),
    [],
  );
  const setName = useCallback((name: string) => setDraft((was) => ({ ...was, name })), []);
  const setValues = useCallback((values: Values) => setDraft((was) => ({ ...was, values })), []);
  /** Somebody saved: from here on changes count anew. What is typed stays where `keep` says so. */
  const begin = useCallback((from: DraftState, keep = from) => {
    setBase(from);
    setDraft(keep);
  }, []);
  const dirty = isNew || base.name !== draft.name || !sameJson(base.values, draft.values);
  return { base, draft, dirty, edit, setName, setValues, begin, discard: () => setDraft(base) };
}
export type Draft = ReturnType<typeof useDraft>;

export const stateOf = ({ name, values }: Collection): DraftState => ({ name, values });
