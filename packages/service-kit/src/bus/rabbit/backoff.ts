/** Milliseconds to wait before trying a connection or channel again. */
export type Backoff = (attempt: number) => number;

/** Full jitter: anything between nothing and a bound that doubles from 0.2 s to 15 s. */
export const fullJitter: Backoff = (attempt) =>
  Math.round(Math.random() * Math.min(15_000, 200 * 2 ** (attempt - 1)));
