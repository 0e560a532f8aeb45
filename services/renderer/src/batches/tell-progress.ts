import { renderBatchProgressed } from '@marquee/contracts';
import type { Transaction } from 'kysely';
import type { BatchRow, RendererDb } from '../migrations/renderer-db.ts';
import { viewOfBatch } from './batch.ts';
import type { BatchPorts } from './batch-ports.ts';

/** Tells how a batch stands, in the transaction that makes it so. */
export async function tellProgress(
  outbox: BatchPorts['outbox'],
  trx: Transaction<RendererDb>,
  row: BatchRow,
): Promise<void> {
  await outbox.add(trx, renderBatchProgressed, viewOfBatch(row));
}
