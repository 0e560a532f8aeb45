import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { problem } from '@marquee/contracts';
import { isDiskFull } from './disk-full.ts';
import { encodeJournal, journalName } from './journal.ts';
import { syncFolder } from './sync-folder.ts';
import { tempName } from './temp-name.ts';

const underway = new Map<string, Promise<void>>();

/**
 * For a file that cannot be swapped for another (a single file mounted into a container): the new content goes
 * to a journal first, so that a kill halfway is finished by recoverJournals at the next start.
 */
export async function writeInPlace(path: string, bytes: Uint8Array): Promise<void> {
  const key = resolve(path);
  const turn = (underway.get(key) ?? Promise.resolve()).then(() => journalled(key, bytes));
  // The next writer waits for this one to end, well or badly; the error itself goes to this one's caller.
  const ended = turn.then(
    () => undefined,
    () => undefined,
  );
  underway.set(key, ended);
  await ended;
  if (underway.get(key) === ended) underway.delete(key);
  return turn;
}

async function journalled(path: string, bytes: Uint8Array): Promise<void> {
  const dir = dirname(path);
  const journal = join(dir, journalName(basename(path)));
  // Opened before the journal is written: a journal is a promise, and must not be made for a file we may not write.
  const handle = await openPlain(path);
  try {
    await writeJournal(dir, journal, encodeJournal(basename(path), bytes));
    const outcome = await overwrite(handle, bytes);
    // Half overwritten and out of space: the journal stays, since it is now the only whole copy.
    if (outcome === 'torn') throw problem('service.disk-full');
    await rm(journal, { force: true });
    await syncFolder(dir);
    if (outcome === 'untouched') throw problem('service.disk-full');
  } finally {
    await handle.close();
  }
}

export function openPlain(path: string): Promise<FileHandle> {
  return open(path, constants.O_WRONLY | constants.O_NOFOLLOW);
}

async function writeJournal(dir: string, journal: string, content: Uint8Array): Promise<void> {
  const temp = join(dir, tempName());
  const handle = await open(temp, 'wx', 0o600);
  try {
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temp, journal);
  } catch (error) {
    await rm(temp, { force: true });
    throw error;
  }
  await syncFolder(dir);
}

/** Grows the file before touching what it holds: on most disks only growth can run out of space. */
export async function overwrite(
  handle: FileHandle,
  bytes: Uint8Array,
): Promise<'done' | 'untouched' | 'torn'> {
  const before = (await handle.stat()).size;
  if (bytes.length > before && !(await grown(handle, bytes, before))) return 'untouched';
  const spaceLeft = await unlessFull(async () => {
    await writeAll(handle, bytes.subarray(0, before), 0);
    await handle.truncate(bytes.length);
    await handle.sync();
  });
  return spaceLeft ? 'done' : 'torn';
}

async function grown(handle: FileHandle, bytes: Uint8Array, before: number): Promise<boolean> {
  const fits = await unlessFull(async () => {
    await writeAll(handle, bytes.subarray(before), before);
    await handle.sync();
  });
  if (!fits) await handle.truncate(before);
  return fits;
}

async function unlessFull(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isDiskFull(error)) return false;
    throw error;
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
