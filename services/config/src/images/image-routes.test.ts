import sharp from 'sharp';
import { asking } from '../testing/ask.ts';
import { BROKEN_POSTER, NO_POSTER } from '../testing/plex-library.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(() => config.close());
const { get } = asking(() => config, 'viewer');
const POSTER = '/items/attic.1001/images/poster';
const downloads = () => config.asked().filter((asked) => /\/(thumb|art|file)\b/.test(asked));

test('a poster in the width asked for, as a JPEG that says nothing else', async () => {
  const { body, headers } = await get(`${POSTER}?width=240`).expect(200).expect('content-type', 'image/jpeg');
  expect(await sharp(body).metadata()).toMatchObject({ format: 'jpeg', width: 240, height: 360 });
  expect(headers).toMatchObject({
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    etag: expect.stringMatching(/^"[\w-]+"$/),
  });
});

test('without a width the original, unchanged', async () => {
  const { body } = await get(POSTER).expect(200);
  expect(await sharp(body).metadata()).toMatchObject({ width: 250, height: 375 });
});

test('a picture is never larger than the original', async () => {
  const { body } = await get(`${POSTER}?width=1920`).expect(200);
  expect(await sharp(body).metadata()).toMatchObject({ width: 250 });
});

test.each(['0', '-240', '241', '1e9', 'NaN', '240.5', '4000', '1e400'])(
  'the width %s is refused',
  async (width) => {
    expect((await get(`${POSTER}?width=${width}`).expect(422)).body.error.code).toBe('request.invalid');
  },
);

test('with its version it may be kept for ever, with another it may not', async () => {
  const current = await get(`${POSTER}?width=240&v=1700000001`).expect(200);
  expect(current.headers['cache-control']).toBe('private, max-age=31536000, immutable');
  const old = await get(`${POSTER}?width=240&v=1600000000`).expect(200);
  expect(old.headers['cache-control']).toBe('private, no-cache');
  expect(old.headers.etag).toBe(current.headers.etag);
});

test('who has it already gets 304, and Plex is not asked', async () => {
  const { headers } = await get(`${POSTER}?width=240`).expect(200);
  config.asked();
  const { body } = await get(`${POSTER}?width=240`)
    .set('if-none-match', headers.etag ?? '')
    .expect(304);
  expect(Buffer.isBuffer(body) ? body.length : 0).toBe(0);
  expect(config.asked()).toEqual([]);
});

test('another width or kind has another ETag', async () => {
  const tags = await Promise.all(
    [`${POSTER}?width=240`, `${POSTER}?width=360`, POSTER, '/items/attic.1001/images/art?width=240'].map(
      async (path) => (await get(path).expect(200)).headers.etag,
    ),
  );
  expect(new Set(tags).size).toBe(4);
});

test('fifty who ask at a time make one download and one picture', async () => {
  config.asked();
  const answers = await Promise.all(Array.from({ length: 50 }, () => get(`${POSTER}?width=360`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ body }) => body.length)).size).toBe(1);
  expect(downloads()).toHaveLength(1);
});

test('a page of the grid asks about each item once, with its list', async () => {
  const { body } = await get('/libraries/attic.1/items?limit=30').expect(200);
  config.asked();
  await Promise.all(
    body.data.entries.map(({ id }: { id: string }) => get(`/items/${id}/images/poster?width=120`)),
  );
  const asked = config.asked();
  expect(asked.filter((one) => /^GET \/library\/metadata\/[\d,]+$/.test(one))).toEqual([]);
  // One has no poster.
  expect(asked).toHaveLength(29);
});

test('a picture once made is there when Plex cannot give it any more', async () => {
  await get(`${POSTER}?width=240`).expect(200);
  config.standIn.faults.add({ path: '*/thumb/*', effect: { kind: 'status', status: 503 } });
  await get(`${POSTER}?width=240`).expect(200);
  expect((await get(`${POSTER}?width=360`).expect(502)).body.error.code).toBe('plex.unreachable');
});

test('no picture, a broken picture and no such kind are told apart', async () => {
  expect((await get(`/items/attic.${NO_POSTER}/images/poster`).expect(404)).body.error.code).toBe(
    'image.not-found',
  );
  for (const query of ['', '?width=240']) {
    const { body } = await get(`/items/attic.${BROKEN_POSTER}/images/poster${query}`).expect(422);
    expect(body.error.code).toBe('image.unreadable');
  }
  await get('/items/attic.1001/images/banner').expect(422);
});

test('an address that a caller brings along is refused', async () => {
  for (const query of ['url=http://127.0.0.1:1/x', 'path=/etc/passwd', 'X-Plex-Token=x']) {
    await get(`${POSTER}?${query}`).expect(422);
  }
});

test('after a change of the poster the new one is shown to who knows its version', async () => {
  await get(`${POSTER}?width=120&v=1700000001`).expect(200);
  config.standIn.change(({ items }) => {
    const poster = items.find(({ ratingKey }) => ratingKey === 1001)?.pictures.poster;
    if (poster) Object.assign(poster, { selected: 'metadata://posters/other-1001', version: 1_800_000_000 });
  });
  config.pass(2_500);
  const { headers } = await get(`${POSTER}?width=120&v=1800000000`).expect(200);
  expect(headers['cache-control']).toContain('immutable');
});
