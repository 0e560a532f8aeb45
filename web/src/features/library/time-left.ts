import type { PrepareJob } from '@marquee/contracts';

const ENOUGH_SHARE = 0.05;

/** From the pace so far; null until enough is done to say something that holds. */
export function timeLeft(job: Pick<PrepareJob, 'done' | 'total' | 'createdAt'>, now: number): number | null {
  if (job.done === 0 || job.done < job.total * ENOUGH_SHARE) return null;
  const spent = now - new Date(job.createdAt).getTime();
  return Math.max(0, (spent / job.done) * (job.total - job.done));
}
