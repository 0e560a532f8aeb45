import { problem } from '@marquee/contracts';
import { fileIdOf } from '../files/file-id.ts';
import { hiddenText } from '../files/hidden-text.ts';
import { isTextPath } from '../files/text-path.ts';
import { changesBetween } from './changes-between.ts';
import type { History } from './history.ts';
import { changeView, findAnyVersion } from './view-version.ts';

/** Undefined is the folder as it is now, which is the newest version: look for outside changes first. */
interface Sides {
  from?: string | undefined;
  to?: string | undefined;
}

async function filesOf(history: History, versionId: string | undefined) {
  if (versionId === undefined) return await history.files();
  return await history.filesAt((await findAnyVersion(history, versionId)).id);
}

export async function compareVersions(history: History, { from, to }: Sides) {
  const [before, after] = await Promise.all([filesOf(history, from), filesOf(history, to)]);
  return { files: changesBetween(before, after).map(changeView) };
}

export async function compareFile(history: History, { fileId, from, to }: Sides & { fileId: string }) {
  const [before, after] = await Promise.all([filesOf(history, from), filesOf(history, to)]);
  const paths = [...before.keys(), ...after.keys()].filter(isTextPath);
  const path = paths.find((one) => fileIdOf(one) === fileId);
  if (path === undefined) {
    throw problem('config.file-not-found', {
      details: [
        { message: 'Neither side has such a file.', fix: 'The comparison names the files that differ.' },
      ],
    });
  }
  const textOf = async (blob: string | undefined) =>
    blob === undefined ? null : hiddenText(path, await history.text(blob));
  const [old, now] = await Promise.all([textOf(before.get(path)), textOf(after.get(path))]);
  return { path, before: old, after: now };
}
