import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPath, MAX_DEPTH } from '../files/config-path.ts';
import { isSkippedFile, isSkippedFolder } from '../files/skipped.ts';
import type { FolderNames } from '../problems/finding.ts';
import { errnoOf } from './folder-problems.ts';

const MAX_FILES = 5000;
/** A tree of pictures kept elsewhere than Kometa's usual place must not make every list take minutes. */
const MAX_FOLDERS = 2000;

export interface FoundFile {
  path: string;
  link: boolean;
}
export interface FoundFolder {
  /** Empty for the config folder itself. */
  segments: string[];
  children: Dirent[];
}

/** The folder and those below it that are ours to show, shallow ones first. Links are not followed. */
export async function* foldersOf(realRoot: string): AsyncGenerator<FoundFolder, { complete: boolean }> {
  let seen = 0;
  let level: string[][] = [[]];
  for (let depth = 1; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    const next: string[][] = [];
    for (const segments of level) {
      seen += 1;
      if (seen > MAX_FOLDERS) return { complete: false };
      const children = await childrenOf(join(realRoot, ...segments));
      for (const { name } of children.filter((child) => child.isDirectory())) {
        const folder = [...segments, name];
        if (checkPath(folder.join('/')).ok && !isSkippedFolder(folder)) next.push(folder);
      }
      yield { segments, children };
    }
    level = next;
  }
  return { complete: level.length === 0 };
}

/** What there is, by kind: a folder that is skipped is named, and not what is in it. */
export async function namesIn(realRoot: string): Promise<FolderNames> {
  const names: FolderNames = { files: [], folders: [], closed: [] };
  for await (const { segments, children } of foldersOf(realRoot)) {
    for (const child of children) {
      const path = [...segments, child.name];
      if (child.isFile()) names.files.push(path.join('/'));
      else if (child.isDirectory() && !isSkippedFolder(path)) names.folders.push(path.join('/'));
      else names.closed.push(path.join('/'));
    }
  }
  return names;
}

/** The files below a folder, sorted, shallow ones first where they do not all fit. Links are named, not followed. */
export async function walkFolder(
  realRoot: string,
  limit: number = MAX_FILES,
): Promise<{ files: FoundFile[]; truncated: boolean }> {
  const files: FoundFile[] = [];
  const folders = foldersOf(realRoot);
  for (;;) {
    const { value, done } = await folders.next();
    if (done) return { files: inOrder(files), truncated: !value.complete };
    for (const child of value.children) {
      const path = [...value.segments, child.name].join('/');
      const link = child.isSymbolicLink();
      if (!(child.isFile() || link) || isSkippedFile(child.name) || !checkPath(path).ok) continue;
      if (files.length >= limit) return { files: inOrder(files), truncated: true };
      files.push({ path, link });
    }
  }
}

async function childrenOf(folder: string): Promise<Dirent[]> {
  const children = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    // Removed while we looked, or not ours to see: as good as empty.
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(errnoOf(cause) ?? '')) return [];
    throw cause;
  });
  return children.sort((one, other) => byText(one.name, other.name));
}

function inOrder(files: FoundFile[]): FoundFile[] {
  return files.sort((one, other) => byText(one.path, other.path));
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
