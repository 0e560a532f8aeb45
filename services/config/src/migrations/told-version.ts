import type { Migration } from 'kysely';

export const toldVersionMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('told_version')
      .addColumn('one', 'integer', (column) => column.primaryKey())
      .addColumn('version_id', 'text', (column) => column.notNull())
      .execute();
  },
};
