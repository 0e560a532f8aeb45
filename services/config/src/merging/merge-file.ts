import { problem } from '@marquee/contracts';
import { readOnBranch } from '../branches/branch-files.ts';
import type { BranchPorts } from '../branches/branch-ports.ts';
import { etagOf } from '../files/file-id.ts';
import { hiddenText, revealedWhereKnown } from '../files/hidden-text.ts';
import { readFile } from '../files/read-file.ts';
import type { Version } from '../history/history.ts';
import type { Desk } from '../problems/deskwork.ts';

interface Mine {
  fileId: string;
  branch?: string | undefined;
  base?: string;
  baseEtag?: string;
  mine: string;
}

/** What somebody has made of an older text, brought together with what the file says now. Nothing is written. */
export async function mergeFile(
  { saving, desk }: { saving: BranchPorts; desk: Desk },
  { fileId, branch, base, baseEtag, mine }: Mine,
) {
  const { folder, history, branches } = saving;
  const file =
    branch === undefined ? await readFile(folder, fileId) : await readOnBranch(saving, branch, fileId);
  const textUnder = async (etag: string): Promise<string> => {
    if (etag === file.etag) return file.content;
    const versions =
      branch === undefined
        ? (await history.versions()).toReversed()
        : await branches.versions(await branches.find(branch));
    // An ETag is of the file with its secrets, which the history does not have: they are put back to compare.
    const present = branch === undefined ? (await folder.read(file.path)).bytes.toString('utf8') : '';
    for (const blob of blobsOf(versions, fileId)) {
      const text = hiddenText(file.path, await history.text(blob));
      const { text: whole } = revealedWhereKnown(file.path, text, present);
      if (etagOf(Buffer.from(whole, 'utf8')) === etag) return text;
    }
    throw problem('config.version-not-found', {
      details: [
        { path: 'body.baseEtag', message: 'No version has this ETag.', fix: 'Send the text as `base`.' },
      ],
    });
  };
  const from = base ?? (await textUnder(baseEtag ?? ''));
  const merged = await desk.do({ kind: 'merge', base: from, mine, theirs: file.content });
  return { ...merged, theirs: file.content, etag: file.etag };
}

/** What the file said after each of the versions, and before the first of them. */
function blobsOf(versions: readonly Version[], fileId: string): Set<string> {
  const sides = versions.flatMap(({ changes }) => {
    const change = changes.find((one) => one.fileId === fileId);
    return change === undefined ? [] : [change.after, change.before];
  });
  return new Set(sides.filter((blob) => blob !== null));
}
