import { useCallback, useReducer, useRef } from 'react';
import { configBranchesApi, useBranchPlanQuery } from '../../../api/config-branches.ts';
import { useAppDispatch } from '../../../app/store.ts';
import { type DecisionChange, type Decisions, decide } from './decisions.ts';

const nothingDecided: Decisions = new Map();

/** The plan of a merge, and what was decided by it. */
export function useMergePlan(branch: string) {
  const dispatch = useAppDispatch();
  const { data: plan, error, isFetching, refetch } = useBranchPlanQuery({ branch });
  const [decisions, tell] = useReducer(decide, nothingDecided);
  const now = useRef(decisions);
  now.current = decisions;
  const change = useCallback((next: DecisionChange) => tell(next), []);

  /** Asks for all of it again: what was decided about the same places stays. */
  const planAnew = useCallback(
    async (shown: string | undefined) => {
      const { data: next } = await refetch();
      if (!next) return false;
      const wanted = next.files.filter(
        ({ fileId, state }) => fileId === shown || (state === 'conflict' && now.current.has(fileId)),
      );
      await Promise.all(
        wanted.map(async ({ fileId }) => {
          const { data } = await dispatch(
            configBranchesApi.endpoints.branchPlanFile.initiate(
              { branch, fileId },
              { subscribe: false, forceRefetch: true },
            ),
          );
          if (data) tell({ kind: 'read', fileId, plan: data });
        }),
      );
      return true;
    },
    [branch, dispatch, refetch],
  );
  return { plan, error, isFetching, refetch, decisions, change, planAnew };
}
export type MergePlanning = ReturnType<typeof useMergePlan>;
