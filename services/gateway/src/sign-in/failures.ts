const MAX_KEYS = 10_000;

/**
 * Counts failures in a sliding window, within this process: the gateway is one process, so its limits hold whatever
 * happens to Redis. When strangers make up more names than there is room for, the oldest are forgotten.
 */
export function createFailures({
  limit,
  windowMs,
  now,
}: {
  limit: number;
  windowMs: number;
  now: () => number;
}) {
  const known = new Map<string, number[]>();
  const recent = (key: string) => (known.get(key) ?? []).filter((at) => at > now() - windowMs);

  return {
    /** How long this key has to wait, 0 when it may try. */
    waitMs(key: string): number {
      const times = recent(key);
      const first = times.at(-limit);
      return times.length < limit || first === undefined ? 0 : first + windowMs - now();
    },
    note(key: string): void {
      const times = [...recent(key), now()].slice(-limit);
      known.delete(key);
      if (known.size >= MAX_KEYS) known.delete(String(known.keys().next().value));
      known.set(key, times);
    },
    forget: (key: string) => void known.delete(key),
    get size() {
      return known.size;
    },
  };
}
