import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, link, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '@marquee/contracts';
import { writeFileAtomic } from '@marquee/service-kit';
import { errnoOf } from './folder-problems.ts';
import type { Place } from './resolve-in-folder.ts';
import { giveToOwnerOf } from './same-owner.ts';
import { foldersOf } from './walk-folder.ts';

const { O_RDONLY, O_DIRECTORY, O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
const UNNAMED = /^\.marquee-new-[0-9a-f]{16}\.tmp$/;
/** Some network shares and FAT know no second name for a file. */
export const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'];
const MODE = 0o660;

/** Writes the whole file under a name of no meaning, then gives it its own: it is there whole, or not at all. */
export async function createFile(
  { file, folder }: Place,
  bytes: Uint8Array,
  mode: number = MODE,
): Promise<void> {
  const unnamed = join(folder, `.marquee-new-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeFileAtomic(unnamed, bytes, { keepOwnerAndMode: true, mode });
    const linked = await link(unnamed, file).then(
      () => true,
      (cause: unknown) => {
        if (NO_LINKS.includes(errnoOf(cause) ?? '')) return false;
        throw whenTaken(cause);
      },
    );
    if (linked) await syncFolder(folder);
    else await createByClaim({ file, folder }, bytes, mode);
  } finally {
    await rm(unnamed, { force: true });
  }
}

/** Claims the name with an empty file first: of two people making the same file one wins here too. */
export async function createByClaim(
  { file, folder }: Place,
  bytes: Uint8Array,
  mode: number = MODE,
): Promise<void> {
  const claim = await open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode).catch((cause: unknown) => {
    throw whenTaken(cause);
  });
  try {
    await giveAway(folder, claim);
    await writeFileAtomic(file, bytes, { keepOwnerAndMode: true });
  } catch (cause) {
    await rm(file, { force: true });
    throw cause;
  }
}

/** Call it before the first write: whatever has no name yet was left by a process that was killed. */
export async function sweepUnnamed(realRoot: string): Promise<void> {
  for await (const { segments, children } of foldersOf(realRoot)) {
    for (const child of children) {
      if (child.isFile() && UNNAMED.test(child.name))
        await rm(join(realRoot, ...segments, child.name), { force: true });
    }
  }
}

async function giveAway(folder: string, claim: FileHandle): Promise<void> {
  try {
    await giveToOwnerOf(folder, claim);
  } finally {
    await claim.close();
  }
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, O_RDONLY | O_DIRECTORY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function whenTaken(cause: unknown): unknown {
  return errnoOf(cause) === 'EEXIST' ? problem('config.file-exists', { cause }) : cause;
}
