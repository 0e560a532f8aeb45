import { setTimeout as pause } from 'node:timers/promises';
import { batchRenders, urgentRenders } from '@marquee/contracts';
import type { Product } from './product.ts';
import { seeded } from './random.ts';
import { drawingRoom, drawnBy } from './render-jobs.ts';

const JOBS = 150;
const KILLS = 8;
const PICTURES = 3;
const PATIENCE_MS = 180_000;
const SEED = 20261121;

/** Two workers draw; one after the other is killed in the middle of it and another one started. */
async function run() {
  const room = await drawingRoom();
  const random = seeded(SEED);
  const workers: Product[] = [];
  try {
    for (let count = 0; count < 2; count += 1) workers.push(await room.startWorker());
    const jobs = room.jobs(JOBS);
    for (const [place, job] of jobs.entries())
      await room.bus.enqueue(place % 3 === 0 ? urgentRenders : batchRenders, job, { messageId: job.key });
    const { well, badly } = room.ended;
    let kills = 0;
    for (; kills < KILLS && well.size < JOBS; kills += 1) {
      const [older] = workers;
      // Each lives for some pictures: where all die at once, it is the job that is put aside after five deaths.
      while (older !== undefined && (await drawnBy(older)) < PICTURES && well.size < JOBS) await pause(20);
      await pause(random() * 400);
      await workers.shift()?.kill();
      workers.push(await room.startWorker());
    }
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (well.size + badly.size < JOBS && performance.now() < giveUpAt) await pause(100);
    const dead = [...(await room.bus.deadJobs(urgentRenders)), ...(await room.bus.deadJobs(batchRenders))];
    const there = await room.count(jobs);
    const twice = [...well.values()].filter((times) => times > 1).length;
    return {
      title: 'Renderer workers killed while they draw',
      columns: ['jobs', 'kill -9', 'drawn and there', 'lost', 'failed', 'put aside', 'ended more than once'],
      rows: [[JOBS, kills, there, JOBS - there, badly.size, dead.length, twice]],
      notes: [
        'Two workers on a broker and a Redis of their own; each kill takes the older one and starts another.',
        ...dead.map(({ attempts, reason }) => `Put aside after ${attempts} tries: ${reason}`),
        'A job that was in hand comes again to whoever is there. Ended more than once is harmless: the second finds the first one’s result.',
      ],
      pass: there === JOBS && badly.size === 0 && dead.length === 0,
    };
  } finally {
    for (const worker of workers) await worker.kill();
    await room.remove();
  }
}

export default { name: 'renderer', run };
