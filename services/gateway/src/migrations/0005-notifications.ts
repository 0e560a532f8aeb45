import type { Migration } from 'kysely';

export const notificationsMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('notifications')
      .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('severity', 'text', (column) => column.notNull())
      .addColumn('facts', 'text', (column) => column.notNull())
      .addColumn('link', 'text')
      .addColumn('read_at', 'text')
      .execute();
    await db.schema
      .createIndex('notifications_of_user')
      .on('notifications')
      .columns(['user_id', 'seq'])
      .execute();
  },
};
