import { batchRenders, Problem } from '@marquee/contracts';
import type { DeadJob } from '@marquee/service-kit';
import type { Ended } from '../jobs/ended-jobs.ts';
import type { BatchItemRow, BatchRow } from '../migrations/renderer-db.ts';
import type { BatchPorts } from './batch-ports.ts';
import { finishBatch } from './finish-batch.ts';
import { noteWaiting } from './note-waiting.ts';
import { outcomeOf } from './outcome-of.ts';
import { sendItems } from './send-items.ts';
import { type Settled, settleItems } from './settle-items.ts';

const ROUND_MS = 1_000;
/** Drawings of one batch that are on their way: enough for many workers, few enough to be cancelled soon. */
const ON_THE_WAY = 60;
const AT_ONCE = 20;
/** What was told may have been missed. */
const LOOK_AFTER_MS = 10_000;
/** Then it was lost, or put aside, and is sent again. */
const LOST_AFTER_MS = 120_000;
const MOST_TRIES = 5;
/** A drawing that was put aside because workers died may only have been beside the one that killed them. */
const MOST_ASIDE = 1;
const KEPT_MS = 7 * 24 * 3_600_000;

/** Keeps the batches of the database going, also those that another process began. */
export function createBatchRunner(ports: BatchPorts) {
  const { db, clock, log } = ports;
  /** Endings that were told and are not written down yet, by batch. */
  const told = new Map<string, Settled[]>();
  let timer: NodeJS.Timeout | undefined;
  let going: Promise<void> | undefined;
  let again = false;
  let stopped = true;

  function wake(): void {
    again = true;
    going ??= goOn().finally(() => {
      going = undefined;
    });
  }

  async function goOn(): Promise<void> {
    while (again && !stopped) {
      again = false;
      try {
        for (const batch of await unfinished()) if (!stopped) await advance(batch);
      } catch (error) {
        log.error({ err: error }, 'The batches could not be looked after');
        return;
      }
    }
  }

  const unfinished = (): Promise<BatchRow[]> =>
    db
      .selectFrom('render_batches')
      .selectAll()
      .where('state', 'in', ['queued', 'running'])
      .orderBy('created_at')
      .execute();

  async function advance(batch: BatchRow): Promise<void> {
    const settled = told.get(batch.id) ?? [];
    told.delete(batch.id);
    settled.push(...(await lookAfter(batch)));
    if (settled.length > 0) await settleItems(ports, batch.id, settled);
    const { done, waiting, sent } = await counts(batch.id);
    if (done === batch.total) {
      await finishBatch(ports, { ...batch, done, failed: await failures(batch.id) });
      return;
    }
    if (waiting > 0 && sent < ON_THE_WAY) await sendSome(batch);
  }

  async function sendSome(batch: BatchRow): Promise<void> {
    const rows = await db
      .selectFrom('render_batch_items')
      .selectAll()
      .where('batch_id', '=', batch.id)
      .where('state', '=', 'waiting')
      .orderBy('place')
      .limit(AT_ONCE)
      .execute();
    try {
      const { sent, settled } = await sendItems(ports, batch, rows, (place, key) =>
        listen(batch, place, key),
      );
      await settleItems(ports, batch.id, settled, sent);
      // The next ones, without waiting for the next round.
      again = true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      log.warn({ err: error, batchId: batch.id }, 'A batch waits');
      await noteWaiting(ports, batch, error.message);
    }
  }

  function listen(batch: BatchRow, place: number, key: string): void {
    ports.ended.onEnd(key, (ended) => {
      void heard(batch, place, ended).catch((error: unknown) =>
        log.error({ err: error, batchId: batch.id }, 'The end of a drawing could not be noted'),
      );
    });
  }

  async function heard(batch: BatchRow, place: number, ended: Ended): Promise<void> {
    if (!ended.ok && ended.code === 'render.material-gone' && (await sendAgain(batch, place))) return wake();
    told.set(batch.id, [...(told.get(batch.id) ?? []), { place, outcome: outcomeOf(batch.kind, ended) }]);
    wake();
  }

  /** False when it was tried often enough. */
  async function sendAgain(batch: BatchRow, place: number, most = MOST_TRIES): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('render_batch_items')
      .set((row) => ({ state: 'waiting', key: null, tries: row('tries', '+', 1) }))
      .where('batch_id', '=', batch.id)
      .where('place', '=', place)
      .where('tries', '<', most)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }

  /** What was sent long ago: its result may lie there, it may have been put aside, or it is lost. */
  async function lookAfter(batch: BatchRow): Promise<Settled[]> {
    const now = clock().getTime();
    const silent = await db
      .selectFrom('render_batch_items')
      .selectAll()
      .where('batch_id', '=', batch.id)
      .where('state', '=', 'sent')
      .where('sent_at', '<', new Date(now - LOOK_AFTER_MS).toISOString())
      .orderBy('sent_at')
      .limit(AT_ONCE)
      .execute();
    const settled: Settled[] = [];
    let dead: DeadJob[] | undefined;
    for (const row of silent) {
      const { place, key, sent_at } = row;
      const result = key === null ? undefined : await ports.results.find(key);
      if (result !== undefined) {
        settled.push({ place, outcome: outcomeOf(batch.kind, { ok: true, result }) });
      } else if (sent_at === null || now - Date.parse(sent_at) > LOST_AFTER_MS) {
        dead ??= await ports.bus.deadJobs(batchRenders, 1000);
        const gone = await lost(batch, row, dead);
        if (gone !== undefined) settled.push(gone);
      }
    }
    return settled;
  }

  async function lost(
    batch: BatchRow,
    { place, key }: BatchItemRow,
    dead: DeadJob[],
  ): Promise<Settled | undefined> {
    const aside = dead.find(({ messageId }) => messageId === key);
    const most = aside === undefined ? MOST_TRIES : MOST_ASIDE;
    if (await sendAgain(batch, place, most)) return undefined;
    const message =
      aside?.reason ?? 'It was sent several times and never drawn: see whether a renderer worker runs';
    return { place, outcome: { kind: 'failed', code: 'render.failed', message } };
  }

  async function counts(batchId: string): Promise<{ done: number; waiting: number; sent: number }> {
    const found = await db
      .selectFrom('render_batch_items')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .where('batch_id', '=', batchId)
      .groupBy('state')
      .execute();
    const of = (state: string) => found.find((one) => one.state === state)?.count ?? 0;
    return { done: of('done') + of('failed'), waiting: of('waiting'), sent: of('sent') };
  }

  async function failures(batchId: string): Promise<number> {
    const { count } = await db
      .selectFrom('render_batch_items')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('batch_id', '=', batchId)
      .where('state', '=', 'failed')
      .executeTakeFirstOrThrow();
    return count;
  }

  return {
    wake,
    async start(): Promise<void> {
      stopped = false;
      await db
        .deleteFrom('render_batches')
        .where('ended_at', '<', new Date(clock().getTime() - KEPT_MS).toISOString())
        .execute();
      // Nobody listens for what another process sent: it is made again, and found where it was drawn meanwhile.
      await db
        .updateTable('render_batch_items')
        .set({ state: 'waiting', key: null })
        .where('state', '=', 'sent')
        .execute();
      timer = setInterval(wake, ROUND_MS);
      timer.unref();
      wake();
    },
    async stop(): Promise<void> {
      stopped = true;
      clearInterval(timer);
      await going;
    },
  };
}
export type BatchRunner = ReturnType<typeof createBatchRunner>;
