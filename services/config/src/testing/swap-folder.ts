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
let made = 0;
// Somebody may make a folder in the place while it is empty: that one is put aside.
function move(from, to) {
  for (;;) {
    try {
      return renameSync(from, to);
    } catch (cause) {
      if (to !== shown) throw cause;
      made += 1;
      renameSync(shown, folder + '-made-' + made);
    }
  }
}
while (Atomics.load(stopped, 0) === 0) {
  move(shown, folder);
  move(link, shown);
  move(shown, link);
  move(folder, shown);
  Atomics.add(count, 0, 1);
}
`;

export async function swapFolders(places: { shown: string; folder: string; link: string }) {
  const stop = new SharedArrayBuffer(4);
  const swaps = new SharedArrayBuffer(4);
  const worker = new Worker(swapping, { eval: true, workerData: { ...places, stop, swaps } });
  const exit = once(worker, 'exit');
  await once(worker, 'online');
  return {
    swaps: () => Atomics.load(new Int32Array(swaps), 0),
    async end(): Promise<void> {
      Atomics.store(new Int32Array(stop), 0, 1);
      await exit;
    },
  };
}
