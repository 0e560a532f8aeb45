/**
 * Fences are microseconds of the clock, or one more than the last: they keep growing over a restart and over an
 * emptied Redis without anything being remembered. redis-scripts.ts does the same inside Redis.
 */
export function nextFence(last: number, nowMs: number): number {
  return Math.max(last + 1, Math.floor(nowMs * 1_000));
}
