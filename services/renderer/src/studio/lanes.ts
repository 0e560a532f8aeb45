import type { Haste } from './studio.ts';

/** Longer than this a batch's drawing does not wait while people keep coming: the broker would take it for lost. */
const BATCH_PATIENCE_MS = 2_000;

interface Waiting<T> {
  one: T;
  since: number;
}

/** Who comes next: whoever a person waits for, then the others; each in the order they came, and nobody never. */
export function createLanes<T>(now: () => number = () => performance.now()) {
  const urgent: Waiting<T>[] = [];
  const batch: Waiting<T>[] = [];
  return {
    put(haste: Haste, one: T): void {
      (haste === 'urgent' ? urgent : batch).push({ one, since: now() });
    },
    next(): T | undefined {
      const [oldest] = batch;
      const overdue = oldest !== undefined && now() - oldest.since > BATCH_PATIENCE_MS;
      const next = overdue ? batch.shift() : (urgent.shift() ?? batch.shift());
      return next?.one;
    },
    get length(): number {
      return urgent.length + batch.length;
    },
    takeAll: (): T[] => [...urgent.splice(0), ...batch.splice(0)].map(({ one }) => one),
  };
}
