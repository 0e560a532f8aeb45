import { type Kysely, type Migration, sql } from 'kysely';

const KEEP_DAYS = 7;

export const inboxMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('inbox')
      .addColumn('consumer', 'text', (column) => column.notNull())
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('inbox_once', ['consumer', 'message_id'])
      .execute();
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
  /** Forgets what is too old to come again. */
  prune(now?: Date): Promise<void>;
}

export function createInbox<DB>({ db }: { db: Kysely<DB> }): Inbox<DB> {
  return {
    async once(executor, consumer, messageId, effect) {
      const run = async (transaction: Kysely<DB>): Promise<boolean> => {
        const { numAffectedRows = 0n } = await sql`insert into inbox (consumer, message_id, seen_at)
          values (${consumer}, ${messageId}, ${new Date().toISOString()}) on conflict do nothing`.execute(
          transaction,
        );
        if (numAffectedRows === 0n) return false;
        await effect(transaction);
        return true;
      };
      return executor.isTransaction ? run(executor) : executor.transaction().execute(run);
    },
    async prune(now = new Date()) {
      const oldest = new Date(now.getTime() - KEEP_DAYS * 86_400_000).toISOString();
      await sql`delete from inbox where seen_at < ${oldest}`.execute(db);
    },
  };
}
