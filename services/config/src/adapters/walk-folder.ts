import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPath, MAX_DEPTH } from '../files/config-path.ts';
import { isSkippedFile, isSkippedFolder } from '../files/skipped.ts';
import { errnoOf } from './folder-problems.ts';

const MAX_FILES = 5000;

export interface FoundFile {
  path: string;
  link: boolean;
}

/** The files below a folder, sorted, shallow ones first where they do not all fit. Links are named, not followed. */
export async function walkFolder(
  realRoot: string,
  limit: number = MAX_FILES,
): Promise<{ files: FoundFile[]; truncated: boolean }> {
  const files: FoundFile[] = [];
  let level: string[][] = [[]];
  for (let depth = 1; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    const next: string[][] = [];
    for (const folder of level) {
      for (const child of await childrenOf(join(realRoot, ...folder))) {
        const segments = [...folder, child.name];
        const path = segments.join('/');
        if (!checkPath(path).ok) continue;
        if (child.isDirectory()) {
          if (!isSkippedFolder(segments)) next.push(segments);
        } else if ((child.isFile() || child.isSymbolicLink()) && !isSkippedFile(child.name)) {
          if (files.length >= limit) return { files: inOrder(files), truncated: true };
          files.push({ path, link: child.isSymbolicLink() });
        }
      }
    }
    level = next;
  }
  return { files: inOrder(files), truncated: level.length > 0 };
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
