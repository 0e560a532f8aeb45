import { type ConfigFileContent, MAX_FILE_BYTES, problem } from '@marquee/contracts';
import { requireMatch } from '@marquee/service-kit';
import type { ConfigFolder } from './config-folder.ts';
import { checkNewPath } from './config-path.ts';
import { etagOf } from './file-id.ts';
import { isTextKind, kindOfFile } from './file-kind.ts';
import { bytesOf, textOf } from './file-text.ts';
import { viewOfContent } from './file-view.ts';
import { pathOfFile } from './find-file.ts';
import { hiddenText, revealedText } from './hidden-text.ts';
import type { oneAtATime } from './one-at-a-time.ts';

export interface SavePorts {
  folder: ConfigFolder;
  /** Shared by all saves of this process, which is the folder's only writer besides Kometa. */
  inTurn: ReturnType<typeof oneAtATime>;
  /** Before a file is written over; what is there then is gone. */
  beforeSave(found: FoundText): Promise<void>;
  /** With placeholders for secrets. */
  announce(saved: ConfigFileContent, by: string, change: Change): Promise<void>;
}

interface FoundText {
  fileId: string;
  /** With placeholders for secrets. */
  text: string;
  modifiedAt: Date;
}

export interface Change {
  /** A name that people know, for whoever keeps versions. */
  author: string;
  message: string;
}

interface Save {
  /** Placeholders keep the values that the file has. */
  content: string;
  /** Id of a person. */
  by: string;
  author: string;
  message?: string;
}

export async function createFile(ports: SavePorts, { path, ...save }: Save & { path: string }) {
  const { content } = save;
  const verdict = checkNewPath(path);
  if (!verdict.ok)
    throw problem('config.name-refused', { details: [{ path: 'body.path', message: verdict.reason }] });
  const bytes = checkedBytes(revealedText(path, content, ''));
  return await ports.inTurn(path, async () => {
    const entry = await ports.folder.create(path, bytes);
    return await announced(ports, viewOfContent(entry, bytes, hiddenText(path, content)), save);
  });
}

/** Two people who read the same state and both save: the second is told that it changed, never overwrites. */
export async function saveFile(
  ports: SavePorts,
  { fileId, ifMatch, ...save }: Save & { fileId: string; ifMatch: string | undefined },
) {
  const path = await pathOfFile(ports.folder, fileId);
  if (!isTextKind(kindOfFile(path))) throw problem('config.not-text');
  return await ports.inTurn(path, async () => {
    const before = await ports.folder.read(path);
    const text = textOf(before.bytes);
    if (text === undefined) throw problem('config.not-text');
    requireMatch(ifMatch, etagOf(before.bytes));
    const content = revealedText(path, save.content, text);
    const bytes = checkedBytes(content);
    await ports.beforeSave({ fileId, text: hiddenText(path, text), modifiedAt: before.entry.modifiedAt });
    const entry = await ports.folder.replace(path, bytes);
    return await announced(ports, viewOfContent(entry, bytes, hiddenText(path, content)), save);
  });
}

async function announced(
  ports: SavePorts,
  saved: ConfigFileContent,
  { by, author, message = '' }: Save,
): Promise<ConfigFileContent> {
  await ports.announce(saved, by, { author, message });
  return saved;
}

function checkedBytes(content: string): Buffer {
  const bytes = bytesOf(content);
  if (bytes === undefined) {
    const message = 'The text holds a zero character or half a character, which no text file can.';
    throw problem('request.invalid', { details: [{ path: 'body.content', message }] });
  }
  if (bytes.length > MAX_FILE_BYTES) {
    const message = `The text is ${bytes.length} bytes long; at most ${MAX_FILE_BYTES} are taken.`;
    throw problem('request.too-large', { details: [{ path: 'body.content', message }] });
  }
  return bytes;
}
