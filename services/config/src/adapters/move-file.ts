import { link, readFile, rm } from 'node:fs/promises';
import { createByClaim, NO_LINKS, syncFolder, whenTaken } from './create-file.ts';
import { errnoOf } from './folder-problems.ts';
import type { Place } from './resolve-in-folder.ts';

/**
 * Gives the file a second name and takes the first away: no other file is written over, and a kill in between leaves
 * it under both names. Owner and mode stay.
 */
export async function moveFile(from: Place, to: Place): Promise<void> {
  const linked = await link(from.file, to.file).then(
    () => true,
    (cause: unknown) => {
      if (NO_LINKS.includes(errnoOf(cause) ?? '')) return false;
      throw whenTaken(cause);
    },
  );
  if (!linked) await createByClaim(to, await readFile(from.file));
  await syncFolder(to.folder);
  await rm(from.file).catch(async (cause: unknown) => {
    // A file that is mounted by itself stays where it is, and then under that name alone.
    await rm(to.file, { force: true });
    throw cause;
  });
  await syncFolder(from.folder);
}
