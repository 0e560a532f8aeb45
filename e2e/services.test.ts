import { randomUUID } from 'node:crypto';
import {
  Library,
  PrepareJob,
  prepareProgressed,
  RenderBatch,
  RenderedItem,
  type StreamEvent,
  SystemStatus,
} from '@marquee/contracts';
import { z } from 'zod';
import { type Answer, ask as askAnybody } from './ask.ts';
import { START_MS } from './distributed/claim-broker.ts';
import { type HeardEvents, listenTo } from './distributed/event-stream.ts';
import { type Installation, startInstallation, startWorker } from './distributed/installation.ts';
import { until } from './until.ts';

jest.setTimeout(60_000);

let marquee: Installation;
let heard: HeardEvents;
const api = (path: string) => `${marquee.gateway.url}/api${path}`;
const ask = (address: string, { headers, ...more }: Parameters<typeof askAnybody>[1] = {}): Promise<Answer> =>
  askAnybody(address, { ...more, headers: { ...marquee.headers, ...headers } });
const jobIn = (event: StreamEvent): PrepareJob => PrepareJob.parse(event.data);
const libraryNamed = async (title: string): Promise<Library> => {
  const libraries = z.array(Library).parse((await ask(api('/libraries'))).data);
  const found = libraries.find((library) => library.title === title);
  if (!found) throw new Error(`No library ${title}`);
  return found;
};
const prepare = (libraryId: string, width: number, key: string = randomUUID()): Promise<Answer> =>
  ask(api(`/libraries/${libraryId}/prepare-posters`), {
    method: 'POST',
    headers: { 'idempotency-key': key },
    body: { width },
  });

beforeAll(async () => {
  marquee = await startInstallation();
  heard = await listenTo(marquee.gateway.url, prepareProgressed.name, marquee.headers);
}, START_MS);
afterAll(async () => {
  heard?.close();
  await marquee?.end();
});

test('the gateway, the config service, the broker and Redis find each other', async () => {
  const status = SystemStatus.parse((await ask(api('/system/status'))).data);
  expect(status).toMatchObject({ state: 'ok', mode: 'distributed', demo: false });
  expect(status.services.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'gateway ok',
    'config ok',
    'renderer ok',
  ]);
});

test('libraries and a sized poster come through the gateway', async () => {
  const films = await libraryNamed('Films');
  expect(films.counts[0]?.count).toBeGreaterThanOrEqual(60);
  const poster = await fetch(api(`/items/${films.collage[0]}/images/poster?width=360`), {
    headers: marquee.headers,
  });
  expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  const bytes = new Uint8Array(await poster.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  expect(poster.headers.get('etag')).toBeTruthy();
});

test('a poster job goes through the queue and its progress is heard until it succeeds', async () => {
  const { id, counts } = await libraryNamed('Series');
  const key = randomUUID();
  const [first, again] = [await prepare(id, 360, key), await prepare(id, 360, key)];
  expect([first.status, again.status]).toEqual([202, 202]);
  const job = PrepareJob.parse(first.data);
  expect(PrepareJob.parse(again.data).id).toBe(job.id);

  const end = jobIn(await heard.next((event) => jobIn(event).id === job.id && jobIn(event).endedAt !== null));
  expect(end).toMatchObject({ state: 'succeeded', done: counts[0]?.count, failed: 0 });
  expect((await prepare(id, 240, key)).error).toMatchObject({ code: 'request.idempotency-mismatch' });
});

test('a service killed in the middle of a job finishes it when it is back, and counts every batch once', async () => {
  const { id, counts } = await libraryNamed('Films');
  const total = counts[0]?.count ?? 0;
  // Two batches of 25 are worked on at a time, so the last poster that is let through completes the first of them.
  marquee.plex.faults.add({
    path: '/library/metadata/*/thumb/*',
    skip: 49,
    effect: { kind: 'delay', milliseconds: 60_000 },
  });
  const job = PrepareJob.parse((await prepare(id, 240)).data);
  const middle = await heard.next((event) => jobIn(event).id === job.id && jobIn(event).done > 0);
  expect(jobIn(middle).done).toBeLessThan(total);
  await marquee.config.kill();
  marquee.plex.faults.clear();
  await marquee.config.restart();

  const end = jobIn(await heard.next((event) => jobIn(event).id === job.id && jobIn(event).endedAt !== null));
  expect(end).toMatchObject({ state: 'succeeded', done: total, total, failed: 0 });
  const told = heard.events.map(jobIn).filter((event) => event.id === job.id);
  const counted = told.map(({ done }) => done);
  expect(counted).toEqual([...counted].sort((a, b) => a - b));

  // What the broker delivered again and what the service sent again is let go without being counted.
  await until(
    () => marquee.broker.waitingJobs(),
    (waiting) => waiting === 0,
  );
  const now = await ask(api(`/libraries/${id}/prepare-posters/${job.id}`));
  expect(PrepareJob.parse(now.data)).toEqual(end);
});

const overlayFile = (words: string) => `overlays:
  one:
    plex_all: true
    overlay:
      name: text(${words})
      horizontal_offset: 30
      horizontal_align: left
      vertical_offset: 30
      vertical_align: top
`;

test('overlays are drawn by a worker that knows the broker and Redis only', async () => {
  const { collage } = await libraryNamed('Films');
  const answer = await ask(api('/overlays/render'), {
    method: 'POST',
    body: { itemId: collage[0], files: [overlayFile('4K')] },
  });
  expect(answer.status).toBe(200);
  const drawn = RenderedItem.parse(answer.data);
  expect(drawn.account).toMatchObject({ outcome: 'drawn', applied: ['one'] });
  const picture = await fetch(`${marquee.gateway.url}${drawn.imageUrl}`, { headers: marquee.headers });
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
});

test('a worker killed in the middle of a batch loses none: another one draws the rest', async () => {
  const { id, counts } = await libraryNamed('Films');
  const begun = await ask(api('/overlays/render-batch'), {
    method: 'POST',
    headers: { 'idempotency-key': randomUUID() },
    body: { libraryId: id, files: [overlayFile('HDR')] },
  });
  const batchId = RenderBatch.parse(begun.data).id;
  const read = async () => RenderBatch.parse((await ask(api(`/overlays/render-batch/${batchId}`))).data);
  await until(read, ({ done }) => done > 0);
  await marquee.worker.kill();
  const another = await startWorker({});
  try {
    const end = await until(read, ({ endedAt }) => endedAt !== null);
    expect(end).toMatchObject({ state: 'succeeded', done: counts[0]?.count, failed: 0 });
  } finally {
    await another.stop();
    await marquee.worker.restart();
  }
});

test('a service that is gone is named in a 503, and works again as soon as it is back', async () => {
  await marquee.config.kill();
  const gone = await ask(api('/libraries'));
  expect(gone.status).toBe(503);
  expect(gone.headers.get('retry-after')).toBeTruthy();
  expect(gone.error).toMatchObject({
    code: 'service.unavailable',
    message: expect.stringContaining('config'),
    details: [expect.objectContaining({ path: 'config' })],
  });
  const status = SystemStatus.parse((await ask(api('/system/status'))).data);
  expect(status.services.find(({ name }) => name === 'config')).toMatchObject({ state: 'down' });

  await marquee.config.restart();
  const back = await until(
    () => ask(api('/libraries')),
    (answer) => answer.status === 200,
  );
  expect(z.array(Library).parse(back.data).length).toBeGreaterThan(0);
});

test('each service exits 0 on SIGTERM', async () => {
  const { gateway, config, renderer, worker } = marquee;
  for (const service of [gateway, config, renderer, worker]) expect(await service.stop()).toBe(0);
});
