/** Keeps what was made, by key, up to so many bytes; the longest unused goes first. */
export interface Kept<T> {
  get(key: string, make: () => T): T;
}

export function createKept<T>(maxBytes: number, sizeOf: (value: T) => number): Kept<T> {
  const entries = new Map<string, { value: T; bytes: number }>();
  let total = 0;
  return {
    get(key, make) {
      const found = entries.get(key);
      if (found !== undefined) {
        entries.delete(key);
        entries.set(key, found);
        return found.value;
      }
      const value = make();
      const bytes = sizeOf(value) + key.length * 2;
      if (bytes > maxBytes) return value;
      entries.set(key, { value, bytes });
      total += bytes;
      for (const [oldest, entry] of entries) {
        if (total <= maxBytes) break;
        entries.delete(oldest);
        total -= entry.bytes;
      }
      return value;
    },
  };
}
