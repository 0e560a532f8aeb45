import type { LogLine } from '@marquee/contracts';

/** As many as Marquee itself keeps at hand. */
const MOST = 5000;

/** New lines behind the known ones, each once; the oldest go when there are too many. */
export function addNewer(known: readonly LogLine[], newer: readonly LogLine[]): LogLine[] {
  const last = Number(known.at(-1)?.id ?? 0);
  return [...known, ...newer.filter(({ id }) => Number(id) > last)].slice(-MOST);
}

/** Older lines before the known ones; they come newest first, as Marquee tells them. */
export function addOlder(known: readonly LogLine[], older: readonly LogLine[]): LogLine[] {
  const first = Number(known[0]?.id ?? Number.POSITIVE_INFINITY);
  return [...older.filter(({ id }) => Number(id) < first).reverse(), ...known].slice(-MOST);
}
