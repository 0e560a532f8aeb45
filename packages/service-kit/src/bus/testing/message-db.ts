import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { inboxMigration } from '../inbox.ts';
import { outboxMigration } from '../outbox.ts';

export interface MessageDb {
  counts: { name: string };
}

/** A database of a service that sends and receives, with a table for the effects of what it receives. */
export async function messageDb(): Promise<Kysely<MessageDb>> {
  const db = new Kysely<MessageDb>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
  await db.schema.createTable('counts').addColumn('name', 'text').execute();
  await outboxMigration.up(db);
  await inboxMigration.up(db);
  return db;
}
