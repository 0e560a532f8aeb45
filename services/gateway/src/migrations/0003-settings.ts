import type { Migration } from 'kysely';

export const settingsMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('settings')
      .addColumn('section', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .addColumn('changed_by', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('secrets')
      .addColumn('place', 'text', (column) => column.primaryKey())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute();
  },
};
