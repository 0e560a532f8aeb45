import { type Kysely, type Migration, sql } from 'kysely';

const HOUR_MS = 3_600_000;
/** Far longer than a message can be on its way again after its effect has happened. */
const KEEP_MS = 7 * 24 * HOUR_MS;

export const inboxMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('inbox')
      .addColumn('consumer', 'text', (column) => column.notNull())
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('inbox_once', ['consumer', 'message_id'])
      .execute();
    await db.schema.createIndex('inbox_by_age').on('inbox').column('seen_at').execute();
  },
};

export interface Inbox<DB> {
  /**
   * Runs the effect unless this consumer has seen the message; effect and note are one transaction. Given a
   * transaction it joins it, given the database it opens one. False when the message had been seen.
   */
  once(
    executor: Kysely<DB>,
    consumer: string,
    messageId: string,
    effect: (transaction: Kysely<DB>) => Promise<void>,
  ): Promise<boolean>;
  /** Forgets what is too old to come again; `once` does it every hour by itself. */
  prune(now?: Date): Promise<void>;
}

export interface InboxOptions<DB> {
  db: Kysely<DB>;
  now?: () => Date;
}

export function createInbox<DB>({ db, now = () => new Date() }: InboxOptions<DB>): Inbox<DB> {
  let pruneAt = 0;

  async function run(
    transaction: Kysely<DB>,
    consumer: string,
    messageId: string,
    effect: (transaction: Kysely<DB>) => Promise<void>,
  ): Promise<boolean> {
    const seen = now();
    const { numAffectedRows = 0n } = await sql`insert into inbox (consumer, message_id, seen_at)
      values (${consumer}, ${messageId}, ${seen.toISOString()}) on conflict do nothing`.execute(transaction);
    if (numAffectedRows === 0n) return false;
    if (seen.getTime() >= pruneAt) {
      pruneAt = seen.getTime() + HOUR_MS;
      await forgetBefore(transaction, seen);
    }
    await effect(transaction);
    return true;
  }

  return {
    async once(executor, consumer, messageId, effect) {
      if (executor.isTransaction) return run(executor, consumer, messageId, effect);
      return executor.transaction().execute((transaction) => run(transaction, consumer, messageId, effect));
    },
    prune: (at = now()) => forgetBefore(db, at),
  };
}

async function forgetBefore<DB>(executor: Kysely<DB>, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEEP_MS).toISOString();
  await sql`delete from inbox where seen_at < ${oldest}`.execute(executor);
}
