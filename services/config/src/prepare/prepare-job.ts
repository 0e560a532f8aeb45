import type { PrepareJob } from '@marquee/contracts';
import type { PrepareJobRow } from '../migrations/config-db.ts';

export function viewOfJob(row: PrepareJobRow): PrepareJob {
  return {
    id: row.id,
    libraryId: row.library_id,
    state: row.state,
    done: row.done,
    total: row.total,
    failed: row.failed,
    message: row.message,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}

/** How a job stands after a batch: over when nothing is left to do. */
export function outcomeOf(
  { done, total, failed }: { done: number; total: number; failed: number },
  left: number,
) {
  if (left > 0) return { state: 'running', message: `${done} of ${total} posters sized` } as const;
  if (total === 0) return { state: 'succeeded', message: 'There are no posters to size' } as const;
  if (failed === 0) return { state: 'succeeded', message: `All ${total} posters are ready` } as const;
  if (failed < total) {
    return {
      state: 'succeeded',
      message: `${total - failed} posters are ready, ${failed} could not be sized`,
    } as const;
  }
  return { state: 'failed', message: `None of the ${total} posters could be sized` } as const;
}

/** Small enough that progress shows, and not more batches than the queue takes. */
export function batchSize(total: number): number {
  return Math.min(100, Math.max(25, Math.ceil(total / 2000)));
}
