import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Check } from '@marquee/contracts';
import Database from 'better-sqlite3';
import { Kysely, type Migration } from 'kysely';
import type { Logger } from 'pino';
import { errorCode } from '../files/error-code.ts';
import { migrateStore } from './migrate-store.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { defaultBackupDir, newestIntactBackup, quickCheck, writeWhole } from './store-backup.ts';
import { StoreDamagedError } from './store-errors.ts';
import { takeWriterLock } from './writer-lock.ts';

export interface StoreOptions {
  file: string;
  /** By name; names sort in the order of their making (0001-…, 0002-…) and never change once released. */
  migrations: Record<string, Migration>;
  /** Where copies go before a migration; `backups` beside the file when absent. */
  backupDir?: string;
  /** How long to wait for another process to let go of the file. */
  lockWaitMs?: number;
  log?: Pick<Logger, 'info' | 'warn'>;
}

export interface Store<DB> {
  db: Kysely<DB>;
  /** A complete, consistent copy, while the store stays in use. */
  backupTo(path: string): Promise<void>;
  check(): Promise<Check>;
  close(): Promise<void>;
}

/** Opens a service's own database: locked to this process, checked, and migrated. */
export async function openStore<DB>(options: StoreOptions): Promise<Store<DB>> {
  const { file, backupDir = defaultBackupDir(file), lockWaitMs = 3_000, log } = options;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const lock = await takeWriterLock(file, lockWaitMs);
  let database: Database.Database | undefined;
  try {
    const wasEmpty = await ensurePrivateFile(file);
    database = await openChecked(file, backupDir, wasEmpty);
    const db = new Kysely<DB>({ dialect: sqliteDialect(database) });
    const { applied, backup } = await migrateStore(database, db, { ...options, backupDir });
    if (applied.length > 0) log?.info({ file, applied, backup }, 'Brought the database up to date');
    return storeOver(database, db, file, (await stat(file)).ino, () => lock.release());
  } catch (error) {
    database?.close();
    lock.release();
    throw error;
  }
}

/** Created by us before SQLite sees it, so that it is never readable by others, not even for a moment. */
async function ensurePrivateFile(file: string): Promise<boolean> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.chmod(0o600);
    return (await handle.stat()).size === 0;
  } finally {
    await handle.close();
  }
}

async function openChecked(file: string, backupDir: string, wasEmpty: boolean): Promise<Database.Database> {
  let database: Database.Database | undefined;
  let damage: string | undefined;
  let cause: unknown;
  try {
    database = new Database(file, { timeout: 5_000 });
    database.pragma('trusted_schema = OFF');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
    damage = quickCheck(database);
  } catch (error) {
    if (!isDamage(error)) {
      database?.close();
      throw error;
    }
    damage = error instanceof Error ? error.message : String(error);
    cause = error;
  }
  const backup = damage !== undefined || wasEmpty ? await newestIntactBackup(file, backupDir) : undefined;
  // An emptied file is a valid new database to SQLite; with backups beside it, it is a loss to tell of.
  if (wasEmpty && backup !== undefined) damage ??= 'the file is empty';
  if (database === undefined || damage !== undefined) {
    database?.close();
    throw new StoreDamagedError(file, damage ?? 'it cannot be opened', backup, { cause });
  }
  return database;
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(errorCode(error) ?? '');
}

function storeOver<DB>(
  database: Database.Database,
  db: Kysely<DB>,
  file: string,
  inode: number,
  release: () => void,
): Store<DB> {
  let closed = false;
  return {
    db,
    backupTo: (path) =>
      writeWhole(path, async (temp) => {
        await database.backup(temp);
      }),
    async check() {
      const started = performance.now();
      const state = (message: string, ok: boolean): Check => ({
        name: 'store',
        state: ok ? 'ok' : 'down',
        message,
        latencyMs: Math.round(performance.now() - started),
      });
      try {
        const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
        if ((await stat(file)).ino !== inode)
          return state(`${file} was replaced while in use: restart`, false);
        return { ...state('The database answers', true), version };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return state(
          `The database ${file} does not answer (${reason}): restart, then look at the log`,
          false,
        );
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      await db.destroy();
      // Kysely closes only what it has used.
      if (database.open) database.close();
      release();
    },
  };
}
