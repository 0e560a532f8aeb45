import { startTransition, useEffect, useState } from 'react';
import { useDropConfigDraftMutation, useKeepConfigDraftMutation } from '../../../api/config-files.ts';
import { usePresentBranch } from '../branch/present-branch.ts';
import { createDraftKeeper, type DraftState } from './draft-keeper.ts';

/** The drafts of the open files, kept by Marquee for this person alone. */
export function useDrafts() {
  const branch = usePresentBranch();
  const [keep] = useKeepConfigDraftMutation();
  const [drop] = useDropConfigDraftMutation();
  const [states, setStates] = useState<ReadonlyMap<string, DraftState>>(new Map());
  const [keeper] = useState(() =>
    createDraftKeeper({
      async keep(fileId, text, baseEtag) {
        const { error } = await keep({ fileId, branch, body: { text, baseEtag } });
        return error === undefined;
      },
      drop: (fileId) => drop({ fileId, branch }),
      onState: (id, state) =>
        startTransition(() =>
          setStates((now) => {
            if ((now.get(id) ?? null) === state) return now;
            const next = new Map(now);
            if (state === null) next.delete(id);
            else next.set(id, state);
            return next;
          }),
        ),
    }),
  );
  useEffect(() => () => keeper.end(), [keeper]);
  return { states, keeper };
}
