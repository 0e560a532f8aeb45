import { asking } from '../testing/ask.ts';
import { FILMS, PRIVATE_FILM } from '../testing/plex-library.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

// One for all: nothing here changes the library.
let config: RunningConfig;
beforeAll(async () => {
  config = await runningConfig();
});
afterAll(() => config.close());
// What was remembered for the last test is too old for this one.
beforeEach(() => config.pass(3_600_000));

const everybody = asking(() => config);
const guest = asking(() => config, 'viewer', ['attic.2']);

interface Summary {
  id: string;
  title: string;
  year: number | null;
}

async function walk(query: string, limit: number): Promise<{ items: Summary[]; totals: number[] }> {
  const items: Summary[] = [];
  const totals: number[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await everybody
      .get(`/libraries/attic.1/items?limit=${limit}${query}${from}`)
      .expect(200);
    items.push(...body.data.entries);
    totals.push(body.data.total);
    cursor = body.data.nextCursor;
  }
  return { items, totals };
}

test('pages cover the library once, whatever their size', async () => {
  const { items, totals } = await walk('', 37);
  expect(items).toHaveLength(FILMS);
  expect(new Set(items.map(({ id }) => id)).size).toBe(FILMS);
  expect(totals).toEqual([FILMS, FILMS, FILMS, FILMS]);
  expect(items.map(({ title }) => title)).toEqual(items.map(({ title }) => title).toSorted());
});

test.each([
  'title',
  '-title',
  'added',
  '-added',
  'year',
  '-year',
  'rating',
  '-rating',
  'duration',
  '-duration',
])('the order %s is the same on every walk, although much is equal', async (sort) => {
  const large = (await walk(`&sort=${sort}`, 500)).items.map(({ id }) => id);
  const small = (await walk(`&sort=${sort}`, 50)).items.map(({ id }) => id);
  expect(small).toEqual(large);
  expect(new Set(small).size).toBe(FILMS);
});

test('an order by year is one', async () => {
  const years = (await walk('&sort=-year', 500)).items.map(({ year }) => year ?? 0);
  expect(years).toEqual(years.toSorted((one, other) => other - one));
});

test.each([
  ['search=film%20001', 1],
  ['search=%20', FILMS],
  ['genre=drama', 44],
  ['genre=Film%2C%20Noir', 43],
  ['genre=Nowhere', 0],
  ['label=Keep', 13],
  ['resolution=4k', 33],
  ['unwatched=true', 65],
  ['unwatched=false', 65],
  ['genre=Drama&resolution=4k&unwatched=false', 11],
  ['kind=collection', 1],
])('filtered by %s there are %i', async (query, total) => {
  const { body } = await everybody.get(`/libraries/attic.1/items?limit=500&${query}`).expect(200);
  expect(body.data.total).toBe(total);
  expect(body.data.entries).toHaveLength(total);
});

test('an item as the grid shows it', async () => {
  const { body } = await everybody.get('/libraries/attic.1/items?search=film%20001').expect(200);
  expect(body.data.entries[0]).toMatchObject({
    id: 'attic.1001',
    libraryId: 'attic.1',
    kind: 'movie',
    title: 'Film 001',
    year: 2000,
    viewCount: 1,
    resolution: '4k',
    posterVersion: '1700000001',
    artVersion: '1700000002',
  });
});

test('a kind that the library does not hold is refused with those it holds', async () => {
  const { body } = await everybody.get('/libraries/attic.1/items?kind=episode').expect(422);
  expect(body.error).toMatchObject({
    code: 'request.invalid',
    details: [{ path: 'query.kind', fix: 'It holds: movie, collection.' }],
  });
});

test.each(['x', 'W10', ''])('the made-up cursor %j is refused', async (cursor) => {
  const { body } = await everybody.get(`/libraries/attic.1/items?cursor=${cursor}`).expect(422);
  expect(body.error.code).toBe('request.bad-cursor');
});

test('a cursor is good for its own list only', async () => {
  const { body } = await everybody.get('/libraries/attic.1/items?limit=10').expect(200);
  const { nextCursor } = body.data;
  await everybody.get(`/libraries/attic.1/items?limit=20&cursor=${nextCursor}`).expect(200);
  for (const other of [
    'attic.1/items?sort=-title',
    'attic.1/items?genre=Drama',
    'attic.4/items?sort=title',
  ]) {
    const { body } = await everybody.get(`/libraries/${other}&cursor=${nextCursor}`).expect(422);
    expect(body.error.code).toBe('request.bad-cursor');
  }
});

test('hostile words are looked for, never understood', async () => {
  for (const search of [
    '&sort=x',
    '1=1',
    '../..',
    '%',
    '?type=2',
    '{{',
    'a'.repeat(200),
    '\u202e',
    'push=1',
  ]) {
    const { body } = await everybody
      .get('/libraries/attic.1/items')
      .query({ search, genre: search.slice(0, 100) });
    expect([search, body.success && body.data.total]).toEqual([search, 0]);
  }
});

test('many who ask for the same page make one question to Plex', async () => {
  await everybody.get('/libraries/attic.1');
  config.asked();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => everybody.get('/libraries/attic.1/items?limit=60&sort=-added')),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(config.asked()).toHaveLength(1);
});

test('one item with all that is known of it', async () => {
  const { body } = await everybody.get('/items/attic.1001').expect(200);
  expect(body.data).toMatchObject({
    id: 'attic.1001',
    libraryId: 'attic.1',
    genres: ['Drama'],
    labels: ['Keep'],
    collections: ['Favourites'],
    guids: ['tmdb://1001'],
  });
  expect(body.data.media[0]).toMatchObject({
    resolution: '4k',
    parts: [{ file: '/media/films/1001.mkv' }],
    streams: [
      { kind: 'video', hdr: 'hdr10' },
      { kind: 'audio', channels: 6 },
    ],
  });
});

test.each([
  ['attic.2001', ['Season 1']],
  ['attic.2010', ['Part 1', 'Part 2', 'Part 3']],
  ['attic.3001', ['Low Sun']],
  ['attic.3010', ['Tune 1', 'Tune 2']],
  ['attic.5001', ['Film 001', 'Film 002', 'Film 003']],
  ['attic.1001', []],
])('the children of %s', async (id, titles) => {
  const { body } = await everybody.get(`/items/${id}/children`).expect(200);
  expect(body.data.entries.map(({ title }: Summary) => title)).toEqual(titles);
  expect(body.data).toMatchObject({ total: titles.length, nextCursor: null });
});

test('children come in pages too', async () => {
  const first = (await everybody.get('/items/attic.2010/children?limit=2').expect(200)).body.data;
  expect(first.entries).toHaveLength(2);
  const rest = (await everybody.get(`/items/attic.2010/children?limit=2&cursor=${first.nextCursor}`)).body
    .data;
  expect(rest).toMatchObject({ entries: [{ title: 'Part 3' }], total: 3, nextCursor: null });
  await everybody.get(`/items/attic.2001/children?cursor=${first.nextCursor}`).expect(422);
});

test.each(['', '/children', '/images/poster', '/images/art', '/posters', '/posters/p_1/image'])(
  'an item of a library that is not shared does not exist: %s',
  async (path) => {
    for (const id of ['attic.1001', `attic.${PRIVATE_FILM}`, 'attic.123456', 'other.1001']) {
      const { body } = await guest.get(`/items/${id}${path}`).expect(404);
      expect(body.error.code).toBe('item.not-found');
    }
  },
);

test('what is shared can be seen', async () => {
  await guest.get('/items/attic.2001').expect(200);
  await guest.get('/items/attic.2010/children').expect(200);
  await guest.get('/items/attic.2001/images/poster?width=120').expect(200);
});
