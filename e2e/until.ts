import { setTimeout as pause } from 'node:timers/promises';

/** Reads until what was read is as wanted; the test's own time-out is the end of patience. */
export async function until<T>(read: () => Promise<T> | T, wanted: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    await pause(50);
  }
}
