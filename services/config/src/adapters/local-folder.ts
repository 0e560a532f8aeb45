import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, lstat, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Check, type ErrorCode, MAX_FILE_BYTES, Problem, problem } from '@marquee/contracts';
import { recoverJournals, sweepStaleTemps, writeFileAtomic } from '@marquee/service-kit';
import type { ConfigFolder, FolderEntry } from '../files/config-folder.ts';
import { createFile, sweepUnnamed, syncFolder } from './create-file.ts';
import { errnoOf, folderMissing, outsideFolder } from './folder-problems.ts';
import { moveFile } from './move-file.ts';
import { realRootOf, resolveInFolder } from './resolve-in-folder.ts';
import { namesIn, walkFolder } from './walk-folder.ts';

/** Why a file that somebody looks for may not be one. */
const NOT_THERE: ReadonlySet<string> = new Set<ErrorCode>([
  'config.file-not-found',
  'config.name-refused',
  'config.outside-folder',
]);

/** The config folder on this machine. It may be absent, or come and go with a mount: then each call says so. */
export function localFolder(root: string): ConfigFolder {
  const writable = async () => {
    const real = await realRootOf(root);
    return await access(real, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
  };

  return {
    path: root,
    writable,
    async list() {
      const realRoot = await listableRoot(root);
      const { files, truncated } = await walkFolder(realRoot);
      const entries = await Promise.all(files.map(({ path }) => entryAt(join(realRoot, path), path)));
      return { entries: entries.filter((entry) => entry !== undefined), truncated };
    },
    async paths() {
      const { files } = await walkFolder(await listableRoot(root));
      return files.map(({ path }) => path);
    },
    names: async () => await namesIn(await listableRoot(root)),
    read: (path, mostBytes = MAX_FILE_BYTES) =>
      resolveInFolder(root, path, async ({ file }) => {
        // NONBLOCK: opening a pipe must not wait for its writer.
        const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
        try {
          const stats = await handle.stat();
          if (!stats.isFile()) throw outsideFolder(path, 'This is not an ordinary file.');
          return { bytes: await readCapped(handle, stats, mostBytes), entry: entryOf(path, stats) };
        } finally {
          await handle.close();
        }
      }),
    look: (path) =>
      resolveInFolder(root, path, async ({ file }) => await lstat(file)).then(
        (stats) => (stats.isFile() ? entryOf(path, stats) : undefined),
        (cause: unknown) => {
          if (cause instanceof Problem && NOT_THERE.has(cause.code)) return undefined;
          throw cause;
        },
      ),
    create: (path, bytes, mode) =>
      resolveInFolder(
        root,
        path,
        async (place) => {
          await createFile(place, bytes, mode);
          return entryOf(path, await lstat(place.file));
        },
        { makeFolders: true },
      ),
    replace: (path, bytes) =>
      resolveInFolder(root, path, async ({ file }) => {
        await mustBePlain(file, path);
        await writeFileAtomic(file, bytes, { keepOwnerAndMode: true });
        return entryOf(path, await lstat(file));
      }),
    move: (path, to) =>
      resolveInFolder(root, path, (from) =>
        resolveInFolder(
          root,
          to,
          async (place) => {
            await mustBePlain(from.file, path);
            await moveFile(from, place);
            return entryOf(to, await lstat(place.file));
          },
          { makeFolders: true },
        ),
      ),
    remove: (path) =>
      resolveInFolder(root, path, async ({ file, folder }) => {
        await mustBePlain(file, path);
        await rm(file);
        await syncFolder(folder);
      }),
    async sweep() {
      const real = await realRootOf(root);
      await recoverJournals(real);
      await sweepStaleTemps(real);
      await sweepUnnamed(real);
    },
    async check(): Promise<Check> {
      try {
        return (await writable())
          ? { name: 'folder', state: 'ok', message: 'The config folder can be read and written.' }
          : { name: 'folder', state: 'degraded', message: 'The config folder can be read but not written.' };
      } catch (cause) {
        if (!(cause instanceof Problem)) throw cause;
        const [detail] = cause.details;
        return {
          name: 'folder',
          state: 'degraded',
          message: `${detail?.message ?? cause.message} ${detail?.fix ?? ''}`,
        };
      }
    },
  };
}

async function mustBePlain(file: string, path: string): Promise<void> {
  if (!(await lstat(file)).isFile())
    throw outsideFolder(path, 'This is not an ordinary file; links are never followed.');
}

async function listableRoot(root: string): Promise<string> {
  const real = await realRootOf(root);
  const stats = await lstat(real);
  if (!stats.isDirectory()) throw folderMissing('MARQUEE_CONFIG_DIR is a file, not a folder.');
  await access(real, constants.R_OK | constants.X_OK).catch((cause: unknown) => {
    throw folderMissing('The config folder may not be read.', cause);
  });
  return real;
}

async function entryAt(file: string, path: string): Promise<FolderEntry | undefined> {
  try {
    return entryOf(path, await lstat(file));
  } catch (cause) {
    // Removed since the walk.
    if (errnoOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

function entryOf(path: string, stats: Stats): FolderEntry {
  return { path, sizeBytes: stats.size, modifiedAt: stats.mtime, link: stats.isSymbolicLink() };
}

/** A file may grow while it is read: the cap is on what is read, not on what its size said. */
async function readCapped(handle: FileHandle, stats: Stats, mostBytes: number): Promise<Buffer> {
  if (stats.size > mostBytes) throw tooLarge(mostBytes);
  let buffer = Buffer.alloc(stats.size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) return Buffer.from(buffer.subarray(0, length));
    length += bytesRead;
    if (length > mostBytes) throw tooLarge(mostBytes);
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(length * 2, mostBytes + 1));
  }
}

function tooLarge(mostBytes: number): Problem {
  return problem('request.too-large', {
    details: [{ message: `Files of more than ${mostBytes} bytes are not opened here.` }],
  });
}
