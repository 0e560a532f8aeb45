import type { Migration } from 'kysely';

export const renderBatchesMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('render_batches')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('library_id', 'text')
      .addColumn('asked_by', 'text', (column) => column.notNull())
      .addColumn('wish', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('done', 'integer', (column) => column.notNull())
      .addColumn('failed', 'integer', (column) => column.notNull())
      .addColumn('total', 'integer', (column) => column.notNull())
      .addColumn('message', 'text', (column) => column.notNull())
      .addColumn('sheet_hash', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('moved_at', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'text')
      .execute();
    await db.schema
      .createTable('render_batch_items')
      .addColumn('batch_id', 'text', (column) =>
        column.notNull().references('render_batches.id').onDelete('cascade'),
      )
      .addColumn('place', 'integer', (column) => column.notNull())
      .addColumn('item_id', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('key', 'text')
      .addColumn('sent_at', 'text')
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('outcome', 'text')
      .addPrimaryKeyConstraint('render_batch_items_key', ['batch_id', 'place'])
      .execute();
    await db.schema
      .createIndex('render_batch_items_by_state')
      .on('render_batch_items')
      .columns(['batch_id', 'state', 'place'])
      .execute();
    await db.schema.createIndex('render_batch_items_by_key').on('render_batch_items').column('key').execute();
  },
};
