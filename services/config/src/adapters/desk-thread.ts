import { parentPort } from 'node:worker_threads';
import { createDeskWorker, type DeskTask } from '../problems/deskwork.ts';
import type { FromThread } from './thread-desk.ts';

/** Checks and merges, one at a time. Started by thread-desk.ts. */
const port = parentPort;
if (port === null) throw new Error('This is a thread, not a program');
const say = (words: FromThread): void => port.postMessage(words);
const doTask = createDeskWorker((at) => say({ at }));
port.on('message', (task: DeskTask) => {
  say({ at: null });
  try {
    say({ answer: doTask(task) });
  } catch (error) {
    say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
