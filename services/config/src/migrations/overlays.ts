import type { Migration } from 'kysely';

/** Versions and drafts of overlay files, templates of one's own, the items that saves are compared on. The versions went into the history later. */
export const overlaysMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('overlay_versions')
      .addColumn('file_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('size_bytes', 'integer', (column) => column.notNull())
      .addColumn('etag', 'text', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('message', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('overlay_versions_key', ['file_id', 'number'])
      .execute();
    await db.schema
      .createTable('overlay_drafts')
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('file_id', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('base_etag', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('overlay_drafts_key', ['person', 'file_id'])
      .execute();
    await db.schema
      .createTable('overlay_templates')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('level', 'text', (column) => column.notNull())
      .addColumn('yaml', 'text', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('overlay_golden_set')
      .addColumn('item_id', 'text', (column) => column.primaryKey())
      .addColumn('place', 'integer', (column) => column.notNull())
      .execute();
  },
};
