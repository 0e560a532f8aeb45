import { createHash } from 'node:crypto';
import type { ShelfFile } from './shelf.ts';

/** Ids, not paths, travel in addresses; an id means something only if a file of the listing has it. */
export function assetIdOf({ source, kind, name }: ShelfFile): string {
  return createHash('sha256')
    .update(JSON.stringify([source, kind, name]))
    .digest('base64url')
    .slice(0, 22);
}

/** Which bytes it is, for as long as they do not change. */
export function assetEtag({ source, kind, name, version }: ShelfFile, more = ''): string {
  const text = JSON.stringify([source, kind, name, version, more]);
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"`;
}

/** What is shadowed by a file of an earlier shelf cannot be named, so it is not shown. */
export function firstOfEach(
  files: readonly ShelfFile[],
  referenceOf: (file: ShelfFile) => string,
): ShelfFile[] {
  const seen = new Set<string>();
  return files.filter((file) => {
    const reference = referenceOf(file);
    if (seen.has(reference)) return false;
    seen.add(reference);
    return true;
  });
}
