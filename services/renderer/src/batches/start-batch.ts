import { randomUUID } from 'node:crypto';
import {
  libraryItemIdsAsked,
  maySeeLibrary,
  type Principal,
  problem,
  type RenderBatch,
} from '@marquee/contracts';
import { type AskedDrawing, readWish } from '../jobs/drawing-wish.ts';
import type { BatchRow } from '../migrations/renderer-db.ts';
import { type BatchWish, viewOfBatch } from './batch.ts';
import type { BatchPorts } from './batch-ports.ts';
import { tellProgress } from './tell-progress.ts';

const MOST_UNFINISHED = 20;
/** Pictures of so many are kept; collisions are numbers only. */
const MOST_DRAWN = 2_000;
const ROWS_AT_ONCE = 200;

export interface AskedBatch extends AskedDrawing {
  kind: RenderBatch['kind'];
  itemIds: string[];
  libraryId: string | null;
  before: string[];
  width: number;
}

/** Everything is written down before it is answered: whoever dies after that goes on at the next start. */
export async function startBatch(
  ports: BatchPorts,
  principal: Principal,
  asked: AskedBatch,
): Promise<RenderBatch> {
  const { texts, only, layout } = await readWish(ports, asked);
  // Found out now rather than on each item.
  for (const files of [texts, asked.before]) ports.readSet(files, 'movie');
  const found = await itemsOf(ports, principal, asked);
  const itemIds = asked.kind === 'collisions' ? found : found.slice(0, MOST_DRAWN);
  await refuseWhenCrowded(ports);
  const now = ports.clock().toISOString();
  const wish: BatchWish = { texts, before: asked.before, only, layout, width: asked.width };
  const left = found.length - itemIds.length;
  const row: BatchRow = {
    id: randomUUID(),
    kind: asked.kind,
    library_id: asked.libraryId,
    asked_by: JSON.stringify(principal),
    wish: JSON.stringify(wish),
    state: 'queued',
    done: 0,
    failed: 0,
    total: itemIds.length,
    message:
      left === 0
        ? 'Waiting to start'
        : `Waiting to start with the first ${itemIds.length} of ${found.length}`,
    sheet_hash: null,
    created_at: now,
    moved_at: now,
    ended_at: null,
  };
  await ports.db.transaction().execute(async (trx) => {
    await trx.insertInto('render_batches').values(row).execute();
    for (let at = 0; at < itemIds.length; at += ROWS_AT_ONCE) {
      const rows = itemIds.slice(at, at + ROWS_AT_ONCE).map((item_id, place) => ({
        batch_id: row.id,
        place: at + place,
        item_id,
        title: '',
        state: 'waiting' as const,
        key: null,
        sent_at: null,
        tries: 0,
        outcome: null,
      }));
      await trx.insertInto('render_batch_items').values(rows).execute();
    }
    await tellProgress(ports.outbox, trx, row);
  });
  return viewOfBatch(row);
}

async function itemsOf(
  { bus }: Pick<BatchPorts, 'bus'>,
  principal: Principal,
  { itemIds, libraryId }: Pick<AskedBatch, 'itemIds' | 'libraryId'>,
): Promise<string[]> {
  if (libraryId === null) return [...new Set(itemIds)];
  if (!maySeeLibrary(principal, libraryId)) throw problem('library.not-found');
  return [...new Set((await bus.request(libraryItemIdsAsked, { principal, libraryId })).itemIds)];
}

async function refuseWhenCrowded({ db }: Pick<BatchPorts, 'db'>): Promise<void> {
  const { count } = await db
    .selectFrom('render_batches')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow();
  if (count >= MOST_UNFINISHED) throw problem('service.overloaded', { headers: { 'retry-after': '60' } });
}
