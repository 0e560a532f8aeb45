import { problem } from '@marquee/contracts';
import { etagOf } from '../files/file-id.ts';
import { revealedWhereKnown } from '../files/hidden-text.ts';
import { readFile } from '../files/read-file.ts';
import type { SavePorts } from '../files/save-file.ts';
import type { Desk } from '../problems/deskwork.ts';

/** What somebody has made of an older text, brought together with what the file says now. Nothing is written. */
export async function mergeFile(
  { saving, desk }: { saving: SavePorts; desk: Desk },
  { fileId, base, baseEtag, mine }: { fileId: string; base?: string; baseEtag?: string; mine: string },
) {
  const file = await readFile(saving.folder, fileId);
  const from = base ?? (await textUnder(saving, file, baseEtag ?? ''));
  const merged = await desk.do({ kind: 'merge', base: from, mine, theirs: file.content });
  return { ...merged, theirs: file.content, etag: file.etag };
}

/** An ETag is of the file with its secrets, which the history does not have: they are put back to compare. */
async function textUnder(
  { folder, history }: SavePorts,
  file: { id: string; path: string; content: string; etag: string },
  etag: string,
): Promise<string> {
  if (etag === file.etag) return file.content;
  const present = (await folder.read(file.path)).bytes.toString('utf8');
  const versions = (await history.versions()).toReversed();
  for (const { changes } of versions) {
    const blob = changes.find(({ fileId }) => fileId === file.id)?.after ?? null;
    if (blob === null) continue;
    const text = await history.text(blob);
    if (etagOf(Buffer.from(revealedWhereKnown(file.path, text, present).text, 'utf8')) === etag) return text;
  }
  throw problem('config.version-not-found', {
    details: [
      { path: 'body.baseEtag', message: 'No version has this ETag.', fix: 'Send the text as `base`.' },
    ],
  });
}
