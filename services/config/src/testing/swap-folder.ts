import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Another thread that swaps a folder for a link and back, as fast as it can. Plain JavaScript in a string: a worker
 * starts without the test's compiler.
 */
const swapping = `
const { renameSync } = require('node:fs');
const { workerData } = require('node:worker_threads');
const { shown, folder, link, stop, swaps } = workerData;
const stopped = new Int32Array(stop);
const count = new Int32Array(swaps);
while (Atomics.load(stopped, 0) === 0) {
  renameSync(shown, folder);
  renameSync(link, shown);
  renameSync(shown, link);
  renameSync(folder, shown);
  Atomics.add(count, 0, 1);
}
`;

export async function swapFolders(places: { shown: string; folder: string; link: string }) {
  const stop = new SharedArrayBuffer(4);
  const swaps = new SharedArrayBuffer(4);
  const worker = new Worker(swapping, { eval: true, workerData: { ...places, stop, swaps } });
  await once(worker, 'online');
  return {
    swaps: () => Atomics.load(new Int32Array(swaps), 0),
    async end(): Promise<void> {
      Atomics.store(new Int32Array(stop), 0, 1);
      await once(worker, 'exit');
    },
  };
}
