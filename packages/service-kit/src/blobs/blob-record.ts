import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { BlobInfo } from './blobs.ts';

const Header = z.strictObject({ contentType: z.string() });
const NEWLINE = 0x0a;

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

export const infoOf = (bytes: Uint8Array, contentType: string): BlobInfo => ({
  hash: sha256(bytes),
  sizeBytes: bytes.length,
  contentType,
});

/** A blob as it is stored: one line of JSON with its type, then its bytes. */
export function encodeBlob(bytes: Uint8Array, contentType: string): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ contentType })}\n`), bytes]);
}

/** undefined unless these are whole and the very bytes that the hash stands for. */
export function decodeBlob(hash: string, record: Buffer): { info: BlobInfo; bytes: Uint8Array } | undefined {
  const end = record.indexOf(NEWLINE);
  if (end < 0) return undefined;
  const bytes = record.subarray(end + 1);
  if (sha256(bytes) !== hash) return undefined;
  const header = Header.safeParse(parsed(record.toString('utf8', 0, end)));
  return header.success ? { info: { hash, sizeBytes: bytes.length, ...header.data }, bytes } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
