import type { Transaction } from 'kysely';
import type { BatchRow, RendererDb } from '../migrations/renderer-db.ts';
import { type Outcome, standing } from './batch.ts';
import type { BatchPorts } from './batch-ports.ts';
import { tellProgress } from './tell-progress.ts';

export interface Settled {
  place: number;
  title?: string;
  outcome: Outcome;
}

/** Writes outcomes down, counts anew, and tells. An item that comes twice is counted once, since rows are counted. */
export async function settleItems(
  { db, outbox, clock }: Pick<BatchPorts, 'db' | 'outbox' | 'clock'>,
  batchId: string,
  settled: readonly Settled[],
  sent: readonly { place: number; key: string; title: string }[] = [],
): Promise<void> {
  const now = clock().toISOString();
  await db.transaction().execute(async (trx) => {
    for (const { place, key, title } of sent) {
      await trx
        .updateTable('render_batch_items')
        .set({ state: 'sent', key, title, sent_at: now })
        .where('batch_id', '=', batchId)
        .where('place', '=', place)
        .where('state', '=', 'waiting')
        .execute();
    }
    for (const { place, title, outcome } of settled) {
      await trx
        .updateTable('render_batch_items')
        .set({
          state: outcome.kind === 'failed' ? 'failed' : 'done',
          outcome: JSON.stringify(outcome),
          ...(title === undefined ? {} : { title }),
        })
        .where('batch_id', '=', batchId)
        .where('place', '=', place)
        .where('state', 'in', ['waiting', 'sent'])
        .execute();
    }
    await countAnew(trx, { outbox, now }, batchId);
  });
}

async function countAnew(
  trx: Transaction<RendererDb>,
  { outbox, now }: { outbox: BatchPorts['outbox']; now: string },
  batchId: string,
): Promise<void> {
  const counts = await trx
    .selectFrom('render_batch_items')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('batch_id', '=', batchId)
    .groupBy('state')
    .execute();
  const of = (state: string) => counts.find((one) => one.state === state)?.count ?? 0;
  const [failed, done] = [of('failed'), of('failed') + of('done')];
  const before = await trx
    .selectFrom('render_batches')
    .selectAll()
    .where('id', '=', batchId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst();
  if (before === undefined) return;
  const row: BatchRow = { ...before, failed, done, state: 'running', moved_at: now };
  // The last word is said when the sheet is there too.
  row.message = done < row.total ? standing(row).message : 'Finishing';
  await trx
    .updateTable('render_batches')
    .set({ failed, done, state: row.state, message: row.message, moved_at: now })
    .where('id', '=', batchId)
    .execute();
  await tellProgress(outbox, trx, row);
}
