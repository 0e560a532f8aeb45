import {
  batchRenders,
  type RenderBatch,
  type RenderBatchResult,
  renderBatchProgressed,
} from '@marquee/contracts';
import { StudioProblem } from '../studio/studio.ts';
import { asking } from '../testing/ask.ts';
import { type RunningRenderer, runningRenderer } from '../testing/running-renderer.ts';
import { until } from '../testing/until.ts';

jest.setTimeout(30_000);

let renderer: RunningRenderer;
beforeEach(async () => {
  renderer = await runningRenderer();
  renderer.config.items = Array.from({ length: 50 }, (_, place) => `attic.${place + 1}`);
});
afterEach(() => renderer.close());
const { get, post, remove } = asking(() => renderer);

const overlay = (mapping: string, x: number) =>
  `  ${mapping}:\n    plex_all: true\n    overlay: { name: "text(4K)", horizontal_offset: ${x}, vertical_offset: 0, horizontal_align: left, vertical_align: top }\n`;
const file = (...parts: string[]) => `overlays:\n${parts.join('')}`;
const begin = async (body: object): Promise<RenderBatch> =>
  (
    await post('/overlays/render-batch')
      .send({ libraryId: 'attic.1', files: [file(overlay('a', 0))], ...body })
      .expect(202)
  ).body.data;
const read = async (id: string): Promise<RenderBatchResult> =>
  (await get(`/overlays/render-batch/${id}`).expect(200)).body.data;
const over = async (id: string): Promise<RenderBatchResult> => {
  await until(async () => (await read(id)).endedAt !== null);
  return read(id);
};

test('draws a whole library, tells how far it is, and lays a contact sheet', async () => {
  const told: RenderBatch[] = [];
  await renderer.bus.subscribe(renderBatchProgressed, {}, (batch) => {
    told.push(batch);
  });
  const { id, ...begun } = await begin({});
  expect(begun).toMatchObject({ state: 'queued', kind: 'draw', libraryId: 'attic.1', done: 0, total: 50 });
  const end = await over(id);
  expect(end).toMatchObject({ state: 'succeeded', done: 50, failed: 0, message: '50 drawn' });
  expect(end.items.map(({ itemId }) => itemId)).toEqual(renderer.config.items);
  expect(end.items[0]).toMatchObject({ title: 'Film attic.1', account: { outcome: 'drawn' } });
  const thumbnail = await get((end.items[0]?.imageUrl ?? '').replace('/api', '')).expect(200);
  expect(thumbnail.headers['content-type']).toBe('image/jpeg');
  const sheet = await get((end.sheetUrl ?? '').replace('/api', '')).expect(200);
  expect(sheet.body.toString()).toBe('sheet of 50 at 240');
  await until(() => told.some(({ endedAt }) => endedAt !== null));
  const done = told.map((one) => one.done);
  expect(done).toEqual(done.toSorted((one, other) => one - other));
});

test('items that are not there, and posters that cannot be read, are named', async () => {
  renderer.config.posters.set('attic.2', 'gone');
  renderer.config.posters.set('attic.3', 'not a picture');
  const end = await over((await begin({})).id);
  expect(end).toMatchObject({ state: 'succeeded', done: 50, failed: 2, message: '48 drawn, 2 could not be' });
  expect(end.failures).toEqual([
    { itemId: 'attic.2', code: 'item.not-found', message: 'There is no item with this id' },
    { itemId: 'attic.3', code: 'image.unreadable', message: expect.any(String) },
  ]);
});

test('collisions are found without drawing anything', async () => {
  const files = [file(overlay('a', 0), overlay('b', 1), overlay('c', 9))];
  const end = await over(
    (await begin({ kind: 'collisions', itemIds: ['attic.4'], libraryId: null, files })).id,
  );
  expect(end.collisions).toEqual([
    {
      itemId: 'attic.4',
      title: 'Film attic.4',
      kind: 'outside',
      first: 'c',
      second: null,
      box: { x: 9, y: 0, width: 2, height: 2 },
    },
    {
      itemId: 'attic.4',
      title: 'Film attic.4',
      kind: 'overlap',
      first: 'a',
      second: 'b',
      box: { x: 1, y: 0, width: 1, height: 2 },
    },
  ]);
  expect(end).toMatchObject({ items: [], sheetUrl: null, message: '1 checked' });
});

test('what is compared says how many pixels differ, and shows them', async () => {
  const before = [file(overlay('a', 5), overlay('b', 6))];
  const files = [file(overlay('a', 5), overlay('b', 7))];
  const end = await over(
    (await begin({ kind: 'compare', itemIds: ['attic.4'], libraryId: null, before, files })).id,
  );
  expect(end.compared).toMatchObject([{ itemId: 'attic.4', changed: true, differingPixels: 2 }]);
  const [{ beforeUrl, afterUrl, differenceUrl } = { beforeUrl: '', afterUrl: '', differenceUrl: '' }] =
    end.compared;
  const urls = [beforeUrl, afterUrl, differenceUrl];
  expect(new Set(urls).size).toBe(3);
  for (const url of urls) await get((url ?? '').replace('/api', '')).expect(200);
  const same = await over(
    (await begin({ kind: 'compare', itemIds: ['attic.4'], libraryId: null, before: files, files })).id,
  );
  expect(same.compared).toMatchObject([{ changed: false, differingPixels: 0, differenceUrl: null }]);
});

test('a batch goes on where it was when the service comes back, and draws nothing twice', async () => {
  renderer.studio.pause();
  const { id } = await begin({});
  await until(() => renderer.studio.busy().waiting > 0);
  renderer.studio.goOn();
  await until(async () => (await read(id)).done > 3);
  await renderer.restart();
  expect(await over(id)).toMatchObject({ state: 'succeeded', done: 50, failed: 0 });
  expect(new Set(renderer.studio.drawn).size).toBe(renderer.studio.drawn.length);
});

test('a cancelled batch stays as it is', async () => {
  renderer.studio.pause();
  const { id } = await begin({});
  await until(() => renderer.studio.busy().waiting > 0);
  const { body } = await remove(`/overlays/render-batch/${id}`).expect(200);
  expect(body.data).toMatchObject({ state: 'cancelled', message: 'Cancelled', endedAt: expect.any(String) });
  renderer.studio.goOn();
  await until(() => renderer.studio.busy().working + renderer.studio.busy().waiting === 0);
  expect(await read(id)).toMatchObject({ state: 'cancelled' });
  expect((await remove(`/overlays/render-batch/${id}`).expect(200)).body.data.state).toBe('cancelled');
});

test('what breaks five times has failed, with its reason', async () => {
  renderer.studio.failing = new StudioProblem('render.timed-out', 'Not done within 10 s');
  const end = await over((await begin({ itemIds: ['attic.4'], libraryId: null })).id);
  expect(end).toMatchObject({
    state: 'failed',
    failures: [{ itemId: 'attic.4', message: 'Not done within 10 s' }],
  });
  expect(await renderer.bus.deadJobs(batchRenders)).toHaveLength(1);
});

test('the end of a drawing that nobody told is found, and what was lost is sent again', async () => {
  const publish = renderer.bus.publish;
  renderer.bus.publish = async (topic, ...rest) => {
    if (topic.name !== 'renderer.ended') await publish(topic, ...rest);
  };
  const { id } = await begin({ itemIds: ['attic.4'], libraryId: null });
  await until(() => renderer.studio.drawn.length === 1);
  renderer.pass(11_000);
  expect(await over(id)).toMatchObject({ state: 'succeeded', done: 1 });
});

test('the same Idempotency-Key begins one batch', async () => {
  const send = () =>
    post('/overlays/render-batch')
      .set('idempotency-key', 'k-12345678')
      .send({ itemIds: ['attic.4'], files: [] })
      .expect(202);
  expect((await send()).body.data.id).toBe((await send()).body.data.id);
});

test('an empty library is done at once; a library that one may not see is not there', async () => {
  renderer.config.items = [];
  expect(await over((await begin({})).id)).toMatchObject({ state: 'succeeded', total: 0, sheetUrl: null });
  const guest = asking(() => renderer, 'editor', ['attic.2'], 'guest');
  const { body } = await guest.post('/overlays/render-batch').send({ libraryId: 'attic.1' }).expect(404);
  expect(body.error.code).toBe('library.not-found');
});

test('a batch is for whoever may see its library; one over items for whoever asked', async () => {
  const [ofLibrary, ofItems] = [await begin({}), await begin({ itemIds: ['attic.4'], libraryId: null })];
  const guest = asking(() => renderer, 'editor', ['attic.2'], 'guest');
  const other = asking(() => renderer, 'editor', 'all', 'other');
  expect((await guest.get(`/overlays/render-batch/${ofLibrary.id}`).expect(404)).body.error.code).toBe(
    'job.not-found',
  );
  await other.get(`/overlays/render-batch/${ofLibrary.id}`).expect(200);
  await other.get(`/overlays/render-batch/${ofItems.id}`).expect(404);
  await other.remove(`/overlays/render-batch/${ofItems.id}`).expect(404);
  await over(ofLibrary.id);
  await over(ofItems.id);
});

test('batches are forgotten a week after they ended', async () => {
  const { id } = await begin({});
  await over(id);
  renderer.pass(7 * 24 * 3_600_000 + 60_000);
  await renderer.restart();
  await get(`/overlays/render-batch/${id}`).expect(404);
  expect(await renderer.db().selectFrom('render_batch_items').selectAll().execute()).toEqual([]);
});

test('overlays that cannot be read are refused before anything begins', async () => {
  const { body } = await post('/overlays/render-batch')
    .send({ libraryId: 'attic.1', files: ['overlays: ['] })
    .expect(422);
  expect(body.error.code).toBe('overlay.invalid');
});
