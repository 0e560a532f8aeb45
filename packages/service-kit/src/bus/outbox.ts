import { randomUUID } from 'node:crypto';
import type { JobQueue, Topic } from '@marquee/contracts';
import { type Kysely, type Migration, sql } from 'kysely';
import { z } from 'zod';
import type { Bus, MessageMeta } from './bus.ts';
import { type BusLog, silentLog } from './bus-log.ts';

const BATCH = 100;
/** A relay that failed, or that another process may have fed, looks again after this long. */
const POLL_MS = 1000;

export const outboxMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('outbox')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('message_id', 'text', (column) => column.notNull().unique())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('request_id', 'text')
      .execute();
  },
};

/** Enough of a topic or queue to publish to it after a restart; its payload was checked when it was put in. */
const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), name: z.string() }),
  z.object({
    kind: z.literal('job'),
    name: z.string(),
    prefetch: z.number(),
    attempts: z.number(),
    maxLength: z.number(),
  }),
]);

interface Row {
  id: number;
  message_id: string;
  target: string;
  payload: string;
  request_id: string | null;
}

export interface Outbox<DB> {
  /** Inside the transaction that makes it true: the message goes out when, and only when, that commits. */
  add<S extends z.ZodType>(
    transaction: Kysely<DB>,
    target: Topic<S> | JobQueue<S>,
    payload: z.input<S>,
    meta?: MessageMeta,
  ): Promise<void>;
  start(): void;
  /** Sends what waits now; resolves when each was confirmed or refused once. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** Messages as rows, sent after their transaction has committed and forgotten when the broker has confirmed them. */
export function createOutbox<DB>({
  db,
  bus,
  log = silentLog,
}: {
  db: Kysely<DB>;
  bus: Bus;
  log?: BusLog;
}): Outbox<DB> {
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;
  let again = false;
  let started = false;

  async function sendOne(row: Row): Promise<void> {
    const target = Target.parse(JSON.parse(row.target));
    const meta = {
      messageId: row.message_id,
      ...(row.request_id === null ? {} : { requestId: row.request_id }),
    };
    const payload: unknown = JSON.parse(row.payload);
    if (target.kind === 'event') await bus.publish({ ...target, payload: z.unknown() }, payload, meta);
    else await bus.enqueue({ ...target, payload: z.unknown() }, payload, meta);
  }

  /** In order; one that is refused stays and goes first the next time. True when nothing is left to try now. */
  async function sendBatch(): Promise<boolean> {
    const { rows } = await sql<Row>`select * from outbox order by id limit ${BATCH}`.execute(db);
    const outcomes = await Promise.allSettled(rows.map(sendOne));
    const sent = rows.filter((_row, place) => outcomes[place]?.status === 'fulfilled').map(({ id }) => id);
    if (sent.length > 0) await sql`delete from outbox where id in (${sql.join(sent)})`.execute(db);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    if (refused)
      log.warn({ err: refused.reason, waiting: rows.length - sent.length }, 'Messages wait in the outbox');
    return refused !== undefined || rows.length < BATCH;
  }

  async function sendAll(): Promise<void> {
    do {
      again = false;
      while (!(await sendBatch()));
    } while (again);
  }

  function flush(): Promise<void> {
    again = true;
    flushing ??= sendAll().finally(() => {
      flushing = undefined;
    });
    return flushing;
  }

  function wake(): void {
    if (started) flush().catch((error: unknown) => log.error({ err: error }, 'The outbox could not be read'));
  }

  return {
    async add(transaction, target, payload, meta = {}) {
      const text = JSON.stringify(target.payload.parse(payload));
      const to = JSON.stringify(Target.parse(target));
      const id = meta.messageId ?? randomUUID();
      await sql`insert into outbox (message_id, target, payload, request_id)
        values (${id}, ${to}, ${text}, ${meta.requestId ?? null})`.execute(transaction);
      // The relay's own query waits for this transaction to end, as SQLite has one connection.
      setImmediate(wake);
    },
    start() {
      started = true;
      timer = setInterval(wake, POLL_MS);
      timer.unref();
      wake();
    },
    flush,
    async stop() {
      started = false;
      clearInterval(timer);
      await flushing;
    },
  };
}
