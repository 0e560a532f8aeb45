import { type ErrorDetail, type MissingSecret, problem } from '@marquee/contracts';
import { hiddenText, revealedFromAll } from '../files/hidden-text.ts';
import { type Present, presentOf } from '../files/present-text.ts';
import { checkedBytes, type Deed } from '../files/save-file.ts';
import { type FileWrite, writeFiles } from '../files/write-files.ts';
import type { Branch } from '../history/branches.ts';
import type { Version } from '../history/history.ts';
import { versionView } from '../history/view-version.ts';
import type { BranchPorts } from './branch-ports.ts';
import { type PlannedFile, type PlanPorts, planMerge } from './plan-merge.ts';

interface Resolved {
  fileId: string;
  content: string | null;
}
interface Merge extends Deed {
  branch: string;
  versionId: string;
  branchVersionId: string;
  resolved: readonly Resolved[];
  keep: boolean;
}

/** What the branch has changed and the folder does not say already, as one version of the folder. */
export async function mergeBranch(
  ports: PlanPorts,
  { branch: name, versionId, branchVersionId, resolved, keep, by, author, message }: Merge,
) {
  const { saving } = ports;
  return await saving.branches.inTurn(name, () =>
    saving.turns.alone(async () => {
      // Nothing is written over that the history does not have.
      await saving.outside.noteAllAlone();
      const branch = await saving.branches.find(name);
      if (branch.folder !== versionId || branch.head !== branchVersionId)
        throw problem('request.precondition-failed');
      const wanted = decided(await planMerge(ports, branch), resolved);
      const { writes, missingSecrets } = await writesFor(saving, wanted);
      const note = {
        by,
        author,
        message: message || `Merge ${name}`,
        origin: 'save',
        merges: branch.head,
      } as const;
      const version = writes.length === 0 ? undefined : await writeFiles(saving, writes, note);
      await leave(saving, { branch, version, keep, by });
      return { version: version === undefined ? null : versionView(version), missingSecrets };
    }),
  );
}

interface Wanted {
  file: PlannedFile;
  /** As it may be shown; null: there shall be no such file. */
  text: string | null;
}

function decided(planned: readonly PlannedFile[], resolved: readonly Resolved[]): Wanted[] {
  const said = new Map(resolved.map(({ fileId, content }) => [fileId, content]));
  const unknown = [...said.keys()].find((id) => !planned.some(({ change }) => change.fileId === id));
  if (unknown !== undefined) {
    const message = `The branch has not changed the file ${unknown}.`;
    throw problem('config.file-not-found', { details: [{ path: 'body.resolved', message }] });
  }
  const open = planned.filter(({ state, change }) => state === 'conflict' && !said.has(change.fileId));
  if (open.length > 0) throw problem('config.branch-conflict', { details: open.flatMap(detailsOf) });
  return planned.flatMap((file): Wanted[] => {
    const text = said.get(file.change.fileId);
    if (text !== undefined) return [{ file, text }];
    return file.state === 'same' ? [] : [{ file, text: file.merged }];
  });
}

function detailsOf({ change: { path }, conflicts, why }: PlannedFile): ErrorDetail[] {
  if (why !== null) return [{ path: 'body.resolved', file: path, message: why }];
  return conflicts.map(({ line, theirs }) => ({
    ...{ path: 'body.resolved', file: path, line },
    message: `The folder has changed these lines too: ${theirs.trim().slice(0, 200) || 'they were taken away'}`,
  }));
}

async function writesFor(
  { folder }: BranchPorts,
  wanted: readonly Wanted[],
): Promise<{ writes: FileWrite[]; missingSecrets: MissingSecret[] }> {
  const presents: Present[] = [];
  for (const { file } of wanted) {
    const present = await presentOf(folder, file.change.path);
    const shown = present.text === null ? null : hiddenText(file.change.path, present.text);
    // Changed beside us since it was looked at, a moment ago.
    if (shown !== file.folder) throw problem('request.precondition-failed');
    presents.push(present);
  }
  // What was moved takes its secrets along.
  const moved = presents.flatMap(({ text }, at) => (wanted[at]?.text === null ? [text ?? ''] : []));
  const writes: FileWrite[] = [];
  const missingSecrets: MissingSecret[] = [];
  for (const [at, { file, text }] of wanted.entries()) {
    const { path } = file.change;
    const { bytes: before, text: present } = presents[at] ?? { bytes: null, text: null };
    if (text === null) {
      if (before !== null) writes.push({ path, before, bytes: null });
      continue;
    }
    const revealed = revealedFromAll(path, text, [present ?? '', ...moved]);
    const bytes = checkedBytes(revealed.text);
    if (before?.equals(bytes)) continue;
    writes.push({ path, before, bytes });
    missingSecrets.push(...revealed.missing.map((one) => ({ path, ...one })));
  }
  return { writes, missingSecrets };
}

/** Killed before this, the branch is still there and has nothing to merge. What was pushed meanwhile stays. */
async function leave(
  { branches, announceBranch }: BranchPorts,
  { branch, version, keep, by }: { branch: Branch; version: Version | undefined; keep: boolean; by: string },
): Promise<void> {
  if (!keep) {
    const isGone = await branches.remove(branch, { isMerged: version !== undefined });
    if (isGone) await announceBranch({ branch: branch.name, versionId: null, by });
  } else if (version !== undefined && (await branches.follow(branch, version.id)))
    await announceBranch({ branch: branch.name, versionId: version.id, by });
}
