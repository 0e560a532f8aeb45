import { libraryChanged } from '@marquee/contracts';
import { asking } from '../testing/ask.ts';
import { detailedJpeg, hostilePictures, plainPicture } from '../testing/hostile-pictures.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { until } from '../testing/until.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(() => config.close());
const { get, post, put } = asking(() => config, 'editor');
const POSTERS = '/items/attic.1001/posters';
const writes = () => config.asked().filter((asked) => !asked.startsWith('GET'));

interface Poster {
  id: string;
  selected: boolean;
  source: string;
  imageUrl: string;
}
const list = async (): Promise<Poster[]> => (await get(POSTERS).expect(200)).body.data;

test('the posters Plex has, the chosen one marked, named by us', async () => {
  const posters = await list();
  expect(posters.map(({ selected, source }) => [selected, source])).toEqual([
    [true, 'agent'],
    [false, 'agent'],
  ]);
  for (const { id, imageUrl } of posters) {
    expect(id).toMatch(/^p_[\w-]{22}$/);
    expect(imageUrl).toBe(`/api/items/attic.1001/posters/${id}/image?width=240&v=${id}`);
    const { headers } = await get(imageUrl.replace('/api', ''))
      .expect(200)
      .expect('content-type', 'image/jpeg');
    expect(headers['cache-control']).toBe('private, max-age=31536000, immutable');
  }
  expect((await list()).map(({ id }) => id)).toEqual(posters.map(({ id }) => id));
});

test('choosing a poster changes what Plex shows, and the list at once', async () => {
  const [, other] = await list();
  const { body } = await put(`${POSTERS}/${other?.id}/selected`).expect(200);
  expect(body.data.map(({ selected }: Poster) => selected)).toEqual([false, true]);
  expect(
    config.standIn.state.items.find(({ ratingKey }) => ratingKey === 1001)?.pictures.poster?.selected,
  ).toBe('metadata://posters/other-1001');
});

test('a poster that is not among the item’s is not found', async () => {
  const foreign = (await get('/items/attic.1002/posters')).body.data[0].id;
  config.asked();
  for (const id of ['p_1', foreign]) {
    expect((await put(`${POSTERS}/${id}/selected`).expect(404)).body.error.code).toBe('poster.not-found');
    expect((await get(`${POSTERS}/${id}/image`).expect(404)).body.error.code).toBe('poster.not-found');
  }
  expect(writes()).toEqual([]);
});

test('an uploaded poster reaches Plex byte for byte and is the chosen one', async () => {
  const picture = await detailedJpeg();
  const { body } = await post(POSTERS).set('content-type', 'image/jpeg').send(picture).expect(201);
  expect(body.data).toHaveLength(3);
  const chosen = body.data.filter(({ selected }: Poster) => selected);
  expect(chosen).toEqual([expect.objectContaining({ source: 'uploaded' })]);
  const back = await get(`${POSTERS}/${chosen[0].id}/image`).expect(200);
  expect(Buffer.compare(back.body, picture)).toBe(0);
});

test('after an upload the grid has a new version of the poster', async () => {
  const before = (await get('/libraries/attic.1/items?limit=1').expect(200)).body.data.entries[0]
    .posterVersion;
  await post(POSTERS)
    .set('content-type', 'image/png')
    .send(await plainPicture('png'))
    .expect(201);
  const after = (await get('/libraries/attic.1/items?limit=1').expect(200)).body.data.entries[0]
    .posterVersion;
  expect(after).not.toBe(before);
});

test('hostile pictures never reach Plex', async () => {
  const taken: string[] = [];
  for (const [name, bytes] of await hostilePictures()) {
    const { status } = await post(POSTERS).set('content-type', 'image/png').send(bytes);
    if (status !== 422) taken.push(`${name}: ${status}`);
  }
  expect(taken).toEqual([]);
  expect(writes()).toEqual([]);
});

test.each(['image/svg+xml', 'text/html', 'application/json', 'image/gif'])(
  '%s is not taken',
  async (type) => {
    const { body } = await post(POSTERS)
      .set('content-type', type)
      .send('<svg xmlns="http://www.w3.org/2000/svg"/>')
      .expect(415);
    expect(body.error.code).toBe('request.unsupported-media-type');
  },
);

test('a viewer changes nothing', async () => {
  const viewer = asking(() => config, 'viewer');
  const [, other] = await list();
  await viewer.put(`${POSTERS}/${other?.id}/selected`).expect(403);
  await viewer
    .post(POSTERS)
    .set('content-type', 'image/png')
    .send(await plainPicture('png'))
    .expect(403);
  expect(writes()).toEqual([]);
});

test('an editor without the library changes nothing, and hears that there is no such item', async () => {
  const other = asking(() => config, 'editor', ['attic.2']);
  const [first] = await list();
  await other.put(`${POSTERS}/${first?.id}/selected`).expect(404);
  await other
    .post(POSTERS)
    .set('content-type', 'image/png')
    .send(await plainPicture('png'))
    .expect(404);
  expect(writes()).toEqual([]);
});

test('a change is told to whoever listens', async () => {
  const heard: unknown[] = [];
  await config.restart();
  await config.bus.subscribe(libraryChanged, {}, (change) => {
    heard.push(change);
  });
  const [, other] = await list();
  await put(`${POSTERS}/${other?.id}/selected`).expect(200);
  await until(() => heard.length > 0);
  expect(heard).toContainEqual({ serverId: 'attic', libraryId: 'attic.1', itemId: 'attic.1001' });
});
