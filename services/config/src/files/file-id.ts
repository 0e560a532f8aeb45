import { createHash } from 'node:crypto';

/** Ids, not paths, travel in addresses; an id means something only if a file of the listing has it. */
export function fileIdOf(path: string): string {
  return createHash('sha256').update(path, 'utf8').digest('base64url').slice(0, 22);
}

/** A strong ETag: other bytes, other tag. */
export function etagOf(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 32)}"`;
}
