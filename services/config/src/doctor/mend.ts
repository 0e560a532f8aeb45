import { problem } from '@marquee/contracts';
import { etagOf, fileIdOf } from '../files/file-id.ts';
import { bytesOf, textOf } from '../files/file-text.ts';
import { hiddenText } from '../files/hidden-text.ts';
import { checkedBytes, type Deed, type SavePorts } from '../files/save-file.ts';
import { writeFiles } from '../files/write-files.ts';
import { versionView } from '../history/view-version.ts';
import type { LookThrough } from '../problems/look-through.ts';
import { readTexts } from '../problems/read-texts.ts';

interface Ports {
  saving: SavePorts;
  lookThrough: LookThrough;
}

/** What the fixes would make of the files, as people are shown them. */
export async function previewFixes({ saving, lookThrough }: Ports, places: readonly string[]) {
  const read = await readTexts(saving);
  const { answer } = await lookThrough({ kind: 'mend', ...tasksOf(read), places });
  const { files, fixed, left } = answer;
  return {
    files: files.map(({ path, text }) => {
      const before = read.texts.get(path) ?? '';
      return {
        ...{ fileId: fileIdOf(path), file: path, etag: etagOfText(before) },
        ...{ before: hiddenText(path, before), after: hiddenText(path, text) },
      };
    }),
    fixed: fixed.length,
    left,
  };
}

interface Wish extends Deed {
  places: readonly string[];
  /** What the person has looked at. */
  files: readonly { fileId: string; etag: string }[];
}

/** Only files that are as they were seen are written: nobody gets a change that was not shown. */
export async function applyFixes({ saving, lookThrough }: Ports, { places, files, ...deed }: Wish) {
  const seen = new Map(files.map(({ fileId, etag }) => [fileId, etag]));
  return await saving.turns.alone(async () => {
    await saving.outside.noteAllAlone();
    const read = await readTexts(saving);
    const { answer: mended } = await lookThrough({ kind: 'mend', ...tasksOf(read), places });
    const written = [];
    for (const { path, text } of mended.files) {
      // Read once more: what is written over must be what was judged.
      const before = (await saving.folder.read(path)).bytes;
      const isSeen = seen.get(fileIdOf(path)) === etagOf(before);
      if (!isSeen || textOf(before) !== read.texts.get(path)) throw changedMeanwhile(path);
      written.push({ path, before, bytes: checkedBytes(text) });
    }
    const message = deed.message || wordsOf(mended.title, mended.fixed.length);
    const version = await writeFiles(saving, written, { ...deed, message, origin: 'save' });
    return {
      version: version === undefined ? null : versionView(version),
      fixed: mended.fixed.length,
      left: mended.left,
    };
  });
}

const tasksOf = ({ texts, names, now }: Awaited<ReturnType<typeof readTexts>>) => ({ texts, names, now });

const etagOfText = (text: string) => etagOf(bytesOf(text) ?? new Uint8Array());

const wordsOf = (title: string, count: number) =>
  count === 1 ? title : `Mend ${count} things that the doctor found`;

function changedMeanwhile(file: string) {
  return problem('request.precondition-failed', {
    details: [
      {
        file,
        message: `${file} is not as you have seen it.`,
        fix: 'Look at what would change again, and apply that.',
      },
    ],
  });
}
