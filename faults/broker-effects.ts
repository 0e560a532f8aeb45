import { join } from 'node:path';
import {
  createInbox,
  type Delivery,
  inboxMigration,
  openStore,
  outboxMigration,
  type Store,
} from '@marquee/service-kit';
import type { Migration } from 'kysely';

interface EffectsDb {
  effects: { job: number };
}

const effectsMigration: Migration = {
  async up(db) {
    // No key: an effect that happened twice must show.
    await db.schema.createTable('effects').addColumn('job', 'integer').execute();
  },
};

/** The most effects that share a transaction, as in a service that works through a pile. */
const BATCH = 100;

interface Waiting {
  job: number;
  messageId: string;
  resolve(): void;
  reject(error: unknown): void;
}

/** A consumer's own database: each job leaves one row, through the inbox. */
export interface Effects {
  record(job: number, delivery: Delivery): Promise<void>;
  /** Deliveries that the inbox recognised. */
  readonly dropped: number;
  readonly recorded: number;
  count(): Promise<{ different: number; twice: number }>;
  close(): Promise<void>;
}

export async function openEffects(dir: string): Promise<Effects> {
  const store: Store<EffectsDb> = await openStore<EffectsDb>({
    file: join(dir, 'effects.db'),
    migrations: {
      '0001-inbox': inboxMigration,
      '0002-outbox': outboxMigration,
      '0003-effects': effectsMigration,
    },
  });
  const inbox = createInbox({ db: store.db });
  const waiting: Waiting[] = [];
  let writing = false;
  let dropped = 0;
  let recorded = 0;

  async function write(batch: Waiting[]): Promise<void> {
    let fresh = 0;
    await store.db.transaction().execute(async (trx) => {
      for (const { job, messageId } of batch) {
        const first = await inbox.once(trx, 'effects', messageId, async (same) => {
          await same.insertInto('effects').values({ job }).execute();
        });
        if (first) fresh += 1;
      }
    });
    recorded += fresh;
    dropped += batch.length - fresh;
  }

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH);
      await write(batch).then(
        () => {
          for (const { resolve } of batch) resolve();
        },
        (error: unknown) => {
          for (const { reject } of batch) reject(error);
        },
      );
    }
    writing = false;
  }

  return {
    record: (job, { messageId }) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ job, messageId, resolve, reject });
        if (!writing) void writeAll();
      }),
    get dropped() {
      return dropped;
    },
    get recorded() {
      return recorded;
    },
    async count() {
      const rows = await store.db
        .selectFrom('effects')
        .select(({ fn }) => fn.countAll<number>().as('times'))
        .groupBy('job')
        .execute();
      return { different: rows.length, twice: rows.filter(({ times }) => times > 1).length };
    },
    close: () => store.close(),
  };
}
