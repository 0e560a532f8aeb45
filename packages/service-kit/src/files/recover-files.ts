import { constants } from 'node:fs';
import { lstat, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { decodeJournal, isJournalName } from './journal.ts';
import { syncFolder } from './sync-folder.ts';
import { ownerOfTemp } from './temp-name.ts';
import { openPlain, overwrite } from './write-in-place.ts';

/** A write takes milliseconds; one of another machine that is this old was abandoned. */
const FOREIGN_AGE_MS = 10 * 60_000;
const startedAt = Date.now() - process.uptime() * 1_000;

/** Removes temporary files that a killed writer left below `dir`, and nothing else. Returns their paths. */
export async function sweepStaleTemps(dir: string): Promise<string[]> {
  const swept: string[] = [];
  for await (const { path, name } of plainFilesBelow(dir)) {
    const owner = ownerOfTemp(name);
    if (owner === undefined) continue;
    const changedAt = await changeTime(path);
    if (changedAt === undefined || !isStale(owner, changedAt)) continue;
    await rm(path, { force: true });
    swept.push(path);
  }
  return swept;
}

function isStale(owner: { sameHost: boolean; pid: number }, changedAt: number): boolean {
  if (!owner.sameHost) return changedAt < Date.now() - FOREIGN_AGE_MS;
  // The second makes up for file systems with coarse times.
  if (owner.pid === process.pid) return changedAt < startedAt - 1_000;
  return !isAlive(owner.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, and somebody else's.
    return errorCode(error) === 'EPERM';
  }
}

async function changeTime(path: string): Promise<number | undefined> {
  try {
    return (await lstat(path)).mtimeMs;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Finishes in-place writes that a kill cut short. Call it before the first read. Returns the mended files. */
export async function recoverJournals(dir: string): Promise<string[]> {
  const mended: string[] = [];
  for await (const { path, name, folder } of plainFilesBelow(dir)) {
    if (!isJournalName(name)) continue;
    const journal = decodeJournal(name, await readNoFollow(path));
    const target = journal && join(folder, journal.target);
    if (journal && target && (await changeTime(target)) !== undefined) {
      // With the disk still full the journal stays for the next start.
      if (!(await replay(target, journal.bytes))) continue;
      mended.push(target);
    }
    await rm(path, { force: true });
    await syncFolder(folder);
  }
  return mended;
}

async function replay(target: string, bytes: Uint8Array): Promise<boolean> {
  const handle = await openPlain(target);
  try {
    return (await overwrite(handle, bytes)) === 'done';
  } finally {
    await handle.close();
  }
}

async function readNoFollow(path: string): Promise<Buffer> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return await readFile(handle);
  } finally {
    await handle.close();
  }
}

interface FoundFile {
  path: string;
  name: string;
  folder: string;
}

/** Links are neither followed nor reported, so that a sweep stays inside its folder. */
async function* plainFilesBelow(folder: string): AsyncGenerator<FoundFile> {
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* plainFilesBelow(path);
    else if (entry.isFile()) yield { path, name: entry.name, folder };
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
}
