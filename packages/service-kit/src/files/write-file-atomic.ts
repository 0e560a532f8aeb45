import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { problem } from '@marquee/contracts';
import { isDiskFull } from './disk-full.ts';
import { errorCode } from './error-code.ts';
import { syncFolder } from './sync-folder.ts';
import { tempName } from './temp-name.ts';
import { writeInPlace } from './write-in-place.ts';

export interface WriteOptions {
  /** The file stays its owner's with its mode; a new file gets its folder's owner (where we may give it). */
  keepOwnerAndMode?: boolean;
  /** Mode of a new file, or of any file without keepOwnerAndMode. */
  mode?: number;
}

/** The target is a link, a folder or a device: replacing it would write where nobody meant to. */
export class NotAPlainFileError extends Error {
  override name = 'NotAPlainFileError';
  readonly path: string;

  constructor(path: string) {
    super(`${path} is not a plain file and is never written through`);
    this.path = path;
  }
}

/** Fills a fresh file; handed in by tests that play a failing disk. */
export type Fill = (handle: FileHandle, bytes: Uint8Array) => Promise<void>;
const fillWhole: Fill = (handle, bytes) => handle.writeFile(bytes);

/**
 * Whoever reads `path` sees the old content or the new, whatever happens to this process, and after the promise
 * resolves the new one survives a power cut. A full disk leaves the old content and throws `service.disk-full`.
 */
export async function writeFileAtomic(
  path: string,
  data: string | Uint8Array,
  options: WriteOptions = {},
  fill: Fill = fillWhole,
): Promise<void> {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  const existing = await plainFileAt(path);
  try {
    const replaced = await replaceByRename(path, bytes, existing, options, fill);
    if (!replaced) await writeInPlace(path, bytes);
  } catch (cause) {
    throw isDiskFull(cause) ? problem('service.disk-full', { cause }) : cause;
  }
}

async function plainFileAt(path: string): Promise<Stats | undefined> {
  try {
    const found = await lstat(path);
    if (!found.isFile()) throw new NotAPlainFileError(path);
    return found;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** False where the file cannot be swapped for another: it is a mount of its own, or its owner is not ours to give. */
async function replaceByRename(
  path: string,
  bytes: Uint8Array,
  existing: Stats | undefined,
  options: WriteOptions,
  fill: Fill,
): Promise<boolean> {
  const temp = join(dirname(path), tempName());
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  const handle = await open(temp, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  let renamed = false;
  try {
    try {
      if (!(await dress(handle, path, existing, options))) return false;
      await fill(handle, bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    renamed = await renameOver(temp, path);
    if (renamed) await syncFolder(dirname(path));
    return renamed;
  } finally {
    if (!renamed) await rm(temp, { force: true });
  }
}

/** Gives the new file the owner and mode it shall have; false when an existing file's owner cannot be kept. */
async function dress(
  handle: FileHandle,
  path: string,
  existing: Stats | undefined,
  { keepOwnerAndMode = false, mode = 0o600 }: WriteOptions,
): Promise<boolean> {
  const model = keepOwnerAndMode ? (existing ?? (await stat(dirname(path)))) : undefined;
  const mine = await handle.stat();
  if (model && (model.uid !== mine.uid || model.gid !== mine.gid)) {
    const given = await handle.chown(model.uid, model.gid).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EPERM') return false;
        throw error;
      },
    );
    if (!given && existing) return false;
  }
  await handle.chmod(keepOwnerAndMode && existing ? existing.mode & 0o777 : mode);
  return true;
}

async function renameOver(temp: string, path: string): Promise<boolean> {
  try {
    await rename(temp, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EBUSY') return false;
    throw error;
  }
}
