import { fileIdOf } from '../files/file-id.ts';
import { isTextPath } from '../files/text-path.ts';
import type { Files } from './file-tree.ts';
import type { Version } from './history.ts';

/** Texts that are other in one than in the other, by path. */
export function changesBetween(before: Files, after: Files): Version['changes'] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(isTextPath).sort();
  return paths
    .map((path) => ({
      ...{ path, fileId: fileIdOf(path) },
      before: before.get(path) ?? null,
      after: after.get(path) ?? null,
    }))
    .filter((side) => side.before !== side.after);
}
