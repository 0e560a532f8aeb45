import { createHash } from 'node:crypto';
import { problem } from '@marquee/contracts';
import { z } from 'zod';

/** More than the largest library holds; a cursor beyond it was not made by us. */
const MAX_START = 10_000_000;
const Cursor = z.tuple([z.string(), z.int().positive().max(MAX_START)]);

/** Names the list a cursor belongs to: the same address with the same filters and order. */
export function listName(parts: Record<string, string | undefined>): string {
  const sorted = Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 12);
}

export function writeCursor(list: string, start: number): string {
  return Buffer.from(JSON.stringify([list, start])).toString('base64url');
}

/** Where the page begins; a cursor of another list, or one made up, is refused. */
export function readCursor(list: string, cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const parsed = Cursor.safeParse(jsonOf(cursor));
  if (!parsed.success || parsed.data[0] !== list) throw problem('request.bad-cursor');
  const [, start] = parsed.data;
  // base64 has several spellings of the same bytes; only ours counts.
  if (writeCursor(list, start) !== cursor) throw problem('request.bad-cursor');
  return start;
}

/** The cursor of the page after this one; null on the last. */
export function nextCursor(
  list: string,
  page: { start: number; size: number; total: number },
): string | null {
  const next = page.start + page.size;
  return page.size > 0 && next < page.total && next <= MAX_START ? writeCursor(list, next) : null;
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (cause) {
    throw problem('request.bad-cursor', { cause });
  }
}
