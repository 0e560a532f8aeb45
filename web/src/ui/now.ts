import { useSyncExternalStore } from 'react';

const EVERY_MS = 20_000;
let now = Date.now();

function subscribe(changed: () => void): () => void {
  now = Date.now();
  const timer = setInterval(() => {
    now = Date.now();
    changed();
  }, EVERY_MS);
  return () => clearInterval(timer);
}

/** The time, fresh enough for "3 minutes ago". */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
