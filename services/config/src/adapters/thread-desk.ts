import { Worker } from 'node:worker_threads';
import { type Problem, problem } from '@marquee/contracts';
import { oneAtATime } from '../files/one-at-a-time.ts';
import type { Desk, DeskAnswer, DeskTask } from '../problems/deskwork.ts';
import { errnoOf } from './folder-problems.ts';
import { createPatience } from './patience.ts';

/** For each file. */
const SECONDS = 5;
const IDLE_MS = 60_000;
const MEMORY_MB = 1024;

/** What the thread says: that it has begun, each file that it turns to, and in the end what came of the work. */
export type FromThread = { at: string | null } | { answer: unknown } | { failed: string };

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
    try {
      return await doneBy(worker, task, seconds);
    } catch (cause) {
      await end();
      throw cause;
    } finally {
      idle = setTimeout(end, IDLE_MS);
      idle.unref();
    }
  };

  return {
    do: <T extends DeskTask>(task: T) => inOrder('', () => answerOf(task)) as Promise<DeskAnswer<T>>,
    close: () => inOrder('', end),
  };
}

function doneBy(worker: Worker, task: DeskTask, seconds: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const patience = createPatience(seconds * 1000, (file) =>
      settle(() => reject(tooMuch(file, `takes more than ${seconds} s to look through`))),
    );
    const hear = (said: FromThread) => {
      if ('at' in said) patience.turnTo(said.at);
      else settle(() => ('failed' in said ? reject(new Error(said.failed)) : resolve(said.answer)));
    };
    const fail = (cause: unknown) => {
      const isFull = errnoOf(cause) === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(() => reject(isFull ? tooMuch(patience.at(), 'takes too much memory', cause) : cause));
    };
    const settle = (tell: () => void) => {
      patience.end();
      worker.off('message', hear);
      worker.off('error', fail);
      tell();
    };
    worker.on('message', hear);
    worker.on('error', fail);
    worker.postMessage(task);
  });
}

function tooMuch(file: string | null, what: string, cause?: unknown): Problem {
  const fix = 'Divide it into several files.';
  const details = [
    file === null ? { message: `This ${what}.`, fix } : { file, message: `${file} ${what}.`, fix },
  ];
  return problem('config.check-timed-out', { details, cause });
}
