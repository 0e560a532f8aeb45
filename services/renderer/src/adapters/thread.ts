import { parentPort, workerData } from 'node:worker_threads';
import { createStudioHand } from '../studio/do-task.ts';
import { type StudioCode, StudioProblem } from '../studio/studio.ts';
import type { FromThread, ToThread } from '../studio/thread-words.ts';
import { openTools } from './open-tools.ts';

/** A drawing thread: what it is told to do it does, one piece at a time. Started by thread-pool.ts. */
const port = parentPort;
if (port === null) throw new Error('This is a thread, not a program');
const say = (words: FromThread): void => port.postMessage(words);

type Bytes = Record<string, Uint8Array | null>;
const asked = new Map<number, (bytes: Bytes) => void>();
const hand = openTools(workerData).then(createStudioHand);

port.on('message', (said: ToThread) => {
  if (said.say === 'material') {
    asked.get(said.id)?.(said.bytes);
    asked.delete(said.id);
    return;
  }
  const { id, task } = said;
  const material = async (hashes: readonly string[]) => {
    const brought = new Promise<Bytes>((resolve) => asked.set(id, resolve));
    say({ say: 'need', id, hashes: [...hashes] });
    return new Map(Object.entries(await brought));
  };
  hand
    .then((work) => work(task, material))
    .then(
      (answer) => say({ say: 'done', id, answer }),
      (error: unknown) => say({ say: 'failed', id, ...failureOf(error) }),
    );
});

function failureOf(error: unknown): { code: StudioCode; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof StudioProblem) return { code: error.code, message };
  return { code: 'render.failed', message };
}
