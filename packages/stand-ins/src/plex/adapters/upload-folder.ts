import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UploadStore } from '../world/ports.ts';
import { isMissing } from './missing.ts';

/** Uploads as files named by their content, so that the same picture is kept once. */
export const uploadFolder = (folder: string): UploadStore => ({
  put: async (name, bytes) => {
    await mkdir(folder, { recursive: true });
    const unfinished = join(folder, `${name}.${process.pid}.part`);
    await writeFile(unfinished, bytes);
    await rename(unfinished, join(folder, name));
  },
  get: async (name) => {
    try {
      return await readFile(join(folder, name));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
});
