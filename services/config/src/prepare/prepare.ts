import { type PrepareJob, preparePosters } from '@marquee/contracts';
import type { Subscription } from '@marquee/service-kit';
import type { VisibleLibrary } from '../libraries/visible-library.ts';
import { keepGoing } from './keep-going.ts';
import type { PreparePorts } from './prepare-ports.ts';
import { findJob, startJob } from './start-job.ts';
import { workBatch } from './work-batch.ts';

const EACH_MS = 60_000;

/** The poster jobs: rows in our database, worked off through the queue by whoever is there. */
export function createPrepare(ports: PreparePorts) {
  let timer: NodeJS.Timeout | undefined;
  let working: Subscription | undefined;
  let going: Promise<void> = Promise.resolve();
  let stopped = false;

  // One round at a time; a round that fails is told to the log, and the next one tries again.
  const go = (atStart: boolean): Promise<void> => {
    going = going.then(async () => {
      if (stopped) return;
      await keepGoing(ports, { atStart }).catch((cause: unknown) => {
        ports.log.error({ err: cause }, 'The poster jobs could not be looked after');
      });
    });
    return going;
  };

  return {
    async begin(library: VisibleLibrary, wish: { width: number; askedBy: string }): Promise<PrepareJob> {
      const job = await startJob(ports, library, wish);
      void go(false);
      return job;
    },
    find: (libraryId: string, jobId: string): Promise<PrepareJob> => findJob(ports, libraryId, jobId),
    async start(): Promise<void> {
      working = await ports.bus.work(preparePosters, (batch, delivery) => workBatch(ports, batch, delivery));
      void go(true);
      timer = setInterval(() => void go(false), EACH_MS);
      timer.unref();
    },
    async stop(): Promise<void> {
      stopped = true;
      clearInterval(timer);
      await Promise.all([working?.stop(), going]);
    },
  };
}
export type Prepare = ReturnType<typeof createPrepare>;
