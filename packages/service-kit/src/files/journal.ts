import { createHash } from 'node:crypto';
import { z } from 'zod';

const PATTERN = /^\.marquee-journal-[0-9a-f]{32}$/;

const Header = z.strictObject({
  /** The file beside the journal that it belongs to. */
  target: z.string().regex(/^[^/\0]+$/),
  sha256: z.string(),
});

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

export function journalName(target: string): string {
  return `.marquee-journal-${sha256(target).slice(0, 32)}`;
}

export const isJournalName = (name: string): boolean => PATTERN.test(name);

/** One line of JSON, then the bytes. */
export function encodeJournal(target: string, bytes: Uint8Array): Uint8Array {
  const header: z.input<typeof Header> = { target, sha256: sha256(bytes) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), bytes]);
}

/** undefined for anything that is not a whole journal of ours. */
export function decodeJournal(name: string, content: Buffer): { target: string; bytes: Buffer } | undefined {
  const end = content.indexOf(0x0a);
  const header = Header.safeParse(jsonOrUndefined(content.toString('utf8', 0, Math.max(end, 0))));
  if (!header.success || journalName(header.data.target) !== name) return undefined;
  const bytes = content.subarray(end + 1);
  return sha256(bytes) === header.data.sha256 ? { target: header.data.target, bytes } : undefined;
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
