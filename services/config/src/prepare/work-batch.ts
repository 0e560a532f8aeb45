import { Problem, preparePosters, splitId } from '@marquee/contracts';
import type { Delivery } from '@marquee/service-kit';
import type { z } from 'zod';
import type { PlexServer } from '../servers/plex-servers.ts';
import { serverOf } from '../servers/server-info.ts';
import { outcomeOf } from './prepare-job.ts';
import type { PreparePorts } from './prepare-ports.ts';
import { tellProgress } from './tell-progress.ts';

type Batch = z.output<typeof preparePosters.payload>;

/** Sizes the posters of one batch. It may come twice: pictures are cached by content, and it is counted once. */
export async function workBatch(ports: PreparePorts, batch: Batch, { attempt }: Delivery): Promise<void> {
  const job = await openJob(ports, batch);
  const server = serverOf(ports, batch.libraryId);
  if (job === undefined) return;
  const lastTry = attempt >= preparePosters.attempts;
  const sized = await Promise.all(
    batch.itemIds.map((itemId) => sizePoster(ports, server, itemId, { width: job.width, lastTry })),
  );
  await countBatch(ports, batch, sized.filter((ready) => !ready).length);
}

/** undefined when the batch was counted already, or the job is over or forgotten. */
function openJob({ db }: PreparePorts, { jobId, batch }: Batch): Promise<{ width: number } | undefined> {
  return db
    .selectFrom('prepare_jobs')
    .innerJoin('prepare_batches', 'prepare_batches.job_id', 'prepare_jobs.id')
    .select('prepare_jobs.width')
    .where('prepare_jobs.id', '=', jobId)
    .where('prepare_jobs.state', '=', 'running')
    .where('prepare_batches.batch', '=', batch)
    .where('prepare_batches.done', '=', 0)
    .executeTakeFirst();
}

/** False when this picture cannot be had. What may pass (Plex is away) is thrown, so that the batch comes again. */
async function sizePoster(
  { memory, images, log }: PreparePorts,
  server: PlexServer | undefined,
  itemId: string,
  { width, lastTry }: { width: number; lastTry: boolean },
): Promise<boolean> {
  if (server === undefined) return false;
  const ratingKey = splitId(itemId).plexKey;
  try {
    const { poster } = await memory.facts.of(server, ratingKey);
    if (poster !== null) {
      await images.get(
        { server, name: `${ratingKey}/poster/${poster.version}`, address: poster.address },
        width,
      );
    }
    return true;
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    // Removed since the plan was made: nothing is left to size.
    if (cause.code === 'item.not-found') return true;
    if (!lastTry && mayPass(cause)) throw cause;
    log.warn({ err: cause, itemId }, 'A poster could not be sized');
    return false;
  }
}

function mayPass({ code }: Problem): boolean {
  return code === 'plex.unreachable' || code === 'plex.unauthorized' || code === 'plex.bad-answer';
}

/** Counted together with the note that it was: a batch that comes twice, or to two workers, counts once. */
async function countBatch(
  { db, inbox, outbox, clock }: PreparePorts,
  batch: Batch,
  failed: number,
): Promise<void> {
  const { jobId, itemIds } = batch;
  await db.transaction().execute(async (trx) => {
    await inbox.once(trx, 'prepare-posters', `${jobId}/${batch.batch}`, async () => {
      const now = clock().toISOString();
      await trx
        .updateTable('prepare_batches')
        .set({ done: 1 })
        .where('job_id', '=', jobId)
        .where('batch', '=', batch.batch)
        .execute();
      const { left } = await trx
        .selectFrom('prepare_batches')
        .select(({ fn }) => fn.countAll<number>().as('left'))
        .where('job_id', '=', jobId)
        .where('done', '=', 0)
        .executeTakeFirstOrThrow();
      const counted = await trx
        .updateTable('prepare_jobs')
        .set((row) => ({
          done: row('done', '+', itemIds.length),
          failed: row('failed', '+', failed),
          moved_at: now,
        }))
        .where('id', '=', jobId)
        .where('state', '=', 'running')
        .returningAll()
        .executeTakeFirst();
      if (counted === undefined) return;
      const { state, message } = outcomeOf(counted, left);
      const ended_at = state === 'running' ? null : now;
      const job = { ...counted, state, message, ended_at };
      await trx
        .updateTable('prepare_jobs')
        .set({ state, message, ended_at })
        .where('id', '=', jobId)
        .execute();
      await tellProgress(outbox, trx, job);
    });
  });
}
