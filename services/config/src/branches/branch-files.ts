import { type ConfigFile, type ConfigFileContent, problem } from '@marquee/contracts';
import { fileIdOf } from '../files/file-id.ts';
import { viewOfContent, viewOfFile } from '../files/file-view.ts';
import { isTextPath } from '../files/text-path.ts';
import type { Branch, Branches } from '../history/branches.ts';
import type { Files } from '../history/file-tree.ts';
import type { BranchPorts } from './branch-ports.ts';
import { branchText } from './branch-text.ts';

/** A file of a branch, found by its id. */
export interface FoundOnBranch {
  branch: Branch;
  files: Files;
  path: string;
  text: string;
}

export async function listOnBranch({ branches }: BranchPorts, name: string): Promise<ConfigFile[]> {
  const branch = await branches.find(name);
  const changedAt = await timesOf(branches, branch);
  const texts = [...(await branches.files(branch))].filter(([path]) => isTextPath(path));
  const listed: ConfigFile[] = [];
  for (const [path, blob] of texts.sort(byPath)) {
    const sizeBytes = await branches.sizeOf(blob);
    listed.push(viewOfFile({ path, sizeBytes, modifiedAt: changedAt(path), link: false }));
  }
  return listed;
}

export async function readOnBranch(
  ports: BranchPorts,
  name: string,
  fileId: string,
): Promise<ConfigFileContent> {
  const { branch, path, text } = await findOnBranch(ports, name, fileId);
  return viewOnBranch(path, text, (await timesOf(ports.branches, branch))(path));
}

export async function findOnBranch(ports: BranchPorts, name: string, fileId: string): Promise<FoundOnBranch> {
  const { blob, ...found } = await placeOnBranch(ports, name, fileId);
  return { ...found, text: await branchText(ports.history, found.path, blob) };
}

/** The same, unopened. */
export async function placeOnBranch(
  { branches }: BranchPorts,
  name: string,
  fileId: string,
): Promise<Omit<FoundOnBranch, 'text'> & { blob: string }> {
  const branch = await branches.find(name);
  const files = await branches.files(branch);
  const [path, blob] = [...files].find(([one]) => fileIdOf(one) === fileId && isTextPath(one)) ?? [];
  if (path === undefined || blob === undefined) throw problem('config.file-not-found');
  return { branch, files, path, blob };
}

export function viewOnBranch(path: string, text: string, modifiedAt: Date): ConfigFileContent {
  const bytes = Buffer.from(text, 'utf8');
  return viewOfContent({ path, sizeBytes: bytes.length, modifiedAt, link: false }, bytes, text);
}

/** What no version of the branch has touched is as old as the branch. */
async function timesOf(branches: Branches, branch: Branch): Promise<(path: string) => Date> {
  const versions = await branches.versions(branch);
  const began = versions.at(-1)?.at ?? branch.commit.at;
  const times = new Map<string, Date>();
  for (const { at, changes } of versions)
    for (const { path } of changes) if (!times.has(path)) times.set(path, at);
  return (path) => times.get(path) ?? began;
}

const byPath = ([one]: [string, string], [other]: [string, string]): number => (one < other ? -1 : 1);
