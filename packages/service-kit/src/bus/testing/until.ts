import { setTimeout as pause } from 'node:timers/promises';

/** Waits for something to become true; the test's own time-out is the end of its patience. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(5);
}
