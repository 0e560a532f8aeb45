import {
  maySeeLibrary,
  type Principal,
  problem,
  type RenderBatch,
  type RenderBatchResult,
} from '@marquee/contracts';
import type { z } from 'zod';
import type { BatchRow } from '../migrations/renderer-db.ts';
import { renderedItem, urlOf } from '../rendering/render-item.ts';
import { askerOf, Outcome, viewOfBatch } from './batch.ts';
import type { BatchPorts } from './batch-ports.ts';
import { tellProgress } from './tell-progress.ts';

const MOST_COLLISIONS = 5_000;

/** A library's batch is for whoever may see the library; one over single items for whoever asked for it. */
async function visibleBatch(
  { db }: Pick<BatchPorts, 'db'>,
  principal: Principal,
  id: string,
): Promise<BatchRow> {
  const row = await db.selectFrom('render_batches').selectAll().where('id', '=', id).executeTakeFirst();
  const visible =
    row !== undefined &&
    (row.library_id === null ? askerOf(row).id === principal.id : maySeeLibrary(principal, row.library_id));
  if (!visible) throw problem('job.not-found');
  return row;
}

export async function readBatch(
  ports: Pick<BatchPorts, 'db'>,
  principal: Principal,
  id: string,
): Promise<z.input<typeof RenderBatchResult>> {
  const batch = await visibleBatch(ports, principal, id);
  const rows = await ports.db
    .selectFrom('render_batch_items')
    .select(['item_id', 'title', 'outcome'])
    .where('batch_id', '=', id)
    .where('outcome', 'is not', null)
    .orderBy('place')
    .execute();
  const result: z.input<typeof RenderBatchResult> = {
    ...viewOfBatch(batch),
    items: [],
    collisions: [],
    compared: [],
    failures: [],
    sheetUrl: urlOf(batch.sheet_hash ?? undefined),
  };
  for (const { item_id: itemId, title, outcome } of rows) {
    const found = Outcome.parse(JSON.parse(outcome ?? ''));
    switch (found.kind) {
      case 'draw': {
        const { account, image } = found;
        result.items.push({
          ...renderedItem({ itemId, title }, { account, image: null }, false),
          imageUrl: urlOf(image ?? undefined),
        });
        break;
      }
      case 'collisions':
        if (result.collisions.length < MOST_COLLISIONS)
          result.collisions.push(...found.found.map((one) => ({ ...one, itemId, title })));
        break;
      case 'compare': {
        const { differingPixels, before, after, difference } = found;
        const [beforeUrl, afterUrl, differenceUrl] = [before, after, difference].map((hash) =>
          urlOf(hash ?? undefined),
        );
        result.compared.push({
          ...{ itemId, title, differingPixels, changed: differingPixels > 0 },
          beforeUrl: beforeUrl ?? null,
          afterUrl: afterUrl ?? null,
          differenceUrl: differenceUrl ?? null,
        });
        break;
      }
      case 'failed':
        result.failures.push({ itemId, code: found.code, message: found.message });
    }
  }
  return result;
}

/** What is drawn already stays; what is on its way is let go when it comes. */
export async function cancelBatch(
  ports: Pick<BatchPorts, 'db' | 'outbox' | 'clock'>,
  principal: Principal,
  id: string,
): Promise<RenderBatch> {
  const batch = await visibleBatch(ports, principal, id);
  const cancelled = await ports.db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('render_batches')
      .set({ state: 'cancelled', message: 'Cancelled', ended_at: ports.clock().toISOString() })
      .where('id', '=', id)
      .where('state', 'in', ['queued', 'running'])
      .returningAll()
      .executeTakeFirst();
    if (row !== undefined) await tellProgress(ports.outbox, trx, row);
    return row;
  });
  return viewOfBatch(cancelled ?? batch);
}
