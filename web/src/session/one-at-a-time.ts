let last: Promise<unknown> = Promise.resolve();

/**
 * One after another, over all tabs of this browser. Over plain http browsers offer no locks; then only this tab
 * waits for itself, and the gateway forgives tabs that renew within the same few seconds.
 */
export function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Typed as always there, but browsers leave it out where the page is not secure.
  const locks = navigator.locks as LockManager | undefined;
  if (locks) return locks.request(name, work);
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}
