import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition, not for a time; the test's own time-out is the end of patience. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(10);
}
