import { createHash } from 'node:crypto';
import { problem } from '@marquee/contracts';
import { z } from 'zod';

const Cursor = z.tuple([z.string(), z.int().positive()]);

/** Names the list a cursor belongs to: the same address with the same filters and order. */
export function listName(parts: Record<string, string | undefined>): string {
  const sorted = Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 12);
}

export function writeCursor(list: string, position: number): string {
  return Buffer.from(JSON.stringify([list, position])).toString('base64url');
}

/** Undefined on the first page; a cursor of another list, or one made up, is refused. */
export function readCursor(list: string, cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const parsed = Cursor.safeParse(jsonOf(cursor));
  if (!parsed.success || parsed.data[0] !== list) throw problem('request.bad-cursor');
  const [, position] = parsed.data;
  // base64 has several spellings of the same bytes; only ours counts.
  if (writeCursor(list, position) !== cursor) throw problem('request.bad-cursor');
  return position;
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (cause) {
    throw problem('request.bad-cursor', { cause });
  }
}
