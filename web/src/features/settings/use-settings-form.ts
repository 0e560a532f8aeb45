import type { Settings } from '@marquee/contracts';
import { useState } from 'react';
import { isCallProblem } from '../../api/call-problem.ts';
import { useSaveSettingsMutation, type VersionedSettings } from '../../api/settings.ts';
import { changesOf, type Edits, wishOf } from './settings-draft.ts';

/** What is typed, over what is saved. Somebody else's save never takes away what one has typed. */
export function useSettingsForm({ settings, version }: VersionedSettings, reload: () => Promise<unknown>) {
  const [edits, setEdits] = useState<Edits>({});
  /** What was saved when the last attempt was refused because somebody else had been quicker. */
  const [before, setBefore] = useState<Settings | null>(null);
  const [tried, setTried] = useState(false);
  const [send, { error, isLoading, isSuccess, reset }] = useSaveSettingsMutation();
  const changes = changesOf(edits, settings);
  const dirty = Object.keys(changes).length > 0;

  return {
    changes,
    dirty,
    saving: isLoading,
    saved: isSuccess && !dirty,
    /** Fields are found wanting only after somebody has tried to save them. */
    tried,
    /** Present after a conflict, until the next save. */
    before,
    problem: error && !isStale(error) ? error : undefined,
    dismiss: reset,
    edit(next: Edits) {
      if (isSuccess) reset();
      setEdits((was) => ({ ...was, ...next }));
    },
    discard() {
      setEdits({});
      setBefore(null);
      setTried(false);
      reset();
    },
    attempt: () => setTried(true),
    async save() {
      const { error: refused } = await send({ wish: wishOf(changes), version });
      if (isStale(refused)) {
        setBefore(settings);
        await reload();
        return;
      }
      if (refused) return;
      setEdits({});
      setBefore(null);
      setTried(false);
    },
  };
}

function isStale(error: unknown): boolean {
  return isCallProblem(error) && error.code === 'request.precondition-failed';
}
