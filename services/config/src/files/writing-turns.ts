import { oneAtATime } from './one-at-a-time.ts';

/**
 * Saves of one file go one after the other, saves of different files side by side; what looks at all files, or
 * writes many, has the folder to itself.
 */
export function createWritingTurns() {
  const perFile = oneAtATime();
  const underway = new Set<Promise<unknown>>();
  let whole: Promise<unknown> = Promise.resolve();

  const settled = async (work: Promise<unknown>): Promise<void> => {
    // Its own caller hears of it.
    await work.then(
      () => undefined,
      () => undefined,
    );
  };

  return {
    async inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
      for (let seen: Promise<unknown> | undefined; seen !== whole; ) {
        seen = whole;
        await settled(seen);
      }
      const mine = perFile(path, work);
      underway.add(mine);
      try {
        return await mine;
      } finally {
        underway.delete(mine);
      }
    },

    alone<T>(work: () => Promise<T>): Promise<T> {
      const before = whole;
      const mine = (async () => {
        await settled(before);
        await Promise.all([...underway].map(settled));
        return await work();
      })();
      whole = mine;
      return mine;
    },
  };
}
export type WritingTurns = ReturnType<typeof createWritingTurns>;
