import { type ConfigFileContent, problem } from '@marquee/contracts';
import type { ConfigFolder } from './config-folder.ts';
import { isTextKind, kindOfFile } from './file-kind.ts';
import { textOf } from './file-text.ts';
import { viewOfContent } from './file-view.ts';
import { pathOfFile } from './find-file.ts';
import { hiddenText } from './hidden-text.ts';

/** As it may be shown: with placeholders for secrets. */
export async function readFile(folder: ConfigFolder, fileId: string): Promise<ConfigFileContent> {
  const path = await pathOfFile(folder, fileId);
  if (!isTextKind(kindOfFile(path))) throw problem('config.not-text');
  const { bytes, entry } = await folder.read(path);
  const text = textOf(bytes);
  if (text === undefined) throw problem('config.not-text');
  return viewOfContent(entry, bytes, hiddenText(path, text));
}
