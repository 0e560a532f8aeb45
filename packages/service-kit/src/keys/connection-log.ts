import type { Logger } from 'pino';

const REPEAT_AFTER_MS = 60_000;

/** Tells of a connection once when it goes and once when it comes back, however often it is tried in between. */
export function connectionLog(place: string, log: Pick<Logger, 'info' | 'warn'> | undefined) {
  let down = false;
  let lastRefusal = Number.NEGATIVE_INFINITY;
  return {
    lost(error: unknown): void {
      if (down) return;
      down = true;
      log?.warn(
        { place, reason: reasonOf(error) },
        'Redis does not answer; trying for ever, stricter meanwhile',
      );
    },
    found(): void {
      if (down) log?.info({ place }, 'Redis answers again');
      down = false;
    },
    /** Redis is there and refuses (out of memory, read-only, still loading). */
    refused(error: unknown): void {
      if (performance.now() - lastRefusal < REPEAT_AFTER_MS) return;
      lastRefusal = performance.now();
      log?.warn({ place, reason: reasonOf(error) }, 'Redis refuses');
    },
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
