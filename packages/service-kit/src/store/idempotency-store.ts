import { type Migration, type QueryExecutorProvider, sql } from 'kysely';
import { z } from 'zod';
import type { IdempotencyStore, IdempotencyVerdict } from '../http/idempotency.ts';

const KEPT_MS = 24 * 60 * 60_000;
/** Longer than any request may take; after it the process that began is taken for dead. */
const IN_PROGRESS_MS = 60_000;

/** To be included in the migrations of a service that keeps idempotency keys. */
export const idempotencyMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('idempotency')
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('request_hash', 'text', (column) => column.notNull())
      .addColumn('answer', 'text')
      .addColumn('expires_at', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('idempotency_key', ['scope', 'key'])
      .execute();
    await db.schema.createIndex('idempotency_expiry').on('idempotency').column('expires_at').execute();
  },
};

const Answer = z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string() });

interface Row {
  request_hash: string;
  answer: string | null;
}

/** Remembers in a service's own database what was answered to each Idempotency-Key. */
export function createIdempotencyStore(
  db: QueryExecutorProvider,
  now: () => number = Date.now,
): IdempotencyStore {
  async function begin(key: string, scope: string, requestHash: string): Promise<IdempotencyVerdict> {
    // An insert decides who is first; taking over an expired entry is the same statement, so it has one winner too.
    const { rows: won } = await sql`
      INSERT INTO idempotency (scope, key, request_hash, answer, expires_at)
      VALUES (${scope}, ${key}, ${requestHash}, NULL, ${now() + IN_PROGRESS_MS})
      ON CONFLICT (scope, key) DO UPDATE
        SET request_hash = excluded.request_hash, answer = NULL, expires_at = excluded.expires_at
        WHERE idempotency.expires_at <= ${now()}
      RETURNING 1`.execute(db);
    if (won.length > 0) {
      await sql`DELETE FROM idempotency WHERE expires_at <= ${now()}`.execute(db);
      return { state: 'new' };
    }
    const { rows } = await sql<Row>`
      SELECT request_hash, answer FROM idempotency WHERE scope = ${scope} AND key = ${key}`.execute(db);
    const [row] = rows;
    // Abandoned since the insert: ours to begin.
    if (row === undefined) return begin(key, scope, requestHash);
    if (row.request_hash !== requestHash) return { state: 'mismatch' };
    if (row.answer === null) return { state: 'in-progress' };
    return { state: 'replay', ...Answer.parse(JSON.parse(row.answer)) };
  }

  return {
    begin,
    async finish(key, scope, answer) {
      await sql`
        UPDATE idempotency SET answer = ${JSON.stringify(answer)}, expires_at = ${now() + KEPT_MS}
        WHERE scope = ${scope} AND key = ${key}`.execute(db);
    },
    async abandon(key, scope) {
      await sql`DELETE FROM idempotency WHERE scope = ${scope} AND key = ${key} AND answer IS NULL`.execute(
        db,
      );
    },
  };
}
