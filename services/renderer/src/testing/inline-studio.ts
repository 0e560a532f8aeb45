import { createStudioHand } from '../studio/do-task.ts';
import { createLanes } from '../studio/lanes.ts';
import type { Studio, StudioTask } from '../studio/studio.ts';
import { fakeTools } from './fake-tools.ts';

export interface InlineStudio extends Studio {
  /** Keys of the jobs that were drawn, in order. */
  readonly drawn: string[];
  /** Nothing is done until it goes on. */
  pause(): void;
  goOn(): void;
  /** Thrown in place of drawing, while set. */
  failing: Error | undefined;
}

/** The studio without threads: one piece at a time, on the spot. */
export function inlineStudio(tools = fakeTools()): InlineStudio {
  const hand = createStudioHand(tools);
  const waiting = createLanes<() => Promise<void>>(() => 0);
  const drawn: string[] = [];
  let working = 0;
  let paused = false;

  async function advance(): Promise<void> {
    if (paused || working > 0) return;
    const next = waiting.next();
    if (next === undefined) return;
    working += 1;
    await next();
    working -= 1;
    void advance();
  }

  const studio: InlineStudio = {
    drawn,
    failing: undefined,
    pause: () => {
      paused = true;
    },
    goOn: () => {
      paused = false;
      void advance();
    },
    run: (task, { haste, material }) =>
      new Promise((resolve, reject) => {
        waiting.put(haste, async () => {
          try {
            if (studio.failing !== undefined) throw studio.failing;
            const one = task as StudioTask;
            if (one.kind === 'draw') drawn.push(one.job.key);
            const fetch = async (hashes: readonly string[]) =>
              new Map(
                await Promise.all(
                  hashes.map(async (hash) => [hash, (await material?.(hash)) ?? null] as const),
                ),
              );
            resolve((await hand(one, fetch)) as never);
          } catch (error) {
            reject(error);
          }
        });
        void advance();
      }),
    busy: () => ({ working, waiting: waiting.length }),
    close: async () => undefined,
  };
  return studio;
}
