import { problem } from '@marquee/contracts';
import { readCursor as readPosition, writeCursor } from '@marquee/service-kit';

export { listName, writeCursor } from '@marquee/service-kit';

/** More than the largest library holds; a cursor beyond it was not made by us. */
const MAX_START = 10_000_000;

/** Where the page begins; a cursor of another list, or one made up, is refused. */
export function readCursor(list: string, cursor: string | undefined): number {
  const start = readPosition(list, cursor) ?? 0;
  if (start > MAX_START) throw problem('request.bad-cursor');
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
