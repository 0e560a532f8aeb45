import { Worker } from 'node:worker_threads';
import { RENDER_LIMITS } from '@marquee/contracts';
import type { Studio } from '../studio/studio.ts';
import { threadPool } from './thread-pool.ts';

export interface OpenStudioOptions {
  /** The built adapters/thread.ts. */
  script: URL | string;
  threads: number;
  /** Folder of the engine's WebAssembly. */
  engine: string;
}

/** Drawing threads with their limits. What WebAssembly may take is limited where its memory is made. */
export function openStudio({ script, threads, engine }: OpenStudioOptions): Studio {
  return threadPool({
    threads,
    seconds: RENDER_LIMITS.seconds,
    start: () =>
      new Worker(script, {
        workerData: { engine },
        resourceLimits: { maxOldGenerationSizeMb: Math.floor(RENDER_LIMITS.memoryBytes / 2 ** 20) },
      }),
  });
}
