export type Settled<T> = { value: T } | { error: unknown };

/** A promise that never rejects, so that nobody need be listening when it ends. */
export function settled<T>(promise: Promise<T>): Promise<Settled<T>> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

export async function within<T>(promise: Promise<T>, ms: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    // When the process itself was busy the answer lies unread in the socket: one turn of the loop reads it first.
    timer = setTimeout(() => setImmediate(resolve, 'late'), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
