import { Problem } from '@marquee/contracts';
import type { ConfigFolder } from './config-folder.ts';
import { textOf } from './file-text.ts';
import { hiddenText } from './hidden-text.ts';

/** A text file as people are shown it; undefined for what is no text, or went since it was listed. */
export async function shownText(folder: ConfigFolder, path: string): Promise<string | undefined> {
  const found = await folder.read(path).catch(notThere);
  const text = found && textOf(found.bytes);
  return text === undefined ? undefined : hiddenText(path, text);
}

/** Removed, swapped or grown since it was listed: the next list will tell. */
function notThere(cause: unknown): undefined {
  const expected = ['config.file-not-found', 'config.outside-folder', 'request.too-large'];
  if (cause instanceof Problem && expected.includes(cause.code)) return undefined;
  throw cause;
}
