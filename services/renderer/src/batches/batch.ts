import { Collision, ItemAccount, Principal, type RenderBatch, TextLayout } from '@marquee/contracts';
import { z } from 'zod';
import type { BatchRow } from '../migrations/renderer-db.ts';

/** What is drawn, as it was when the batch was asked for. */
export const BatchWish = z.object({
  texts: z.array(z.string()),
  before: z.array(z.string()),
  only: z.array(z.string()).nullable(),
  layout: TextLayout,
  width: z.number(),
});
export type BatchWish = z.infer<typeof BatchWish>;

/** What came of one item, as it is kept. */
export const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draw'), account: ItemAccount, image: z.string().nullable() }),
  z.object({ kind: z.literal('collisions'), found: z.array(Collision.omit({ itemId: true, title: true })) }),
  z.object({
    kind: z.literal('compare'),
    differingPixels: z.number(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    difference: z.string().nullable(),
  }),
  z.object({ kind: z.literal('failed'), code: z.string(), message: z.string() }),
]);
export type Outcome = z.infer<typeof Outcome>;

export const wishOf = (row: BatchRow): BatchWish => BatchWish.parse(JSON.parse(row.wish));
export const askerOf = (row: BatchRow): Principal => Principal.parse(JSON.parse(row.asked_by));

export function viewOfBatch(row: BatchRow): RenderBatch {
  return {
    id: row.id,
    state: row.state,
    kind: row.kind,
    libraryId: row.library_id,
    done: row.done,
    failed: row.failed,
    total: row.total,
    message: row.message,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}

const doing = { draw: 'drawn', collisions: 'checked', compare: 'compared' } as const;

/** How a batch stands: over when nothing is left. */
export function standing({
  kind,
  done,
  failed,
  total,
}: Pick<BatchRow, 'kind' | 'done' | 'failed' | 'total'>) {
  const verb = doing[kind];
  if (done < total) return { state: 'running' as const, message: `${done} of ${total} ${verb}` };
  if (total === 0) return { state: 'succeeded' as const, message: 'There is nothing to draw on' };
  if (failed === total) return { state: 'failed' as const, message: `None of the ${total} could be ${verb}` };
  const rest = failed === 0 ? '' : `, ${failed} could not be`;
  return { state: 'succeeded' as const, message: `${total - failed} ${verb}${rest}` };
}
