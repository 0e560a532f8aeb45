import { parentPort } from 'node:worker_threads';
import { createDeskWorker, type DeskTask } from '../problems/deskwork.ts';

/** Checks and merges, one at a time. Started by thread-desk.ts. */
const port = parentPort;
if (port === null) throw new Error('This is a thread, not a program');
const doTask = createDeskWorker();
port.on('message', (task: DeskTask) => {
  try {
    port.postMessage({ answer: doTask(task) });
  } catch (error) {
    port.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
