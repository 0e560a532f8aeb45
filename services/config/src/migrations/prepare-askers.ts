import type { Migration } from 'kysely';

/** Who asked for a job, and for what by name: told to them when it ends. */
export const prepareAskersMigration: Migration = {
  async up(db) {
    await db.schema.alterTable('prepare_jobs').addColumn('asked_by', 'text').execute();
    await db.schema
      .alterTable('prepare_jobs')
      .addColumn('library_title', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
  },
};
