import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { problem } from '@marquee/contracts';
import { oneAtATime } from '../files/one-at-a-time.ts';
import type { Desk, DeskAnswer, DeskTask } from '../problems/deskwork.ts';

const SECONDS = 30;
const IDLE_MS = 60_000;
const MEMORY_MB = 1024;

/** A thread that is started when there is work, ended when there was none for a while, or too much. */
export function threadDesk(script: URL | string, seconds: number = SECONDS): Desk {
  const inOrder = oneAtATime();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };

  const answerOf = async (task: DeskTask): Promise<unknown> => {
    clearTimeout(idle);
    worker ??= new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), seconds * 1000);
    try {
      // An error of the thread itself, such as want of memory, comes as an event and rejects this.
      const said = once(worker, 'message', { signal: patience.signal });
      worker.postMessage(task);
      const [{ answer, failed }] = await said;
      if (failed !== undefined) throw new Error(failed);
      return answer;
    } catch (cause) {
      await end();
      throw patience.signal.aborted ? problem('config.check-timed-out', { cause }) : cause;
    } finally {
      clearTimeout(timer);
      idle = setTimeout(end, IDLE_MS);
      idle.unref();
    }
  };

  return {
    do: <T extends DeskTask>(task: T) => inOrder('', () => answerOf(task)) as Promise<DeskAnswer<T>>,
    close: () => inOrder('', end),
  };
}
