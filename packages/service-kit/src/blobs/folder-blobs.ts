import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Check, problem } from '@marquee/contracts';
import { isDiskFull } from '../files/disk-full.ts';
import { errorCode } from '../files/error-code.ts';
import { sweepStaleTemps } from '../files/recover-files.ts';
import { tempName } from '../files/temp-name.ts';
import { decodeBlob, encodeBlob, infoOf, isHash, sha256 } from './blob-record.ts';
import type { Blobs } from './blobs.ts';
import { costOf, FolderUsage } from './folder-usage.ts';

export interface FolderBlobsOptions {
  dir: string;
  /** What is used least recently goes when the folder would grow past it; larger blobs are not kept at all. */
  maxBytes: number;
}

/** Marking every use would make each read a write. */
const MARK_EVERY_MS = 60_000;

/**
 * Blobs as files named by their hash, in a folder that several processes may share. Files are whole or absent:
 * written aside and renamed, and checked against their name at every read, so no fsync is needed for what may be
 * lost anyway.
 */
export function folderBlobs({ dir, maxBytes }: FolderBlobsOptions): Blobs {
  const usage = new FolderUsage(dir, maxBytes);
  const place = (kind: 'blobs' | 'names', hash: string) =>
    join(dir, kind, hash.slice(0, 2), hash.slice(2, 4), hash);
  let swept: Promise<unknown> | undefined;

  async function keep(path: string, record: Buffer): Promise<void> {
    swept ??= sweepStaleTemps(dir);
    await swept;
    if (costOf(record.length) > maxBytes) return;
    await usage.reserve(costOf(record.length));
    try {
      await writeWhole(path, record);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      await usage.halve();
      await writeWhole(path, record).catch((cause) => {
        throw isDiskFull(cause) ? problem('service.disk-full', { cause }) : cause;
      });
    }
  }

  const put: Blobs['put'] = async (bytes, contentType) => {
    const info = infoOf(bytes, contentType);
    const path = place('blobs', info.hash);
    const record = encodeBlob(bytes, contentType);
    if ((await readOrAbsent(path))?.equals(record)) await markUsed(path);
    else await keep(path, record);
    return info;
  };

  const get: Blobs['get'] = async (hash) => {
    if (!isHash(hash)) return undefined;
    const path = place('blobs', hash);
    const record = await readOrAbsent(path);
    if (record === undefined) return undefined;
    const blob = decodeBlob(hash, record);
    // Better absent than wrong: whoever asked makes it anew.
    if (blob === undefined) await rm(path, { force: true });
    else await markUsed(path);
    return blob;
  };

  return {
    put,
    get,
    async putNamed(name, bytes, contentType) {
      const info = await put(bytes, contentType);
      const path = place('names', sha256(name));
      const pointer = Buffer.from(info.hash);
      if ((await readOrAbsent(path))?.equals(pointer)) await markUsed(path);
      else await keep(path, pointer);
      return info;
    },
    async getNamed(name) {
      const path = place('names', sha256(name));
      const pointer = await readOrAbsent(path);
      if (pointer === undefined) return undefined;
      const blob = await get(pointer.toString());
      if (blob === undefined) await rm(path, { force: true });
      else await markUsed(path);
      return blob;
    },
    async check(): Promise<Check> {
      const probe = join(dir, tempName());
      try {
        await writeWhole(probe, Buffer.alloc(0));
        await rm(probe, { force: true });
        return { name: 'blobs', state: 'ok', message: `${dir} can be written` };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const message = `${dir} cannot be written (${reason}): see that it exists, has space and belongs to the user Marquee runs as`;
        return { name: 'blobs', state: 'down', message };
      }
    },
    close: async () => undefined,
  };
}

async function writeWhole(path: string, record: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temp = join(dirname(path), tempName());
  try {
    await writeFile(temp, record, { flag: 'wx', mode: 0o600 });
    await rename(temp, path);
  } catch (error) {
    await rm(temp, { force: true });
    throw error;
  }
}

async function readOrAbsent(path: string): Promise<Buffer | undefined> {
  return unlessGone(() => readFile(path));
}

/** The time of change stands for the time of use; nothing else ever changes a blob. */
async function markUsed(path: string): Promise<void> {
  await unlessGone(async () => {
    const now = new Date();
    if ((await stat(path)).mtimeMs < now.getTime() - MARK_EVERY_MS) await utimes(path, now, now);
  });
}

async function unlessGone<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
