import { randomUUID } from 'node:crypto';
import { type PrepareJob, problem } from '@marquee/contracts';
import { kindsOfLibrary } from '../libraries/library-kinds.ts';
import type { VisibleLibrary } from '../libraries/visible-library.ts';
import type { PrepareJobRow } from '../migrations/config-db.ts';
import { viewOfJob } from './prepare-job.ts';
import type { PreparePorts } from './prepare-ports.ts';

const MOST_UNFINISHED = 20;
const UNFINISHED = ['queued', 'running'] as const;

/** While a job runs for the library, that one is answered: also to two people who ask at the same moment. */
export async function startJob(
  { db, clock }: Pick<PreparePorts, 'db' | 'clock'>,
  { id: libraryId, server, section, kind }: VisibleLibrary,
  { width, askedBy }: { width: number; askedBy: string },
): Promise<PrepareJob> {
  const running = await unfinishedOf(db, libraryId);
  if (running !== undefined) return viewOfJob(running);
  const { count } = await db
    .selectFrom('prepare_jobs')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', UNFINISHED)
    .executeTakeFirstOrThrow();
  if (count >= MOST_UNFINISHED) throw problem('service.overloaded', { headers: { 'retry-after': '60' } });
  const [type] = kindsOfLibrary[kind];
  const now = clock().toISOString();
  const row: PrepareJobRow = {
    id: randomUUID(),
    library_id: libraryId,
    library_title: section.title,
    asked_by: askedBy,
    width,
    state: 'queued',
    done: 0,
    total: type === undefined ? 0 : await server.client.items.count(section.key, { type }),
    failed: 0,
    message: 'Waiting to start',
    planned: 0,
    created_at: now,
    moved_at: now,
    ended_at: null,
  };
  // The index of unfinished jobs decides who is first.
  await db
    .insertInto('prepare_jobs')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return viewOfJob((await unfinishedOf(db, libraryId)) ?? row);
}

function unfinishedOf(db: PreparePorts['db'], libraryId: string): Promise<PrepareJobRow | undefined> {
  return db
    .selectFrom('prepare_jobs')
    .selectAll()
    .where('library_id', '=', libraryId)
    .where('state', 'in', UNFINISHED)
    .executeTakeFirst();
}

export async function findJob(
  { db }: Pick<PreparePorts, 'db'>,
  libraryId: string,
  jobId: string,
): Promise<PrepareJob> {
  const row = await db
    .selectFrom('prepare_jobs')
    .selectAll()
    .where('id', '=', jobId)
    .where('library_id', '=', libraryId)
    .executeTakeFirst();
  if (row === undefined) throw problem('job.not-found');
  return viewOfJob(row);
}
