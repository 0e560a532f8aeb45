import { MAX_FILE_BYTES, problem } from '@marquee/contracts';
import { linesOf } from '@marquee/kometa';
import type { ConfigFolder } from '../files/config-folder.ts';
import { textOf } from '../files/file-text.ts';
import { hiddenText, revealedWhereKnown, secretsIn } from '../files/hidden-text.ts';
import { presentOf } from '../files/present-text.ts';
import type { History } from '../history/history.ts';

/** What a branch has under a blob, as it may be shown: what was pushed may hold secrets, or be no text at all. */
export async function branchText(history: History, path: string, blob: string): Promise<string> {
  const bytes = await history.bytes(blob);
  if (bytes.length > MAX_FILE_BYTES) throw problem('request.too-large');
  const text = textOf(bytes);
  if (text === undefined) throw problem('config.not-text');
  return hiddenText(path, text);
}

const HIDDEN = /^(["']?)<<hidden:[^<>\s]+>>\1$/;

/**
 * What a branch keeps of a text: placeholders stand for secrets, and get the folder's values when it is merged. A value
 * that would not come back from there has no place to be kept.
 */
export async function keptText(folder: ConfigFolder, path: string, content: string): Promise<string> {
  const present = (await presentOf(folder, path)).text ?? '';
  const values = new Map(
    secretsIn(path, present).map(({ name, span }) => [name, present.slice(span.start, span.end)]),
  );
  const told = secretsIn(path, content).filter(({ name, span }) => {
    const value = content.slice(span.start, span.end);
    return !HIDDEN.test(value) && values.get(name) !== value;
  });
  if (told.length > 0) {
    const lines = linesOf(content);
    throw problem('config.branch-secret', {
      details: told.map(({ name, span }) => {
        const { line, column } = lines.place(span);
        return {
          ...{ path: 'body.content', file: path, line, column },
          message: `The value of ${name} would be kept in the branch, for all who may clone it.`,
          fix: `Write <<hidden:${name}>> here, and the value into the file in the folder.`,
        };
      }),
    });
  }
  const shown = hiddenText(path, content);
  // A placeholder that would show its value in the folder is refused now, not when everything is merged.
  revealedWhereKnown(path, shown, present);
  return shown;
}
