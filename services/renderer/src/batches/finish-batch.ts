import type { BatchRow } from '../migrations/renderer-db.ts';
import { StudioProblem } from '../studio/studio.ts';
import { Outcome, standing, wishOf } from './batch.ts';
import type { BatchPorts } from './batch-ports.ts';
import { tellProgress } from './tell-progress.ts';

const MOST_ON_A_SHEET = 500;

/** When every item is dealt with: the contact sheet, and the last word. */
export async function finishBatch(ports: BatchPorts, batch: BatchRow): Promise<void> {
  const sheet_hash = batch.kind === 'draw' ? await sheetOf(ports, batch) : null;
  const { state, message } = standing(batch);
  const ended_at = ports.clock().toISOString();
  await ports.db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('render_batches')
      .set({ state, message, sheet_hash, ended_at })
      .where('id', '=', batch.id)
      .where('state', 'in', ['queued', 'running'])
      .returningAll()
      .executeTakeFirst();
    if (ended !== undefined) await tellProgress(ports.outbox, trx, ended);
  });
}

async function sheetOf({ db, blobs, studio, log }: BatchPorts, batch: BatchRow): Promise<string | null> {
  const rows = await db
    .selectFrom('render_batch_items')
    .select('outcome')
    .where('batch_id', '=', batch.id)
    .where('state', '=', 'done')
    .orderBy('place')
    .execute();
  const pictures: Uint8Array[] = [];
  for (const { outcome } of rows) {
    if (pictures.length === MOST_ON_A_SHEET) break;
    const parsed = outcome === null ? undefined : Outcome.parse(JSON.parse(outcome));
    const hash = parsed?.kind === 'draw' ? parsed.image : null;
    const blob = hash === null ? undefined : await blobs.get(hash);
    if (blob !== undefined) pictures.push(blob.bytes);
  }
  if (pictures.length === 0) return null;
  try {
    const { bytes, contentType } = await studio.run(
      { kind: 'sheet', pictures, width: wishOf(batch).width },
      { haste: 'batch' },
    );
    return (await blobs.put(bytes, contentType)).hash;
  } catch (error) {
    if (!(error instanceof StudioProblem)) throw error;
    // The pictures are there all the same.
    log.warn({ err: error, batchId: batch.id }, 'The contact sheet could not be made');
    return null;
  }
}
