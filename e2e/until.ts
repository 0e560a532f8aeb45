import { setTimeout as pause } from 'node:timers/promises';

/** Shorter than a test may last, so that what was seen last is told. */
const PATIENCE_MS = 50_000;

/** Reads until what was read is as wanted, and says what it was instead when patience ends. */
export async function until<T>(
  read: () => Promise<T> | T,
  wanted: (value: T) => boolean,
  patienceMs: number = PATIENCE_MS,
): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (performance.now() > giveUpAt) throw new Error(`Waited in vain; last seen: ${JSON.stringify(value)}`);
    await pause(50);
  }
}
