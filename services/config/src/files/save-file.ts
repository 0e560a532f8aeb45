import { type ConfigFileContent, MAX_FILE_BYTES, problem } from '@marquee/contracts';
import { requireMatch } from '@marquee/service-kit';
import type { History, Version } from '../history/history.ts';
import type { Outside } from '../history/outside.ts';
import type { ConfigFolder } from './config-folder.ts';
import { checkNewPath } from './config-path.ts';
import { etagOf } from './file-id.ts';
import { isTextKind, kindOfFile } from './file-kind.ts';
import { bytesOf, textOf } from './file-text.ts';
import { viewOfContent } from './file-view.ts';
import { pathOfFile } from './find-file.ts';
import { hiddenText, revealedText } from './hidden-text.ts';
import type { WritingTurns } from './writing-turns.ts';

export interface SavePorts {
  folder: ConfigFolder;
  /** Shared by all saves of this process, which is the folder's only writer besides Kometa. */
  turns: WritingTurns;
  history: History;
  outside: Outside;
  clock: () => Date;
  /** In one transaction; the version is absent when nothing that is shown has changed. */
  announce(news: { saved?: ConfigFileContent; by: string; version: Version | undefined }): Promise<void>;
}

/** Who changes something, and what they say of it. */
export interface Deed {
  /** Id of a person. */
  by: string;
  /** A name that people know. */
  author: string;
  message?: string;
}

interface Save extends Deed {
  /** Placeholders keep the values that the file has. */
  content: string;
}

export async function createFile(ports: SavePorts, { path, content, ...deed }: Save & { path: string }) {
  checkName(path);
  const bytes = checkedBytes(revealedText(path, content, ''));
  return await ports.turns.inTurn(path, () =>
    writeVersion(ports, { path, bytes, before: null, origin: 'save', deed }),
  );
}

/** Two people who read the same state and both save: the second is told that it changed, never overwrites. */
export async function saveFile(
  ports: SavePorts,
  { fileId, ifMatch, content, ...deed }: Save & { fileId: string; ifMatch: string | undefined },
) {
  const path = await pathOfFile(ports.folder, fileId);
  return await ports.turns.inTurn(path, async () => {
    const before = await readMatching(ports, path, ifMatch);
    const bytes = checkedBytes(revealedText(path, content, before.text));
    return await writeVersion(ports, { path, bytes, before: before.bytes, origin: 'save', deed });
  });
}

/** With the file's turn: the text as it is on the disk, which is in the history from now on. */
export async function readMatching(ports: SavePorts, path: string, ifMatch: string | undefined) {
  if (!isTextKind(kindOfFile(path))) throw problem('config.not-text');
  const { bytes, entry } = await ports.folder.read(path);
  const text = textOf(bytes);
  if (text === undefined) throw problem('config.not-text');
  requireMatch(ifMatch, etagOf(bytes));
  await ports.outside.noteFile(path, hiddenText(path, text), entry.modifiedAt);
  return { text, bytes };
}

/**
 * With the file's turn. The text is kept before the file is written, so that a full disk leaves both alone, and
 * made a version after it: killed in between, the file is found later as changed from outside.
 */
export async function writeVersion(
  ports: SavePorts,
  {
    path,
    bytes,
    before,
    origin,
    deed,
  }: {
    path: string;
    bytes: Buffer;
    /** What it is written over; null for a new file. */
    before: Buffer | null;
    origin: 'save' | 'restore';
    deed: Deed;
  },
): Promise<ConfigFileContent> {
  const { folder, history, clock, announce } = ports;
  const { by, author, message = '' } = deed;
  const shown = hiddenText(path, textOf(bytes) ?? '');
  const blob = await history.keep(shown);
  const entry = before === null ? await folder.create(path, bytes) : await folder.replace(path, bytes);
  const version = await history
    .record([{ path, blob }], { by, author, message, origin, at: clock() })
    .catch(async (cause: unknown) => {
      // A save that is answered with an error has not happened.
      await (before === null ? folder.remove(path) : folder.replace(path, before));
      throw cause;
    });
  const saved = viewOfContent(entry, bytes, shown);
  await announce({ saved, by, version });
  return saved;
}

export function checkName(path: string): void {
  const verdict = checkNewPath(path);
  if (!verdict.ok)
    throw problem('config.name-refused', { details: [{ path: 'body.path', message: verdict.reason }] });
}

export function checkedBytes(content: string): Buffer {
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
