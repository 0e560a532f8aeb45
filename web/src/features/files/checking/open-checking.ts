import { type CheckingClient, createCheckingClient } from './checking-client.ts';
import type { CheckedText } from './messages.ts';

/** Null where there are no workers: then nothing is checked. */
export function openChecking(onChecked: (problems: readonly CheckedText[]) => void): CheckingClient | null {
  if (typeof Worker === 'undefined') return null;
  const worker = new Worker(new URL('./checking-worker.ts', import.meta.url), {
    type: 'module',
    name: 'kometa-checks',
  });
  return createCheckingClient(worker, onChecked);
}
