import { type MergeConflict, Problem, problem } from '@marquee/contracts';
import { hiddenText } from '../files/hidden-text.ts';
import type { Branch } from '../history/branches.ts';
import { changesBetween } from '../history/changes-between.ts';
import type { Version } from '../history/history.ts';
import { faultOf } from '../merging/fault-of.ts';
import type { Desk } from '../problems/deskwork.ts';
import type { BranchPorts } from './branch-ports.ts';
import { branchText } from './branch-text.ts';

export interface PlanPorts {
  saving: BranchPorts;
  desk: Desk;
}

interface Sides {
  base: string | null;
  folder: string | null;
  branch: string | null;
}

interface Outcome {
  state: 'clean' | 'same' | 'conflict';
  /** Null: there shall be no such file. */
  merged: string | null;
  conflicts: MergeConflict[];
  /** Why it must be decided, where it is not by lines. */
  why: string | null;
}

export interface PlannedFile extends Sides, Outcome {
  change: Version['changes'][number];
}

/** What merging the branch would do to each file that it has changed. Look for outside changes first. */
export async function planMerge(ports: PlanPorts, branch: Branch): Promise<PlannedFile[]> {
  const { changes, folder } = await changesOf(ports.saving, branch);
  const planned: PlannedFile[] = [];
  for (const change of changes) planned.push(await planOne(ports, change, folder.get(change.path) ?? null));
  return planned;
}

export async function planFile(ports: PlanPorts, branch: Branch, fileId: string): Promise<PlannedFile> {
  const { changes, folder } = await changesOf(ports.saving, branch);
  const change = changes.find((one) => one.fileId === fileId);
  if (change === undefined) {
    throw problem('config.file-not-found', {
      details: [{ message: 'The branch has not changed such a file.', fix: 'The plan names those it has.' }],
    });
  }
  return await planOne(ports, change, folder.get(change.path) ?? null);
}

async function changesOf({ branches, history }: BranchPorts, branch: Branch) {
  const changes = changesBetween(await branches.filesInCommon(branch), await branches.files(branch));
  return { changes, folder: await history.filesAt(branch.folder) };
}

async function planOne(
  { saving: { history }, desk }: PlanPorts,
  change: Version['changes'][number],
  present: string | null,
): Promise<PlannedFile> {
  const { path } = change;
  const textOf = async (blob: string | null) =>
    blob === null ? null : hiddenText(path, await history.text(blob));
  const [base, folder] = [await textOf(change.before), await textOf(present)];
  try {
    const branch = change.after === null ? null : await branchText(history, path, change.after);
    return { change, base, folder, branch, ...(await outcomeOf(desk, path, { base, folder, branch })) };
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.code === 'config.check-timed-out') throw cause;
    // Somebody has pushed what no text file can be.
    return { change, base, folder, branch: null, ...undecided(folder, `${cause.message}.`) };
  }
}

const undecided = (merged: string | null, why: string): Outcome => ({
  ...{ state: 'conflict', merged, conflicts: [], why },
});

/** Three ways: what one alone has changed is taken over. */
async function outcomeOf(desk: Desk, path: string, { base, folder, branch }: Sides): Promise<Outcome> {
  if (folder === branch) return { state: 'same', merged: folder, conflicts: [], why: null };
  if (folder === base) return { state: 'clean', merged: branch, conflicts: [], why: null };
  if (branch === null)
    return undecided(branch, 'The branch removed the file, and the folder has changed it.');
  if (folder === null)
    return undecided(branch, 'The folder has no such file any more, and the branch has changed it.');
  if (base === null)
    return undecided(branch, 'Both have a new file of this name, and what they say is not the same.');
  const { text, conflicts } = await desk.do({ kind: 'merge', base, mine: branch, theirs: folder });
  if (conflicts.length > 0) return { state: 'conflict', merged: text, conflicts, why: null };
  const fault = await faultOf(desk, path, { before: [branch, folder], after: text });
  if (fault === null) return { state: 'clean', merged: text, conflicts, why: null };
  return undecided(text, `Both together cannot be read: line ${fault.line}: ${fault.message}`);
}
