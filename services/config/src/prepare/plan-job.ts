import { joinId, LibraryKind, Problem, preparePosters, splitId } from '@marquee/contracts';
import type { Transaction } from 'kysely';
import { kindsOfLibrary } from '../libraries/library-kinds.ts';
import { librariesOf, type VisibleLibrary } from '../libraries/visible-library.ts';
import type { ConfigDb, PrepareJobRow } from '../migrations/config-db.ts';
import { serverOf } from '../servers/server-info.ts';
import { batchSize, outcomeOf } from './prepare-job.ts';
import type { PreparePorts } from './prepare-ports.ts';
import { tellProgress } from './tell-progress.ts';

/** An hour of asking a Plex server that is away is enough. */
const GIVE_UP_MS = 3_600_000;

/** Writes the job's batches down and sends them, all or nothing: a job is planned or it is planned again. */
export async function planJob(ports: PreparePorts, job: PrepareJobRow): Promise<void> {
  try {
    const library = await libraryOf(ports, job);
    if (library === undefined) return await endJob(ports, job, 'The library is no longer there');
    await writePlan(ports, job, inBatches(await itemsOf(library), job.total));
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    ports.log.warn({ err: cause, jobId: job.id }, 'A poster job could not be planned');
    if (ports.clock().getTime() - Date.parse(job.created_at) > GIVE_UP_MS)
      await endJob(ports, job, cause.message);
    else await noteWaiting(ports, job, cause.message);
  }
}

async function libraryOf(
  ports: PreparePorts,
  { library_id }: PrepareJobRow,
): Promise<VisibleLibrary | undefined> {
  const server = serverOf(ports, library_id);
  return (
    server &&
    (await librariesOf(ports, server)).find(({ section }) => section.key === splitId(library_id).plexKey)
  );
}

async function itemsOf({ server, section, kind }: VisibleLibrary): Promise<string[]> {
  const [type] = kindsOfLibrary[LibraryKind.parse(kind)];
  const ids: string[] = [];
  if (type === undefined) return ids;
  const all = server.client.items.all(section.key, { type, sort: [{ by: 'titleSort' }, { by: 'addedAt' }] });
  for await (const { ratingKey } of all) ids.push(joinId(server.id, ratingKey));
  // A list that changed while it was read may name an item twice.
  return [...new Set(ids)];
}

function inBatches(ids: readonly string[], expected: number): string[][] {
  const size = batchSize(Math.max(ids.length, expected));
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, place) =>
    ids.slice(place * size, (place + 1) * size),
  );
}

async function writePlan(
  { db, outbox, clock }: PreparePorts,
  job: PrepareJobRow,
  batches: string[][],
): Promise<void> {
  const total = batches.reduce((sum, ids) => sum + ids.length, 0);
  const now = clock().toISOString();
  await db.transaction().execute(async (trx) => {
    const { state, message } = outcomeOf({ done: 0, total, failed: 0 }, batches.length);
    const planned = await trx
      .updateTable('prepare_jobs')
      .set({ planned: 1, total, state, message, moved_at: now, ended_at: batches.length === 0 ? now : null })
      .where('id', '=', job.id)
      .where('planned', '=', 0)
      .where('state', '=', 'queued')
      .returningAll()
      .executeTakeFirst();
    // Somebody else planned it meanwhile.
    if (planned === undefined) return;
    for (const [batch, itemIds] of batches.entries()) {
      const row = { job_id: job.id, batch, item_ids: JSON.stringify(itemIds), done: 0 };
      await trx.insertInto('prepare_batches').values(row).execute();
      await sendBatch(outbox, trx, job, batch, itemIds);
    }
    await tellProgress(outbox, trx, planned);
  });
}

export async function sendBatch(
  outbox: PreparePorts['outbox'],
  trx: Transaction<ConfigDb>,
  { id: jobId, library_id: libraryId }: PrepareJobRow,
  batch: number,
  itemIds: string[],
): Promise<void> {
  await outbox.add(trx, preparePosters, { jobId, libraryId, batch, itemIds });
}

async function endJob(
  { db, outbox, clock }: PreparePorts,
  { id }: PrepareJobRow,
  message: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('prepare_jobs')
      .set({ state: 'failed', message, ended_at: clock().toISOString() })
      .where('id', '=', id)
      .where('state', 'in', ['queued', 'running'])
      .returningAll()
      .executeTakeFirst();
    if (ended !== undefined) await tellProgress(outbox, trx, ended);
  });
}

async function noteWaiting(
  { db, outbox, clock }: PreparePorts,
  { id }: PrepareJobRow,
  reason: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const waiting = await trx
      .updateTable('prepare_jobs')
      .set({ message: `${reason}; it is tried again each minute`, moved_at: clock().toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'queued')
      .returningAll()
      .executeTakeFirst();
    if (waiting !== undefined) await tellProgress(outbox, trx, waiting);
  });
}
