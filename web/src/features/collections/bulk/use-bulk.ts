import type { BulkAction, BulkOutcome } from '@marquee/contracts';
import { useState } from 'react';
import { useChangeCollectionsMutation } from '../../../api/collections.ts';
import { useUndoVersionMutation } from '../../../api/config-history.ts';

export type Outcome = BulkOutcome & { kind: BulkAction['kind'] };

/** Changes many at once, tells what came of it, and takes it back on request. */
export function useBulk(onDone: () => void) {
  const [change, changing] = useChangeCollectionsMutation();
  const [undo, undoing] = useUndoVersionMutation();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [undone, setUndone] = useState(false);
  const run = async (ids: string[], action: BulkAction): Promise<boolean> => {
    setUndone(false);
    const { data } = await change({ body: { ids, action } });
    if (!data) return false;
    setOutcome({ ...data, kind: action.kind });
    onDone();
    return true;
  };
  const takeBack = async () => {
    const versionId = outcome?.version?.id;
    if (versionId === undefined) return;
    setOutcome(null);
    const { data } = await undo({ versionId });
    setUndone(data !== undefined);
  };
  return {
    run,
    takeBack,
    outcome,
    undone,
    busy: changing.isLoading || undoing.isLoading,
    error: changing.error ?? undoing.error,
    forget: () => {
      changing.reset();
      undoing.reset();
    },
    close: () => {
      setOutcome(null);
      setUndone(false);
    },
  };
}
