import { prepareEnded, prepareProgressed } from '@marquee/contracts';
import type { Transaction } from 'kysely';
import type { ConfigDb, PrepareJobRow } from '../migrations/config-db.ts';
import { viewOfJob } from './prepare-job.ts';
import type { PreparePorts } from './prepare-ports.ts';

/** Tells how a job stands, in the transaction that makes it so; and that it is over, when it is. */
export async function tellProgress(
  outbox: PreparePorts['outbox'],
  trx: Transaction<ConfigDb>,
  row: PrepareJobRow,
): Promise<void> {
  const job = viewOfJob(row);
  await outbox.add(trx, prepareProgressed, job);
  const { state } = job;
  if (state !== 'succeeded' && state !== 'failed') return;
  await outbox.add(trx, prepareEnded, {
    job: { ...job, state },
    libraryTitle: row.library_title,
    askedBy: row.asked_by,
  });
}
