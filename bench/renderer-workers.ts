import { setTimeout as pause } from 'node:timers/promises';
import { batchRenders } from '@marquee/contracts';
import { drawingRoom, drawnBy } from '../faults/render-jobs.ts';
import type { Table } from './table.ts';

const JOBS = 120;
const WARM_UP = 4;
const PATIENCE_MS = 300_000;

/** The same queue with one, two and four worker processes. */
async function run(): Promise<Table> {
  const room = await drawingRoom();
  const rows: (string | number)[][] = [];
  let alone = 0;
  let once = true;
  try {
    for (const count of [1, 2, 4]) {
      const workers = await Promise.all(Array.from({ length: count }, () => room.startWorker()));
      const { well } = room.ended;
      const draw = async (jobs: ReturnType<typeof room.jobs>): Promise<number> => {
        room.forget();
        const started = performance.now();
        for (const job of jobs) await room.bus.enqueue(batchRenders, job, { messageId: job.key });
        while (well.size < jobs.length) {
          if (performance.now() - started > PATIENCE_MS)
            throw new Error(`Only ${well.size} of ${jobs.length} were drawn`);
          await pause(5);
        }
        return performance.now() - started;
      };
      // Threads start and fonts are fetched with the first ones.
      await draw(room.jobs(WARM_UP * count));
      const jobs = room.jobs(JOBS);
      const ms = await draw(jobs);
      const told = [...well.values()].reduce((sum, times) => sum + times, 0);
      const drawn = await Promise.all(workers.map(drawnBy));
      const inAll = drawn.reduce((sum, one) => sum + one, 0) - WARM_UP * count;
      const perSecond = (JOBS * 1000) / ms;
      if (count === 1) alone = perSecond;
      if (inAll !== JOBS || told !== JOBS || (await room.count(jobs)) !== JOBS) once = false;
      rows.push([
        count,
        JOBS,
        inAll,
        drawn.join(' + '),
        perSecond.toFixed(1),
        (perSecond / alone).toFixed(2),
      ]);
      for (const worker of workers) await worker.terminate();
    }
  } finally {
    await room.remove();
  }
  return {
    title: 'Renderer workers on one queue',
    columns: [
      'workers',
      'jobs',
      'drawn',
      'by each (with the first ones)',
      'pictures a second',
      '× one worker',
    ],
    rows,
    notes: [
      '1000×1500, three texts, WebP 90; one drawing thread a worker; broker, Redis and the one who asks share the machine.',
      'Workers know the broker and Redis and nothing else. Verdict: every job was drawn once, told once, and lies there.',
    ],
    pass: once,
  };
}

export default { name: 'renderer-workers', run };
