import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../../adapters/missing.ts';

/** Pictures on disk, each under the hash of what was ordered. */
export interface PictureFolder {
  read(order: string): Promise<Uint8Array | undefined>;
  keep(order: string, bytes: Uint8Array): Promise<void>;
}

export function pictureFolder(folder: string): PictureFolder {
  const fileOf = (order: string): string =>
    join(folder, `${createHash('sha256').update(order).digest('hex')}.jpg`);
  return {
    async read(order) {
      try {
        return await readFile(fileOf(order));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async keep(order, bytes) {
      await mkdir(folder, { recursive: true });
      const file = fileOf(order);
      const temporary = `${file}.${randomUUID()}`;
      try {
        await writeFile(temporary, bytes);
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
  };
}
