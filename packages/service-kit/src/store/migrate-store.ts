import type Database from 'better-sqlite3';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { backUpBeforeMigration, newestIntactBackup } from './store-backup.ts';
import { StoreMigrationError, StoreTooNewError } from './store-errors.ts';

export interface MigrationPlan {
  file: string;
  backupDir: string;
  migrations: Record<string, Migration>;
}

/** Brings the schema up to date in one transaction; a kill leaves the old schema or the new one. */
export async function migrateStore<DB>(
  database: Database.Database,
  db: Kysely<DB>,
  plan: MigrationPlan,
): Promise<{ applied: string[]; backup: string | undefined }> {
  const done = appliedMigrations(database);
  const unknown = done.filter((name) => plan.migrations[name] === undefined);
  if (unknown.length > 0) {
    throw new StoreTooNewError(plan.file, unknown, await newestIntactBackup(plan.file, plan.backupDir));
  }
  const pending = Object.keys(plan.migrations)
    .filter((name) => !done.includes(name))
    .sort();
  const [first] = pending;
  const last = pending.at(-1);
  if (first === undefined || last === undefined) return { applied: [], backup: undefined };

  const backup =
    done.length === 0
      ? undefined
      : await backUpBeforeMigration(database, {
          file: plan.file,
          backupDir: plan.backupDir,
          migration: first,
        });
  // Off while tables are rebuilt (the pragma does nothing inside a transaction); the last step checks the result.
  database.pragma('foreign_keys = OFF');
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => withForeignKeyCheck(plan.migrations, last) },
  });
  const { error, results } = await migrator.migrateToLatest();
  database.pragma('foreign_keys = ON');
  if (error !== undefined) {
    const failed = results?.find(({ status }) => status === 'Error')?.migrationName ?? first;
    throw new StoreMigrationError(plan.file, failed, error);
  }
  return { applied: pending, backup };
}

function appliedMigrations(database: Database.Database): string[] {
  const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'kysely_migration'").get();
  if (table === undefined) return [];
  return database.prepare<[], string>('SELECT name FROM kysely_migration').pluck().all();
}

function withForeignKeyCheck(migrations: Record<string, Migration>, last: string): Record<string, Migration> {
  const final = migrations[last];
  if (final === undefined) return migrations;
  return {
    ...migrations,
    [last]: {
      async up(db) {
        await final.up(db);
        const { rows } = await sql<{ table: string; parent: string }>`PRAGMA foreign_key_check`.execute(db);
        const [orphan] = rows;
        if (orphan) throw new Error(`a row of ${orphan.table} points to a missing row of ${orphan.parent}`);
      },
    },
  };
}
