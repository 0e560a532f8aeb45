import type { renderRoutes } from '@marquee/contracts';
import { skipToken } from '@reduxjs/toolkit/query';
import { useState } from 'react';
import type { ArgOf } from '../../../api/call-route.ts';
import {
  useCancelRenderBatchMutation,
  useRenderBatchQuery,
  useStartRenderBatchMutation,
} from '../../../api/rendering.ts';

const EVERY_MS = 800;
type Wish = ArgOf<typeof renderRoutes.startBatch>['body'];

/** A batch from its start to its end. Events bring news at once; asking now and then makes sure of it. */
export function useRenderBatch() {
  const [start, started] = useStartRenderBatchMutation();
  const [cancel] = useCancelRenderBatchMutation();
  const [ended, setEnded] = useState(false);
  const batchId = started.data?.id;
  const { data, error } = useRenderBatchQuery(batchId ? { batchId } : skipToken, {
    pollingInterval: ended ? 0 : EVERY_MS,
    refetchOnMountOrArgChange: true,
  });
  const batch = data?.id === batchId ? data : undefined;
  const over = batch !== undefined && batch.endedAt !== null;
  if (over !== ended) setEnded(over);
  return {
    batch,
    over,
    running: started.isLoading || (batchId !== undefined && !over),
    error: started.error ?? error,
    begin: (wish: Wish) => void start({ body: wish }),
    stop: () => batchId && void cancel({ batchId }),
    forget: started.reset,
  };
}
