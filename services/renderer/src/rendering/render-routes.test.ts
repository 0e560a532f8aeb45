import { urgentRenders } from '@marquee/contracts';
import request from 'supertest';
import { StudioProblem } from '../studio/studio.ts';
import { asking } from '../testing/ask.ts';
import { type RunningRenderer, runningRenderer } from '../testing/running-renderer.ts';
import { until } from '../testing/until.ts';

jest.setTimeout(30_000);

let renderer: RunningRenderer;
beforeEach(async () => {
  renderer = await runningRenderer();
});
afterEach(() => renderer.close());
const { get, post } = asking(() => renderer);

const place = 'horizontal_offset: 3, vertical_offset: 0, horizontal_align: left, vertical_align: top';
const text = (mapping: string, more = '') =>
  `  ${mapping}:\n    plex_all: true\n    overlay: { name: "text(4K)", ${place}${more} }\n`;
const file = (...parts: string[]) => `overlays:\n${parts.join('')}`;
const render = (body: object) =>
  post('/overlays/render').send({ itemId: 'attic.7', files: [file(text('4K'))], ...body });

test('draws overlays on an item, and the same again is known', async () => {
  const { body } = await render({}).expect(200);
  expect(body.data).toMatchObject({ itemId: 'attic.7', title: 'Film attic.7', cached: false });
  expect(body.data.account).toMatchObject({ outcome: 'drawn', applied: ['4K'] });
  const picture = await get(body.data.imageUrl.replace('/api', '')).expect(200);
  expect(picture.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'private, max-age=31536000, immutable',
  });
  expect(picture.body.toString()).toMatch(/^webp_lossy 10x15 07.*ff/);
  expect((await render({}).expect(200)).body.data).toEqual({ ...body.data, cached: true });
  expect(renderer.studio.drawn).toHaveLength(1);
});

test('fifty who want the same at once get one drawing', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => render({}).expect(200)));
  expect(new Set(answers.map(({ body }) => body.data.imageUrl)).size).toBe(1);
  expect(renderer.studio.drawn).toHaveLength(1);
});

test('a thumbnail, another format, another layout are drawings of their own', async () => {
  const image = { kind: 'image', format: 'jpg' };
  const wanted = [{}, { output: { ...image, width: 40 } }, { output: image }, { layout: 'raqm' }];
  const urls = new Set<string>();
  for (const one of wanted) urls.add((await render(one).expect(200)).body.data.imageUrl);
  expect(renderer.studio.drawn).toHaveLength(4);
  // The layout changes nothing in these pictures of words.
  expect(urls.size).toBe(2);
});

test('only explaining draws no picture and needs no poster', async () => {
  renderer.config.posters.set('attic.7', 'not a picture');
  const { body } = await render({ output: { kind: 'explain' } }).expect(200);
  expect(body.data).toMatchObject({ imageUrl: null, account: { outcome: 'drawn' } });
});

test('what Plex cannot find is not drawn, unless it is asked for by name', async () => {
  const files = [file(text('none'), text('guess'))];
  const all = (await render({ files }).expect(200)).body.data.account;
  expect(all.applied).toEqual(['guess']);
  expect(all.overlays.map(({ assumed }: { assumed: boolean }) => assumed)).toEqual([false, true]);
  const one = (await render({ files, only: ['none'] }).expect(200)).body.data.account;
  expect(one).toMatchObject({ applied: ['none'], overlays: [{ assumed: true, outcome: { fate: 'drawn' } }] });
});

test('files of the config folder come before the text of an editor', async () => {
  renderer.config.files.set('Q0n7mX2b9c1d4e5f6g7h8i', file(text('saved')));
  const fileIds = ['Q0n7mX2b9c1d4e5f6g7h8i'];
  expect(
    (await render({ fileIds, files: [file(text('edited'))] }).expect(200)).body.data.account.overlays,
  ).toMatchObject([{ key: 'saved' }, { key: '1:edited' }]);
  const gone = await render({ fileIds: ['A0n7mX2b9c1d4e5f6g7h8i'] }).expect(404);
  expect(gone.body.error.code).toBe('config.file-not-found');
});

test('a file that is no YAML is refused with its place', async () => {
  const { body } = await render({ files: ['overlays: [\n'] }).expect(422);
  expect(body.error).toMatchObject({
    code: 'overlay.invalid',
    details: [{ path: 'body.files.0', line: expect.any(Number) }],
  });
});

test('fonts and pictures come from Kometa, the config folder and what is shipped; the rest is refused, not read', async () => {
  renderer.config.files.set('overlays/own.png', '\x89PNGpicture:4');
  renderer.config.files.set('overlays/broken.png', 'no picture');
  const image = (mapping: string, ref: string) =>
    `  ${mapping}:\n    plex_all: true\n    overlay: { ${ref}, ${place} }\n`;
  const files = [
    file(
      text('default font'),
      text('shipped font', ', font: fonts/Inter-Medium.ttf'),
      text('broken font', ', font: fonts/Broken.ttf'),
      text('no font', ', font: fonts/Absent.ttf'),
      text('font trap', ', font: ../../../../proc/self/environ'),
      text('absolute', ', font: /etc/passwd'),
      image('own', 'name: own'),
      image('broken', 'name: broken'),
      image('star', 'name: marquee-star'),
      image('hbo', 'name: hbo, default: logo/hbo'),
      image('absent', 'name: absent'),
      image('outside', 'name: shadow, file: ../../../etc/shadow'),
      image('cloud', 'name: cloud, url: "http://169.254.169.254/latest"'),
    ),
  ];
  const { overlays } = (await render({ files }).expect(200)).body.data.account;
  const fates = Object.fromEntries(
    overlays.map(({ key, outcome }: { key: string; outcome: { fate: string; code?: string } }) => [
      key,
      outcome.code ?? outcome.fate,
    ]),
  );
  expect(fates).toEqual({
    'default font': 'drawn',
    'shipped font': 'drawn',
    'broken font': 'overlay.font-unreadable',
    'no font': 'overlay.font-missing',
    'font trap': 'overlay.font-missing',
    absolute: 'overlay.font-missing',
    own: 'drawn',
    broken: 'overlay.image-unreadable',
    star: 'drawn',
    hbo: 'drawn',
    absent: 'overlay.image-missing',
    outside: 'overlay.image-missing',
    cloud: 'overlay.image-missing',
  });
});

test('an item that the person may not see does not exist', async () => {
  const guest = asking(() => renderer, 'viewer', ['attic.2']);
  const { body } = await guest.post('/overlays/render').send({ itemId: 'attic.7' }).expect(404);
  expect(body.error.code).toBe('item.not-found');
});

test('a poster that cannot be read is told at once, and not tried again', async () => {
  renderer.config.posters.set('attic.7', 'not a picture');
  const { body } = await render({}).expect(422);
  expect(body.error).toMatchObject({
    code: 'image.unreadable',
    details: [{ message: expect.stringContaining('poster'), fix: expect.stringContaining('JPEG') }],
  });
  expect(renderer.studio.drawn).toHaveLength(1);
  expect(await renderer.bus.deadJobs(urgentRenders)).toEqual([]);
});

test('a drawing that breaks five times is put aside with its reason, which the person and the status page are told', async () => {
  renderer.studio.failing = new StudioProblem('render.crashed', 'The drawing thread ended');
  const { body } = await render({}).expect(422);
  expect(body.error).toMatchObject({
    code: 'render.failed',
    details: [{ message: 'The drawing thread ended' }],
  });
  await until(async () => (await renderer.bus.deadJobs(urgentRenders)).length > 0);
  expect(await renderer.bus.deadJobs(urgentRenders)).toMatchObject([
    { attempts: 5, reason: 'The drawing thread ended' },
  ]);
  const ready = await request(renderer.app()).get('/readyz').expect(200);
  expect(ready.body.checks).toContainEqual(
    expect.objectContaining({
      name: 'drawings',
      state: 'degraded',
      message: expect.stringContaining('thread ended'),
    }),
  );
});

test('what was pushed out of the cache before it was drawn is laid out again, once', async () => {
  const original = renderer.blobs.get;
  let lost = 0;
  renderer.blobs.get = async (hash) => {
    const found = await original(hash);
    if (found?.info.contentType !== 'font/sfnt' || lost > 0) return found;
    lost += 1;
    return undefined;
  };
  expect((await render({}).expect(200)).body.data.account.outcome).toBe('drawn');
  expect(lost).toBe(1);
  renderer.config.forgetful = true;
  expect((await render({ itemId: 'attic.8' }).expect(422)).body.error.code).toBe('render.failed');
});

test('nobody who draws: told after a while, and drawn all the same', async () => {
  await renderer.close();
  renderer = await runningRenderer({ patienceMs: 30, worker: false });
  expect((await render({}).expect(504)).body.error.code).toBe('render.timed-out');
  await renderer.startWorker();
  await until(() => renderer.studio.drawn.length > 0);
  await until(async () => (await render({})).status === 200);
  expect(renderer.studio.drawn).toHaveLength(1);
});

test('a drawing whose end was not told is found', async () => {
  const publish = renderer.bus.publish;
  renderer.bus.publish = async (topic, ...rest) => {
    if (topic.name !== 'renderer.ended') await publish(topic, ...rest);
  };
  expect((await render({}).expect(200)).body.data.account.outcome).toBe('drawn');
});

test('whoever waits goes before a batch', async () => {
  renderer.studio.pause();
  const batch = await post('/overlays/render-batch')
    .send({ itemIds: ['attic.21', 'attic.22', 'attic.23'], files: [file(text('4K'))] })
    .expect(202);
  await until(() => renderer.studio.busy().waiting === 1);
  const wanted = render({});
  const answer = wanted.then((one) => one);
  await until(() => renderer.studio.busy().waiting === 2);
  renderer.studio.goOn();
  expect((await answer).status).toBe(200);
  const [first] = renderer.studio.drawn;
  await until(
    async () => (await get(`/overlays/render-batch/${batch.body.data.id}`)).body.data.endedAt !== null,
  );
  // The same picture again is found under the key that was drawn first.
  expect(renderer.studio.drawn).toHaveLength(4);
  expect(await renderer.blobs.getNamed(`render:${first}`)).toBeDefined();
  const keys = (await renderer.db().selectFrom('render_batch_items').select('key').execute()).map(
    ({ key }) => key,
  );
  expect(keys).not.toContain(first);
});

test('a poster comes as raw pixels, stretched to the canvas, and not again while it is the same', async () => {
  const { body, headers } = await get('/overlays/base/attic.5').expect(200);
  expect(headers['content-type']).toBe('application/octet-stream');
  expect(body.length).toBe(1000 * 1500 * 3);
  expect(body[0]).toBe(5);
  await get('/overlays/base/attic.5')
    .set('if-none-match', headers.etag ?? '')
    .expect(304);
  renderer.config.posters.set('attic.5', 'not a picture');
  expect((await get('/overlays/base/attic.5').expect(422)).body.error.code).toBe('image.unreadable');
  renderer.config.posters.set('attic.5', 'gone');
  await get('/overlays/base/attic.5').expect(404);
});

test('only what was drawn is to be had by its hash', async () => {
  const { hash } = await renderer.blobs.put(Buffer.from('font:Secret'), 'font/sfnt');
  expect((await get(`/overlays/rendered/${hash}`).expect(404)).body.error.code).toBe('image.not-found');
  await get(`/overlays/rendered/${'0'.repeat(64)}`).expect(404);
  await get('/overlays/rendered/xyz').expect(422);
});
