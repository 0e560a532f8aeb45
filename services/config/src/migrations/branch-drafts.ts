import { type Migration, sql } from 'kysely';

/** A file of a branch has drafts beside those of the folder's file. */
export const branchDraftsMigration: Migration = {
  async up(db) {
    await db.schema.alterTable('file_drafts').renameTo('folder_drafts').execute();
    await db.schema
      .createTable('file_drafts')
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('branch', 'text', (column) => column.notNull())
      .addColumn('file_id', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('base_etag', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('file_drafts_key', ['person', 'branch', 'file_id'])
      .execute();
    await sql`INSERT INTO file_drafts SELECT person, '', file_id, text, base_etag, saved_at FROM folder_drafts`.execute(
      db,
    );
    await db.schema.dropTable('folder_drafts').execute();
  },
};
