/** Told instead of what a slow reader has missed. */
export interface Missed {
  type: 'missed';
  count: number;
}

/** Between a socket that pushes and a reader that pulls; the oldest is dropped when the reader is too slow. */
export function boundedQueue<T>(most: number) {
  const waiting: T[] = [];
  let missed = 0;
  let ended: { error?: unknown } | undefined;
  let wake = () => {};

  return {
    push(entry: T): void {
      if (ended !== undefined) return;
      waiting.push(entry);
      if (waiting.length > most) {
        waiting.shift();
        missed += 1;
      }
      wake();
    },
    /** What is still waiting is read first; then reading ends, or fails with `error`. */
    end(error?: unknown): void {
      ended ??= error === undefined ? {} : { error };
      wake();
    },
    async *read(): AsyncGenerator<T | Missed> {
      for (;;) {
        if (missed > 0) {
          const count = missed;
          missed = 0;
          yield { type: 'missed', count };
        }
        const next = waiting.shift();
        if (next !== undefined) yield next;
        else if (ended !== undefined) {
          if ('error' in ended) throw ended.error;
          return;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
  };
}
