import { type Migration, sql } from 'kysely';

export const prepareJobsMigration: Migration = {
  async up(db) {
    await db.schema
      .createTable('prepare_jobs')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('library_id', 'text', (column) => column.notNull())
      .addColumn('width', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('done', 'integer', (column) => column.notNull())
      .addColumn('total', 'integer', (column) => column.notNull())
      .addColumn('failed', 'integer', (column) => column.notNull())
      .addColumn('message', 'text', (column) => column.notNull())
      .addColumn('planned', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('moved_at', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'text')
      .execute();
    // The database itself sees to it that a library has one job at a time.
    await sql`
      CREATE UNIQUE INDEX prepare_jobs_one_at_a_time ON prepare_jobs (library_id)
      WHERE state IN ('queued', 'running')`.execute(db);
    await db.schema
      .createTable('prepare_batches')
      .addColumn('job_id', 'text', (column) =>
        column.notNull().references('prepare_jobs.id').onDelete('cascade'),
      )
      .addColumn('batch', 'integer', (column) => column.notNull())
      .addColumn('item_ids', 'text', (column) => column.notNull())
      .addColumn('done', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('prepare_batches_key', ['job_id', 'batch'])
      .execute();
  },
};
