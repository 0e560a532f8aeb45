import { type ConfigFileContent, problem } from '@marquee/contracts';
import type { ConfigFolder } from './config-folder.ts';
import { isTextKind, kindOfFile } from './file-kind.ts';
import { textOf } from './file-text.ts';
import { viewOfContent } from './file-view.ts';
import { pathOfFile } from './find-file.ts';
import { hiddenText } from './hidden-text.ts';
import type { SavePorts } from './save-file.ts';

/** As it may be shown: with placeholders for secrets. */
export async function readFile(folder: ConfigFolder, fileId: string): Promise<ConfigFileContent> {
  return await readPath(folder, await pathOfFile(folder, fileId));
}

/** What was changed beside us is a version from the first time that somebody sees it. */
export async function noteRead(
  { folder, history, turns, outside }: SavePorts,
  { path, content }: ConfigFileContent,
): Promise<void> {
  if (await history.isNewest(path, content)) return;
  await turns.inTurn(path, async () => {
    const now = await readPath(folder, path);
    await outside.noteFile(path, now.content, new Date(now.modifiedAt));
  });
}

async function readPath(folder: ConfigFolder, path: string): Promise<ConfigFileContent> {
  if (!isTextKind(kindOfFile(path))) throw problem('config.not-text');
  const { bytes, entry } = await folder.read(path);
  const text = textOf(bytes);
  if (text === undefined) throw problem('config.not-text');
  return viewOfContent(entry, bytes, hiddenText(path, text));
}
