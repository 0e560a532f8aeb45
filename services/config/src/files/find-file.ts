import { problem } from '@marquee/contracts';
import type { ConfigFolder } from './config-folder.ts';
import { fileIdOf } from './file-id.ts';

/** An id stands for a path only if the folder holds such a file now. */
export async function pathOfFile(folder: ConfigFolder, fileId: string): Promise<string> {
  const path = (await folder.paths()).find((candidate) => fileIdOf(candidate) === fileId);
  if (path === undefined) throw problem('config.file-not-found');
  return path;
}
