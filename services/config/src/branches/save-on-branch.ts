import { type ConfigFileContent, problem } from '@marquee/contracts';
import { requireMatch } from '@marquee/service-kit';
import type { Drafts } from '../files/drafts.ts';
import { etagOf, fileIdOf } from '../files/file-id.ts';
import { checkKind } from '../files/move-file.ts';
import { checkedBytes, checkName, type Deed } from '../files/save-file.ts';
import type { Branch } from '../history/branches.ts';
import type { Files } from '../history/file-tree.ts';
import { type FoundOnBranch, findOnBranch, viewOnBranch } from './branch-files.ts';
import type { BranchPorts } from './branch-ports.ts';
import { keptText } from './branch-text.ts';

interface OnBranch extends Deed {
  branch: string;
}
interface OfFile extends OnBranch {
  fileId: string;
  ifMatch: string | undefined;
}

export async function createOnBranch(
  ports: BranchPorts,
  { branch: name, path, content, ...deed }: OnBranch & { path: string; content: string },
): Promise<ConfigFileContent> {
  checkName(path);
  return await ports.branches.inTurn(name, async () => {
    const branch = await ports.branches.find(name);
    mustBeFree(await ports.branches.files(branch), path);
    return await keep(ports, branch, { path, text: await shownOf(ports, path, content), deed });
  });
}

export async function saveOnBranch(
  ports: BranchPorts,
  { branch: name, content, fileId, ifMatch, ...deed }: OfFile & { content: string },
): Promise<ConfigFileContent> {
  return await ports.branches.inTurn(name, async () => {
    const { branch, path } = await findMatching(ports, { branch: name, fileId, ifMatch });
    return await keep(ports, branch, { path, text: await shownOf(ports, path, content), deed });
  });
}

export async function moveOnBranch(
  { drafts, ...ports }: BranchPorts & { drafts: Drafts },
  { branch: name, fileId, ifMatch, to, ...deed }: OfFile & { to: string },
): Promise<ConfigFileContent> {
  checkName(to);
  return await ports.branches.inTurn(name, async () => {
    const { branch, files, path, text } = await findMatching(ports, { branch: name, fileId, ifMatch });
    checkKind(path, to);
    mustBeFree(files, to);
    const saved = await keep(ports, branch, { path: to, from: path, text, deed });
    await drafts.move(fileId, fileIdOf(to), name);
    return saved;
  });
}

export async function removeOnBranch(
  ports: BranchPorts,
  { branch: name, fileId, ifMatch, ...deed }: OfFile,
): Promise<null> {
  return await ports.branches.inTurn(name, async () => {
    const { branch, path } = await findMatching(ports, { branch: name, fileId, ifMatch });
    await record(ports, branch, [{ path, blob: null }], deed);
    return null;
  });
}

async function findMatching(
  ports: BranchPorts,
  { branch, fileId, ifMatch }: Pick<OfFile, 'branch' | 'fileId' | 'ifMatch'>,
): Promise<FoundOnBranch> {
  const found = await findOnBranch(ports, branch, fileId);
  requireMatch(ifMatch, etagOf(Buffer.from(found.text, 'utf8')));
  return found;
}

async function shownOf({ folder }: BranchPorts, path: string, content: string): Promise<string> {
  checkedBytes(content);
  const text = await keptText(folder, path, content);
  // Placeholders may be longer than what they stand for.
  checkedBytes(text);
  return text;
}

async function keep(
  ports: BranchPorts,
  branch: Branch,
  { path, from, text, deed }: { path: string; from?: string; text: string; deed: Deed },
): Promise<ConfigFileContent> {
  const kept = { path, blob: await ports.history.keep(text) };
  const files = from === undefined ? [kept] : [{ path: from, blob: null }, kept];
  const { commit } = await record(ports, branch, files, deed);
  return viewOnBranch(path, text, commit.at);
}

async function record(
  { branches, clock, announceBranch }: BranchPorts,
  branch: Branch,
  files: Parameters<BranchPorts['branches']['record']>[1],
  { by, author, message = '' }: Deed,
): Promise<Branch> {
  const next = await branches.record(branch, files, { by, author, message, origin: 'save', at: clock() });
  if (next === undefined) return branch;
  await announceBranch({ branch: next.name, versionId: next.head, by });
  return next;
}

/** A name is a file or a folder, and not both. */
function mustBeFree(files: Files, path: string): void {
  const isTaken = [...files.keys()].some(
    (one) => one === path || one.startsWith(`${path}/`) || path.startsWith(`${one}/`),
  );
  if (isTaken) throw problem('config.file-exists');
}
