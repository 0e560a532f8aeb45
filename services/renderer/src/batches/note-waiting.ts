import type { BatchRow } from '../migrations/renderer-db.ts';
import type { BatchPorts } from './batch-ports.ts';
import { tellProgress } from './tell-progress.ts';

const GIVE_UP_MS = 3_600_000;

/** What a batch waits for passes, or it has failed after an hour without a step. */
export async function noteWaiting(
  { db, outbox, clock }: Pick<BatchPorts, 'db' | 'outbox' | 'clock'>,
  batch: BatchRow,
  reason: string,
): Promise<void> {
  const over = clock().getTime() - Date.parse(batch.moved_at) > GIVE_UP_MS;
  const message = over ? reason : `${reason}; it is tried again`;
  if (!over && batch.message === message) return;
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('render_batches')
      .set({ message, ...(over ? { state: 'failed' as const, ended_at: clock().toISOString() } : {}) })
      .where('id', '=', batch.id)
      .where('state', 'in', ['queued', 'running'])
      .returningAll()
      .executeTakeFirst();
    if (row !== undefined) await tellProgress(outbox, trx, row);
  });
}
