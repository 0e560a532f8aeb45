import type { RateVerdict } from './keys.ts';

/**
 * The pure rule of a sliding window: `uses` are the times of the uses that were let through, oldest first. A use
 * is let through while fewer than `limit` lie in the window; refused ones do not count, or a client that keeps
 * asking would stay out for ever.
 */
export function judge(uses: readonly number[], limit: number, windowMs: number, now: number): RateVerdict {
  const live = uses.filter((at) => at > now - windowMs);
  if (live.length < limit) return { allowed: true, remaining: limit - live.length - 1, retryAfterMs: 0 };
  // The use whose leaving makes room; a limit below one never has room, so the whole window is the best answer.
  const leaving = live[live.length - Math.max(limit, 1)];
  return {
    allowed: false,
    remaining: 0,
    retryAfterMs: Math.max(1, Math.ceil((leaving ?? now) + windowMs - now)),
  };
}

/** The limit while Redis cannot be asked: other processes count on their own too, so each lets through less. */
export const strictLimit = (limit: number): number => Math.max(1, Math.floor(limit / 2));
