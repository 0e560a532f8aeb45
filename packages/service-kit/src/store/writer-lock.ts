import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { errorCode } from '../files/error-code.ts';
import { StoreBusyError } from './store-errors.ts';

const PAUSE_MS = 100;

/**
 * Makes this process the only writer of a database. The lock is SQLite's own on a file beside it, so the
 * operating system drops it with the process, however that ends, and readers of the database itself stay free.
 */
export async function takeWriterLock(file: string, waitMs: number): Promise<{ release(): void }> {
  const lock = new Database(`${file}.lock`, { timeout: 0 });
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return { release: () => lock.close() };
    } catch (error) {
      const busy = errorCode(error)?.startsWith('SQLITE_BUSY') === true;
      if (!busy || waited >= waitMs) {
        lock.close();
        throw busy ? new StoreBusyError(file) : error;
      }
    }
    await pause(PAUSE_MS);
  }
}
