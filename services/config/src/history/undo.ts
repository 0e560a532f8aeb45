import { type ErrorDetail, type MissingSecret, problem } from '@marquee/contracts';
import { hiddenText, revealedFromAll } from '../files/hidden-text.ts';
import { NOT_THERE, type Present, presentOf } from '../files/present-text.ts';
import { checkedBytes, type Deed, type SavePorts } from '../files/save-file.ts';
import { type FileWrite, writeFiles } from '../files/write-files.ts';
import { faultOf } from '../merging/fault-of.ts';
import type { Desk } from '../problems/deskwork.ts';
import type { Version } from './history.ts';
import { findVersion, versionView } from './view-version.ts';

export interface UndoPorts {
  saving: SavePorts;
  desk: Desk;
}

type Change = Version['changes'][number];

/** What a version changed and nothing else, as one new version; where the same lines changed since, nothing is written. */
export async function undoVersion(
  { saving, desk }: UndoPorts,
  { versionId, by, author }: Deed & { versionId: string },
) {
  const { history, outside, turns } = saving;
  const version = await findVersion(history, versionId);
  return await turns.alone(async () => {
    // Nothing is written over that the history does not have.
    await outside.noteAllAlone();
    const conflicts: ErrorDetail[] = [];
    const missingSecrets: MissingSecret[] = [];
    const writes: FileWrite[] = [];
    const presents = await Promise.all(version.changes.map(({ path }) => presentOf(saving.folder, path)));
    for (const [at, change] of version.changes.entries()) {
      const back = await takeBack({ saving, desk }, change, presents[at] ?? NOT_THERE, presents);
      if ('conflicts' in back) conflicts.push(...back.conflicts);
      else {
        if (back.write !== null) writes.push(back.write);
        missingSecrets.push(...back.missing);
      }
    }
    if (conflicts.length > 0) throw problem('config.undo-conflict', { details: conflicts });
    if (writes.length === 0) return { version: null, conflicts: [], missingSecrets };
    const message = `Undo: ${version.message}`.slice(0, 200);
    const undone = await writeFiles(saving, writes, { by, author, message, origin: 'restore' });
    return { version: undone === undefined ? null : versionView(undone), conflicts: [], missingSecrets };
  });
}

type TakenBack = { write: FileWrite | null; missing: MissingSecret[] } | { conflicts: ErrorDetail[] };
const NOTHING: TakenBack = { write: null, missing: [] };

async function takeBack(
  { saving, desk }: UndoPorts,
  change: Change,
  { bytes, text: present }: Present,
  all: readonly Present[],
): Promise<TakenBack> {
  const { history } = saving;
  const { path } = change;
  const before = change.before === null ? null : await history.text(change.before);
  const after = change.after === null ? null : await history.text(change.after);
  const shown = present === null ? null : hiddenText(path, present);
  if (shown === before) return NOTHING;
  if (before === null) {
    if (shown !== after) return changedSince(path, 'The file that the version added was changed since');
    return { write: { path, before: bytes, bytes: null }, missing: [] };
  }
  if (after === null && shown !== null)
    return changedSince(path, 'There is such a file again, which is another');
  if (after !== null && shown === null) return changedSince(path, 'The file was removed since');
  const text =
    shown === after
      ? before
      : await merged(desk, { path, base: after ?? '', mine: before, theirs: shown ?? '' });
  if (typeof text !== 'string') return { conflicts: text };
  // What was moved takes its secrets back with it.
  const revealed = revealedFromAll(path, text, [present ?? '', ...all.map((one) => one.text ?? '')]);
  const next = checkedBytes(revealed.text);
  if (bytes?.equals(next)) return NOTHING;
  return {
    write: { path, before: bytes, bytes: next },
    missing: revealed.missing.map((one) => ({ path, ...one })),
  };
}

const changedSince = (path: string, message: string): TakenBack => ({
  conflicts: [{ path, file: path, message: `${message}.` }],
});

async function merged(
  desk: Desk,
  { path, ...texts }: { path: string; base: string; mine: string; theirs: string },
): Promise<string | ErrorDetail[]> {
  const { text, conflicts } = await desk.do({ kind: 'merge', ...texts });
  if (conflicts.length === 0) {
    const fault = await faultOf(desk, path, { before: [texts.theirs], after: text });
    if (fault === null) return text;
    const message = `Without what the version changed the file could not be read: ${fault.message}`;
    return [{ path, file: path, line: fault.line, message }];
  }
  return conflicts.map(({ line, theirs }) => ({
    ...{ path, file: path, line },
    message: `These lines changed again since: ${theirs.trim().slice(0, 200) || 'they were taken away'}`,
    fix: 'Change them under Files, or restore the file as it was in a version.',
  }));
}
