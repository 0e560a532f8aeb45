import { doJsonTask, type FromJson, type ToJson } from './json-work.ts';

// The types of a page are in force here; a worker's own `postMessage` takes no origin.
const tell = (message: FromJson) => self.postMessage(message);

self.onmessage = ({ data: { ticket, ...task } }: MessageEvent<ToJson>) => {
  try {
    tell({ ticket, done: doJsonTask(task) });
  } catch (error) {
    tell({ ticket, failed: String(error) });
  }
};
