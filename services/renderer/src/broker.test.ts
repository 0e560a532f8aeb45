import { randomUUID } from 'node:crypto';
import {
  batchRenders,
  type RenderBatch,
  renderBatchProgressed,
  renderEnded,
  urgentRenders,
} from '@marquee/contracts';
import { createLogger, folderBlobs, memoryKeys } from '@marquee/service-kit';
import { tempFolder } from '@marquee/testing';
import { namedJob } from './jobs/job-key.ts';
import { asking } from './testing/ask.ts';
import { brokerCorner } from './testing/broker-corner.ts';
import { facts } from './testing/fake-config.ts';
import { inlineStudio } from './testing/inline-studio.ts';
import { type RunningRenderer, runningRenderer } from './testing/running-renderer.ts';
import { until } from './testing/until.ts';
import { createRenderWorker } from './worker/render-worker.ts';

jest.setTimeout(60_000);

const GROUP = 'listener';
let corner: ReturnType<typeof brokerCorner>;
beforeEach(() => {
  corner = brokerCorner();
});
afterEach(() =>
  corner.clear({
    jobs: [urgentRenders.name, batchRenders.name],
    groups: [
      [renderBatchProgressed.name, GROUP],
      [renderEnded.name, GROUP],
    ],
  }),
);

test('over the real broker: one picture, a batch, and another service that hears of it', async () => {
  const renderer: RunningRenderer = await runningRenderer({ bus: await corner.open() });
  try {
    const { post } = asking(() => renderer);
    const told: RenderBatch[] = [];
    await (await corner.open()).subscribe(renderBatchProgressed, { group: GROUP }, (batch) => {
      told.push(batch);
    });
    const files = [
      'overlays:\n  a:\n    plex_all: true\n    overlay: { name: "text(4K)", horizontal_offset: 1, vertical_offset: 1 }\n',
    ];
    const { body } = await post('/overlays/render').send({ itemId: 'attic.7', files }).expect(200);
    expect(body.data.account.outcome).toBe('drawn');
    renderer.config.items = ['attic.1', 'attic.2', 'attic.3'];
    await post('/overlays/render-batch').send({ libraryId: 'attic.1', files }).expect(202);
    await until(() => told.some(({ endedAt }) => endedAt !== null));
    expect(told.at(-1)).toMatchObject({ state: 'succeeded', done: 3, failed: 0 });
  } finally {
    await renderer.close();
  }
});

test('two workers who are given the same jobs over and over draw each of them once', async () => {
  const temp = await tempFolder('marquee-blobs');
  const blobs = folderBlobs({ dir: temp.path, maxBytes: 10_000_000 });
  // In life both would use the same Redis.
  const keys = memoryKeys();
  const studios = [inlineStudio(), inlineStudio()];
  const log = createLogger({ service: 'test', level: 'silent' });
  const workers = await Promise.all(
    studios.map(async (studio) =>
      createRenderWorker({ bus: await corner.open(), keys, blobs, studio, threads: 2, log }),
    ),
  );
  for (const worker of workers) await worker.start();
  const sender = await corner.open();
  const ended = new Set<string>();
  await sender.subscribe(renderEnded, {}, ({ key, result }) => {
    if (result !== null) ended.add(key);
  });
  const jobs = Array.from({ length: 30 }, (_, place) =>
    namedJob({
      ...{ set: { definitions: [], queues: [] }, matched: [`m${place}`], assumed: [], before: null },
      facts: { ...facts, title: randomUUID() },
      ...{ sampled: [], base: null, assets: { fonts: {}, images: {} }, layout: 'basic' },
      output: { kind: 'image', format: 'png', quality: 90, width: null },
    }),
  );
  for (const job of [...jobs, ...jobs]) await sender.enqueue(urgentRenders, job, { messageId: job.key });
  for (const job of jobs) await sender.enqueue(batchRenders, job, { messageId: job.key });
  await until(() => ended.size === jobs.length);
  await Promise.all(workers.map((worker) => worker.stop()));
  const drawn = studios.map((studio) => studio.drawn);
  expect(drawn.flat().toSorted()).toEqual(jobs.map(({ key }) => key).toSorted());
  // Both had a hand in it.
  expect(drawn.every((keysOfOne) => keysOfOne.length > 0)).toBe(true);
  expect(await sender.deadJobs(urgentRenders)).toEqual([]);
  await blobs.close();
  await temp.remove();
});
