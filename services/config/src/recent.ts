interface Entry<T> {
  answer: Promise<T>;
  goodUntil: number;
}

/** Short memory for what Plex said, in this process alone; one for each kind of answer. */
export interface Recent<T> {
  /** What `load` answers: asked for once however many want it at a time, and kept for a while. */
  get(key: string, load: () => Promise<T>): Promise<T>;
  /** Keeps an answer that came by another way. */
  put(key: string, value: T): void;
  /** Drops the answers whose key begins so; a load that is under way is not kept when it comes. */
  forget(prefix: string): void;
}

export function createRecent<T>({
  now,
  ttlMs,
  maxEntries = 1000,
}: {
  now: () => number;
  ttlMs: number;
  maxEntries?: number;
}): Recent<T> {
  const entries = new Map<string, Entry<T>>();

  const keep = (key: string, entry: Entry<T>): void => {
    entries.delete(key);
    entries.set(key, entry);
    const [oldest] = entries.keys();
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
  };

  const start = (key: string, load: () => Promise<T>): Promise<T> => {
    const entry: Entry<T> = { answer: load(), goodUntil: Number.POSITIVE_INFINITY };
    keep(key, entry);
    entry.answer.then(
      () => {
        entry.goodUntil = now() + ttlMs;
      },
      // The caller hears of the failure; the next one asks again.
      () => {
        if (entries.get(key) === entry) entries.delete(key);
      },
    );
    return entry.answer;
  };

  return {
    get(key, load) {
      const kept = entries.get(key);
      return kept !== undefined && kept.goodUntil > now() ? kept.answer : start(key, load);
    },
    put: (key, value) => keep(key, { answer: Promise.resolve(value), goodUntil: now() + ttlMs }),
    forget(prefix) {
      for (const key of entries.keys()) if (key.startsWith(prefix)) entries.delete(key);
    },
  };
}
