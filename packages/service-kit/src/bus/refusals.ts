import { type Problem, problem } from '@marquee/contracts';

/** Seconds that a caller is asked to wait before it offers a job to a full queue again. */
const RETRY_AFTER_SECONDS = 5;

export const queueIsFull = (queue: string): Problem =>
  problem('service.overloaded', {
    message: `Too many jobs wait in ${queue}`,
    headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) },
  });

export const busIsClosing = (): Problem => problem('service.shutting-down');

export const nobodyAnswered = (ask: string): Problem =>
  problem('request.timed-out', { message: `Nobody answered ${ask} in time` });
