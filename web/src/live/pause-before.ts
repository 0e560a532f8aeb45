const FIRST_MS = 1000;
const LONGEST_MS = 10_000;

/** Doubles with each try, and is spread out so that not everybody comes back in the same moment. */
export function pauseBefore(tries: number, random = Math.random): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1));
  return whole * (0.5 + random() / 2);
}
