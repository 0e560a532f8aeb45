import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { writeWhole } from './store-backup.ts';
import { StoreBusyError } from './store-errors.ts';
import { takeWriterLock } from './writer-lock.ts';

/** A complete copy as of one moment, also while another process writes. */
export async function copyDatabase(file: string, target: string): Promise<void> {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    await writeWhole(target, async (temp) => {
      await database.backup(temp);
    });
  } finally {
    database.close();
  }
}

/** Whether some process has this database open as its own. */
export async function isDatabaseInUse(file: string): Promise<boolean> {
  if (!existsSync(`${file}.lock`)) return false;
  try {
    (await takeWriterLock(file, 0)).release();
    return false;
  } catch (error) {
    if (error instanceof StoreBusyError) return true;
    throw error;
  }
}
