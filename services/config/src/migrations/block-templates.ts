import type { Migration } from 'kysely';

/** Templates of collections, playlists and libraries that people keep. */
export const blockTemplatesMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('block_templates')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('template', 'text', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'text', (column) => column.notNull())
      .execute();
  },
};
