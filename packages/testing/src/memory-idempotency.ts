interface Remembered {
  status: number;
  headers: Record<string, string>;
  body: string;
}
type Verdict =
  | { state: 'new' }
  | ({ state: 'replay' } & Remembered)
  | { state: 'mismatch' }
  | { state: 'in-progress' };

/** An IdempotencyStore that forgets with the test. */
export function memoryIdempotency() {
  const entries = new Map<string, { hash: string; answer: Remembered | undefined }>();
  const place = (key: string, scope: string) => JSON.stringify([scope, key]);
  return {
    async begin(key: string, scope: string, requestHash: string): Promise<Verdict> {
      const entry = entries.get(place(key, scope));
      if (!entry) {
        entries.set(place(key, scope), { hash: requestHash, answer: undefined });
        return { state: 'new' };
      }
      if (entry.hash !== requestHash) return { state: 'mismatch' };
      return entry.answer ? { state: 'replay', ...entry.answer } : { state: 'in-progress' };
    },
    async finish(key: string, scope: string, answer: Remembered): Promise<void> {
      const entry = entries.get(place(key, scope));
      if (!entry) throw new Error('finish without begin');
      entry.answer = answer;
    },
    async abandon(key: string, scope: string): Promise<void> {
      entries.delete(place(key, scope));
    },
  };
}
