import { MAX_FILE_BYTES, type Problem, problem } from '@marquee/contracts';
import type { ChangedDefinitions } from '@marquee/kometa';
import { isTextKind, kindOfFile } from '../files/file-kind.ts';
import { textOf } from '../files/file-text.ts';
import { hiddenText, revealedText, revealedWhereKnown } from '../files/hidden-text.ts';
import { checkedBytes, type SavePorts } from '../files/save-file.ts';
import type { FileWrite } from '../files/write-files.ts';

export const CONFIG = 'config.yml';

/** A file with its turn: as it is, and as it is shown and edited. */
export interface OpenFile {
  path: string;
  /** null for one that is not there yet. */
  bytes: Buffer | null;
  text: string;
  shown: string;
}

/** Definitions stand in YAML files of their own. */
export function checkTarget(path: string): void {
  if (kindOfFile(path) === 'yaml' && path !== CONFIG) return;
  const message = `${path} is no file for definitions: choose another one that ends in .yml or .yaml.`;
  throw problem('config.edit-refused', { details: [{ path: 'body.fileId', file: path, message }] });
}

/** What is on the disk is in the history from now on. */
export async function openFile({ folder, outside }: SavePorts, path: string): Promise<OpenFile> {
  if (!isTextKind(kindOfFile(path))) throw problem('config.not-text');
  const { bytes, entry } = await folder.read(path, MAX_FILE_BYTES);
  const text = textOf(bytes);
  if (text === undefined) throw problem('config.not-text');
  const shown = hiddenText(path, text);
  await outside.noteFile(path, shown, entry.modifiedAt);
  return { path, bytes, text, shown };
}

/** What is to be written, with the values that placeholders stand for; those of `others` go with what comes from there. */
export function writeOf(file: OpenFile, shown: string, others: readonly OpenFile[] = []): FileWrite | null {
  if (shown === file.shown) return null;
  const own = revealedWhereKnown(file.path, shown, file.text).text;
  const text = others.reduce((now, other) => revealedWhereKnown(file.path, now, other.text).text, own);
  return {
    path: file.path,
    before: file.bytes,
    bytes: checkedBytes(revealedText(file.path, text, file.text)),
  };
}

/** Why an edit was not made, as an answer. */
export function refusal(
  { code, message }: Pick<ChangedDefinitions['refused'][number], 'code' | 'message'>,
  file: string,
  path: string,
): Problem {
  if (code === 'edit.exists') {
    return problem('config.definition-exists', {
      details: [{ path: 'body.name', file, message: `${message} in ${file}.` }],
    });
  }
  return problem('config.edit-refused', {
    details: [{ path, file, message, fix: 'Edit the file itself under Files.' }],
  });
}
