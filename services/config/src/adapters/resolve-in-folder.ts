import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readlink, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { problem } from '@marquee/contracts';
import { checkPath } from '../files/config-path.ts';
import { asFolderProblem, errnoOf, folderMissing, outsideFolder } from './folder-problems.ts';
import { giveToOwnerOf } from './same-owner.ts';

export interface Place {
  /** An address of the file that stays true even when folders on the way are swapped for links. */
  file: string;
  /** The same for the folder it is in. */
  folder: string;
}

/**
 * The one way from a path to a file of the config folder. Opens the folders on the way one by one, asks where
 * each really is, and hands out an address through the open folder: what was checked is what is used.
 */
export async function resolveInFolder<T>(
  root: string,
  path: string,
  use: (place: Place) => Promise<T>,
  options: { makeFolders?: boolean } = {},
): Promise<T> {
  const verdict = checkPath(path);
  if (!verdict.ok) throw problem('config.name-refused', { details: [{ message: verdict.reason }] });
  const realRoot = await realRootOf(root);
  let folder = await openFolder(realRoot);
  try {
    for (const name of verdict.segments.slice(0, -1)) {
      const child = await openChild(folder, name, options.makeFolders === true);
      await folder.handle.close();
      folder = child;
      if (!isInside(realRoot, folder.real))
        throw outsideFolder(path, `"${name}" leads out of the config folder.`);
    }
    return await use({ file: join(folder.anchor, verdict.segments.at(-1) ?? ''), folder: folder.anchor });
  } catch (cause) {
    throw asFolderProblem(cause, path);
  } finally {
    await folder.handle.close();
  }
}

export async function realRootOf(root: string): Promise<string> {
  return await realpath(root).catch((cause: unknown) => {
    throw folderMissing(
      errnoOf(cause) === 'ENOENT'
        ? 'The config folder does not exist.'
        : 'The config folder cannot be reached.',
      cause,
    );
  });
}

interface OpenFolder {
  handle: FileHandle;
  /** Where the open folder really is. */
  real: string;
  anchor: string;
}

async function openFolder(path: string): Promise<OpenFolder> {
  const handle = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    // Linux can say where an open folder is, and reach into it without looking the path up again.
    const link = `/proc/self/fd/${handle.fd}`;
    return process.platform === 'linux'
      ? { handle, real: await readlink(link), anchor: link }
      : await settled(handle, path);
  } catch (cause) {
    await handle.close();
    throw cause;
  }
}

async function settled(handle: FileHandle, path: string): Promise<OpenFolder> {
  const real = await realpath(path);
  return { handle, real, anchor: real };
}

async function openChild(parent: OpenFolder, name: string, make: boolean): Promise<OpenFolder> {
  const path = join(parent.anchor, name);
  const made = make && (await makeFolder(path));
  const child = await openFolder(path).catch((cause: unknown) => {
    if (!make || errnoOf(cause) !== 'ENOTDIR') throw cause;
    throw problem('config.file-exists', { details: [{ message: `"${name}" is a file, not a folder.` }] });
  });
  if (made) await giveToOwnerOf(parent.anchor, child.handle);
  return child;
}

/** False when it was there already. */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (cause) {
    if (errnoOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
