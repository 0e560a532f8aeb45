import type { FileHandle } from 'node:fs/promises';
import { stat } from 'node:fs/promises';
import { errnoOf } from './folder-problems.ts';

/** What we make belongs to whom its folder belongs to (where we may give it away): Kometa must be able to use it. */
export async function giveToOwnerOf(folder: string, made: FileHandle): Promise<void> {
  const [owner, mine] = await Promise.all([stat(folder), made.stat()]);
  if (owner.uid === mine.uid && owner.gid === mine.gid) return;
  await made.chown(owner.uid, owner.gid).catch((cause: unknown) => {
    if (errnoOf(cause) !== 'EPERM') throw cause;
  });
}
