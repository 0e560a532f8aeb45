import { doJsonTask, type FromJson, type ToJson } from './json-work.ts';

// The types of a page are in force here; a worker's own `postMessage` takes no origin.
const tell = (message: FromJson, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

self.onmessage = ({ data: { ticket, ...task } }: MessageEvent<ToJson>) => {
  try {
    const done = doJsonTask(task);
    tell({ ticket, done }, done instanceof Uint8Array ? [done.buffer] : []);
  } catch (error) {
    tell({ ticket, failed: String(error) });
  }
};
