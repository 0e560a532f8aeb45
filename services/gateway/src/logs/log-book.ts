import type { LogFilter, LogLevel, LogLine } from '@marquee/contracts';

const rank: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3 };

type Listener = (line: LogLine) => void;

/**
 * The last lines that the gateway heard, in the order it heard them. Ids rise also over restarts: the first is made
 * from the time, in thousandths of a millisecond, and no gateway hears that many lines.
 */
export function createLogBook({ capacity = 5000, startedAt = Date.now() } = {}) {
  const kept: LogLine[] = [];
  const listeners = new Set<Listener>();
  let next = startedAt * 1000;

  return {
    add(lines: readonly Omit<LogLine, 'id'>[]): void {
      for (const heard of lines) {
        const line = { ...heard, id: String(next) };
        next += 1;
        kept.push(line);
        if (kept.length > capacity) kept.shift();
        for (const listener of listeners) listener(line);
      }
    },

    /** Newest first, only those older than the line of this id. */
    page(
      filter: LogFilter,
      { before = Number.POSITIVE_INFINITY, limit }: { before: number | undefined; limit: number },
    ): { lines: LogLine[]; total: number; more: boolean } {
      const fitting = kept.filter((line) => fits(filter, line)).reverse();
      const older = fitting.filter(({ id }) => Number(id) < before);
      return { lines: older.slice(0, limit), total: fitting.length, more: older.length > limit };
    },

    /** Oldest first, only those newer than the line of this id. */
    since(filter: LogFilter, id: string): LogLine[] {
      return kept.filter((line) => Number(line.id) > Number(id) && fits(filter, line));
    },

    listen(filter: LogFilter, listener: Listener): () => void {
      const hear: Listener = (line) => {
        if (fits(filter, line)) listener(line);
      };
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}
export type LogBook = ReturnType<typeof createLogBook>;

function fits({ service, level, search }: LogFilter, line: LogLine): boolean {
  if (service !== undefined && line.service !== service) return false;
  if (level !== undefined && rank[line.level] < rank[level]) return false;
  if (search === undefined) return true;
  const wanted = search.toLowerCase();
  return (
    line.message.toLowerCase().includes(wanted) || (line.requestId?.toLowerCase().includes(wanted) ?? false)
  );
}
