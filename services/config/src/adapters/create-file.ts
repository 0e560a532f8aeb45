import { constants } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { problem } from '@marquee/contracts';
import { writeFileAtomic } from '@marquee/service-kit';
import { errnoOf } from './folder-problems.ts';
import type { Place } from './resolve-in-folder.ts';
import { giveToOwnerOf } from './same-owner.ts';

const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;

/** Claims the name first, so that of two people making the same file one wins; then fills it all or nothing. */
export async function createFile({ file, folder }: Place, bytes: Uint8Array): Promise<void> {
  const claim = await open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o660).catch((cause: unknown) => {
    throw errnoOf(cause) === 'EEXIST' ? problem('config.file-exists', { cause }) : cause;
  });
  try {
    await giveToOwnerOf(folder, claim);
    await claim.close();
    await writeFileAtomic(file, bytes, { keepOwnerAndMode: true });
  } catch (cause) {
    await rm(file, { force: true });
    throw cause;
  }
}
