import { type Migration, sql } from 'kysely';

/** Accounts with sign-in: who they are, where they are signed in, with which keys. */
export const peopleMigration: Migration = {
  async up(db) {
    await sql`ALTER TABLE users ADD COLUMN name_key TEXT NOT NULL DEFAULT ''`.execute(db);
    await sql`ALTER TABLE users ADD COLUMN origin TEXT NOT NULL DEFAULT 'local'`.execute(db);
    await sql`ALTER TABLE users ADD COLUMN plex_id INTEGER`.execute(db);
    await sql`ALTER TABLE users ADD COLUMN owner INTEGER NOT NULL DEFAULT 0`.execute(db);
    await sql`ALTER TABLE users ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0`.execute(db);
    await sql`ALTER TABLE users ADD COLUMN libraries TEXT NOT NULL DEFAULT '"all"'`.execute(db);
    await sql`ALTER TABLE users ADD COLUMN last_seen_at TEXT`.execute(db);
    await sql`UPDATE users SET name_key = lower(name)`.execute(db);
    await sql`CREATE UNIQUE INDEX users_name_key ON users (name_key)`.execute(db);
    await sql`CREATE UNIQUE INDEX users_plex_id ON users (plex_id) WHERE plex_id IS NOT NULL`.execute(db);
    // The database itself sees to it that there is one owner, whoever sets up at the same moment.
    await sql`CREATE UNIQUE INDEX users_one_owner ON users (owner) WHERE owner = 1`.execute(db);
    await db.schema
      .createTable('sessions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
      .addColumn('method', 'text', (column) => column.notNull())
      .addColumn('device', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('last_used_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'text')
      .addColumn('end_reason', 'text')
      .execute();
    await db.schema.createIndex('sessions_of_user').on('sessions').column('user_id').execute();
    await db.schema
      .createTable('refresh_tokens')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) =>
        column.notNull().references('sessions.id').onDelete('cascade'),
      )
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('spent_at', 'text')
      .execute();
    await db.schema
      .createIndex('refresh_tokens_of_session')
      .on('refresh_tokens')
      .column('session_id')
      .execute();
    await db.schema
      .createTable('api_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('hint', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull().unique())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('last_used_at', 'text')
      .addColumn('last_address', 'text')
      .execute();
    await db.schema.createIndex('api_keys_of_user').on('api_keys').column('user_id').execute();
    await db.schema
      .createTable('signing_keys')
      .addColumn('kid', 'text', (column) => column.primaryKey())
      .addColumn('sealed_private', 'text', (column) => column.notNull())
      .addColumn('public_jwk', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('retired_at', 'text')
      .execute();
    await db.schema
      .createTable('setup')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('code_hash', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('plex_attempts')
      .addColumn('state_hash', 'text', (column) => column.primaryKey())
      .addColumn('pin_id', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .execute();
    await db.schema
      .createTable('plex_accounts')
      .addColumn('user_id', 'text', (column) =>
        column.primaryKey().references('users.id').onDelete('cascade'),
      )
      .addColumn('sealed_token', 'text', (column) => column.notNull())
      .addColumn('checked_at', 'text', (column) => column.notNull())
      .execute();
  },
};
