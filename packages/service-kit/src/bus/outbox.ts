import { randomUUID } from 'node:crypto';
import type { JobQueue, Topic } from '@marquee/contracts';
import { type Kysely, type Migration, sql } from 'kysely';
import { z } from 'zod';
import type { Bus, MessageMeta } from './bus.ts';
import { type BusLog, silentLog } from './bus-log.ts';
import { toWire } from './wire.ts';
import { within } from './within.ts';

const BATCH = 100;
/** For what was refused, and for what another process has put in. */
const POLL_MS = 1000;
/** A broker that is away must not keep a service from stopping; the rows are still there at the next start. */
const STOP_MS = 2000;

export const outboxMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('outbox')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('message_id', 'text', (column) => column.notNull())
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
  /** Sends what waits now; resolves when each was confirmed, or refused once. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export interface OutboxOptions<DB> {
  db: Kysely<DB>;
  bus: Pick<Bus, 'publish' | 'enqueue'>;
  log?: BusLog;
}

/**
 * Messages as rows, sent after their transaction has committed and forgotten when the broker has confirmed
 * them; after a crash in between they go out again under the same id. Each target gets its messages one after
 * the other in the order of the commits, and one that refuses holds up nobody but itself.
 */
export function createOutbox<DB>({ db, bus, log = silentLog }: OutboxOptions<DB>): Outbox<DB> {
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;
  let again = false;
  let started = false;
  let stopping = false;

  async function send({ target, payload, message_id: messageId, request_id: requestId }: Row): Promise<void> {
    const to = Target.parse(JSON.parse(target));
    const meta = requestId === null ? { messageId } : { messageId, requestId };
    const message: unknown = JSON.parse(payload);
    if (to.kind === 'event') await bus.publish({ ...to, payload: z.unknown() }, message, meta);
    else await bus.enqueue({ ...to, payload: z.unknown() }, message, meta);
  }

  /** The ids of what was taken before the first refusal. */
  async function sendInOrder(
    target: string,
    rows: readonly Row[],
  ): Promise<{ sent: number[]; refused: boolean }> {
    const sent: number[] = [];
    for (const row of rows) {
      if (stopping) return { sent, refused: true };
      try {
        await send(row);
      } catch (error) {
        log.warn({ err: error, target, waiting: rows.length - sent.length }, 'Messages wait in the outbox');
        return { sent, refused: true };
      }
      sent.push(row.id);
    }
    return { sent, refused: false };
  }

  async function sendAll(): Promise<void> {
    const refusing = new Set<string>();
    for (;;) {
      const rows = await waitingFor(db, refusing);
      if (rows.length === 0 || stopping) return;
      const byTarget = new Map<string, Row[]>();
      for (const row of rows) byTarget.set(row.target, [...(byTarget.get(row.target) ?? []), row]);
      const outcomes = await Promise.all(
        [...byTarget].map(async ([target, theirs]) => {
          const { sent, refused } = await sendInOrder(target, theirs);
          if (refused) refusing.add(target);
          return sent;
        }),
      );
      const sent = outcomes.flat();
      // A relay that was given up must not touch a database that may be closed by now.
      if (stopping && flushing === undefined) return;
      if (sent.length > 0) await sql`delete from outbox where id in (${sql.join(sent)})`.execute(db);
    }
  }

  async function sendUntilQuiet(): Promise<void> {
    do {
      again = false;
      await sendAll();
    } while (again && !stopping);
  }

  function flush(): Promise<void> {
    again = true;
    flushing ??= sendUntilQuiet().finally(() => {
      flushing = undefined;
    });
    return flushing;
  }

  function wake(): void {
    if (started) flush().catch((error: unknown) => log.error({ err: error }, 'The outbox could not be read'));
  }

  return {
    async add(transaction, target, payload, meta = {}) {
      const text = toWire(`${target.kind} ${target.name}`, target.payload, payload);
      const to = JSON.stringify(Target.parse(target));
      const id = meta.messageId ?? randomUUID();
      await sql`insert into outbox (message_id, target, payload, request_id)
        values (${id}, ${to}, ${text}, ${meta.requestId ?? null})`.execute(transaction);
      // The relay's own query waits for this transaction to end, as SQLite has one connection.
      setImmediate(wake);
    },
    start() {
      started = true;
      stopping = false;
      timer = setInterval(wake, POLL_MS);
      timer.unref();
      wake();
    },
    flush,
    async stop() {
      started = false;
      stopping = true;
      clearInterval(timer);
      if (flushing === undefined) return;
      await within(STOP_MS, flushing, () => {
        flushing = undefined;
        log.warn({}, 'Stopped with messages in the outbox; they go out at the next start');
      });
    },
  };
}

async function waitingFor<DB>(db: Kysely<DB>, refusing: ReadonlySet<string>): Promise<Row[]> {
  const others = refusing.size === 0 ? sql`true` : sql`target not in (${sql.join([...refusing])})`;
  const { rows } = await sql<Row>`select * from outbox where ${others} order by id limit ${BATCH}`.execute(
    db,
  );
  return rows;
}
