import type { Readable } from 'node:stream';
import type { ConfigFolder } from '../files/config-folder.ts';
import { isTextKind, kindOfFile } from '../files/file-kind.ts';
import { textOf } from '../files/file-text.ts';
import { hiddenText } from '../files/hidden-text.ts';
import { writeZip } from './zip.ts';

/** Fonts are the largest of what is listed. */
const MOST_BYTES = 100_000_000;

/** The files of the folder as a zip; without secrets a placeholder stands for each. */
export async function exportBundle(folder: ConfigFolder, secrets: 'hidden' | 'shown'): Promise<Readable> {
  const { entries } = await folder.list();
  const files = entries.filter(({ link, sizeBytes }) => !link && sizeBytes <= MOST_BYTES);
  return writeZip(
    files.map(({ path, modifiedAt }) => ({
      path,
      modifiedAt,
      read: async () => {
        const { bytes } = await folder.read(path, MOST_BYTES);
        if (secrets === 'shown' || !isTextKind(kindOfFile(path))) return bytes;
        // What is no text after all may hold anything.
        return Buffer.from(hiddenText(path, textOf(bytes) ?? ''), 'utf8');
      },
    })),
  );
}
