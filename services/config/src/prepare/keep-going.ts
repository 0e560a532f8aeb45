import { ItemId } from '@marquee/contracts';
import { z } from 'zod';
import { planJob, sendBatch } from './plan-job.ts';
import type { PreparePorts } from './prepare-ports.ts';

const SILENT_MS = 60_000;
const KEPT_MS = 7 * 24 * 3_600_000;
const ItemIds = z.array(ItemId);

/** Plans what is not planned, sends again what fell silent, forgets what is long over. Doing it twice is harmless. */
export async function keepGoing(ports: PreparePorts, { atStart }: { atStart: boolean }): Promise<void> {
  const { db, inbox, clock } = ports;
  const now = clock().getTime();
  await inbox.prune(clock());
  await db
    .deleteFrom('prepare_jobs')
    .where('ended_at', '<', new Date(now - KEPT_MS).toISOString())
    .execute();
  const unfinished = await db
    .selectFrom('prepare_jobs')
    .selectAll()
    .where('state', 'in', ['queued', 'running'])
    .orderBy('created_at')
    .execute();
  for (const job of unfinished) {
    if (job.planned === 0) await planJob(ports, job);
    else if (atStart || now - Date.parse(job.moved_at) >= SILENT_MS) await sendAgain(ports, job);
  }
}

async function sendAgain(
  { db, outbox, clock, log }: PreparePorts,
  job: Parameters<typeof sendBatch>[2],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const open = await trx
      .selectFrom('prepare_batches')
      .select(['batch', 'item_ids'])
      .where('job_id', '=', job.id)
      .where('done', '=', 0)
      .orderBy('batch')
      .execute();
    for (const { batch, item_ids } of open) {
      await sendBatch(outbox, trx, job, batch, ItemIds.parse(JSON.parse(item_ids)));
    }
    await trx
      .updateTable('prepare_jobs')
      .set({ moved_at: clock().toISOString() })
      .where('id', '=', job.id)
      .execute();
    log.info({ jobId: job.id, batches: open.length }, 'Sent the rest of a poster job again');
  });
}
