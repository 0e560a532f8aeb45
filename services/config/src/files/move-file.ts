import { type ConfigFileContent, problem } from '@marquee/contracts';
import type { Drafts } from './drafts.ts';
import { fileIdOf } from './file-id.ts';
import { kindOfFile } from './file-kind.ts';
import { viewOfContent } from './file-view.ts';
import { pathOfFile } from './find-file.ts';
import { hiddenText } from './hidden-text.ts';
import { checkName, type Deed, readMatching, type SavePorts } from './save-file.ts';

interface Which extends Deed {
  fileId: string;
  ifMatch: string | undefined;
}

export async function moveFile(
  { drafts, ...ports }: SavePorts & { drafts: Drafts },
  { fileId, ifMatch, to, by, author, message = '' }: Which & { to: string },
): Promise<ConfigFileContent> {
  const { folder, history } = ports;
  checkName(to);
  const path = await pathOfFile(folder, fileId);
  checkKind(path, to);
  // Two files are written: that of the old name and that of the new one.
  return await ports.turns.alone(async () => {
    const { bytes, text } = await readMatching(ports, path, ifMatch);
    const shown = hiddenText(to, text);
    const blob = await history.keep(shown);
    const entry = await folder.move(path, to);
    const files = [
      { path, blob: null },
      { path: to, blob },
    ];
    const version = await history
      .record(files, { by, author, message, origin: 'save', at: ports.clock() })
      .catch(async (cause: unknown) => {
        await folder.move(to, path);
        throw cause;
      });
    await drafts.move(fileId, fileIdOf(to));
    const saved = viewOfContent(entry, bytes, shown);
    await ports.announce({ saved, by, version });
    return saved;
  });
}

export async function removeFile(
  ports: SavePorts,
  { fileId, ifMatch, by, author, message = '' }: Which,
): Promise<null> {
  const { folder, history } = ports;
  const path = await pathOfFile(folder, fileId);
  return await ports.turns.inTurn(path, async () => {
    // What is removed is in the history first.
    const { bytes } = await readMatching(ports, path, ifMatch);
    await folder.remove(path);
    const version = await history
      .record([{ path, blob: null }], { by, author, message, origin: 'save', at: ports.clock() })
      .catch(async (cause: unknown) => {
        await folder.create(path, bytes);
        throw cause;
      });
    await ports.announce({ by, version });
    return null;
  });
}

/** Secrets are found by the kind of a file: under another one its text might show them. */
export function checkKind(path: string, to: string): void {
  if (kindOfFile(path) === kindOfFile(to)) return;
  const message = `${path} stays the kind of file that it is: give the new name the same ending.`;
  throw problem('config.name-refused', { details: [{ path: 'body.path', message }] });
}
