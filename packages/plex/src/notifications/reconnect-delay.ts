export interface Backoff {
  firstDelayMs: number;
  maxDelayMs: number;
}

/** Full jitter: anything from nought to a limit that doubles, so that many clients do not come back at once. */
export function reconnectDelay(failures: number, backoff: Backoff, random: () => number): number {
  return random() * Math.min(backoff.maxDelayMs, backoff.firstDelayMs * 2 ** failures);
}
