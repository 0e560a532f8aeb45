import { problem } from '@marquee/contracts';
import type { ConfigFolder } from './config-folder.ts';
import { isTextKind, kindOfFile } from './file-kind.ts';
import { textOf } from './file-text.ts';

export interface Present {
  bytes: Buffer | null;
  text: string | null;
}
export const NOT_THERE: Present = { bytes: null, text: null };

/** What the folder has under a path that the history told. */
export async function presentOf(folder: ConfigFolder, path: string): Promise<Present> {
  // People may push into the history: it decides neither what kinds of files there are, nor how large they get.
  if (!isTextKind(kindOfFile(path))) throw problem('config.not-text');
  if ((await folder.look(path)) === undefined) return NOT_THERE;
  const { bytes } = await folder.read(path);
  return { bytes, text: textOf(bytes) ?? '' };
}
