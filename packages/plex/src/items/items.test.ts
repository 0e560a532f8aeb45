import { sendJson, withPlex } from '../testing/plex-server.ts';
import { where } from './filter.ts';

const films = Array.from({ length: 7 }, (_, place) => ({
  ratingKey: String(place + 1),
  type: 'movie',
  title: `Film ${place + 1}`,
}));
const paged = (headers: Record<string, unknown>) => {
  const start = Number(headers['x-plex-container-start']);
  const size = Number(headers['x-plex-container-size']);
  return { start, entries: films.slice(start, start + size) };
};

test('a page is asked for in headers and counts the whole', () =>
  withPlex(
    ({ headers }, response) => {
      const { start, entries } = paged(headers);
      sendJson(response, {
        size: entries.length,
        totalSize: 7,
        offset: start,
        librarySectionID: 2,
        Metadata: entries,
      });
    },
    async (plex, { received }) => {
      const page = await plex.items.page('2', {
        type: 'movie',
        sort: [{ by: 'addedAt', descending: true }, { by: 'titleSort' }],
        title: 'Fi lm&x=1',
        filter: where('year', '>>=', 1999),
        start: 2,
        size: 3,
      });
      expect(page).toMatchObject({ start: 2, totalSize: 7 });
      expect(page.entries.map(({ ratingKey, sectionId }) => [ratingKey, sectionId])).toEqual([
        ['3', '2'],
        ['4', '2'],
        ['5', '2'],
      ]);
      expect(received[0]?.url).toBe(
        '/library/sections/2/all?type=1&sort=addedAt%3Adesc%2CtitleSort&title=Fi%20lm%26x%3D1&year%3E%3E=1999&includeGuids=1',
      );
    },
  ));

test('all items come page by page, each once', () =>
  withPlex(
    ({ headers }, response) => {
      const { start, entries } = paged(headers);
      sendJson(response, { totalSize: 7, offset: start, Metadata: entries });
    },
    async (plex, { received }) => {
      const keys: string[] = [];
      for await (const { ratingKey } of plex.items.all('1', { pageSize: 3 })) keys.push(ratingKey);
      expect(keys).toEqual(films.map(({ ratingKey }) => ratingKey));
      expect(received).toHaveLength(3);
    },
  ));

test('a total that never is reached does not make us read for ever', () =>
  withPlex(
    ({ headers }, response) => sendJson(response, { totalSize: 1e9, Metadata: paged(headers).entries }),
    async (plex, { received }) => {
      let count = 0;
      for await (const _ of plex.items.all('1', { pageSize: 5 })) count += 1;
      expect([count, received.length]).toEqual([7, 3]);
    },
  ));

test('counting fetches nothing but the total', () =>
  withPlex(
    (_, response) => sendJson(response, { size: 0, totalSize: 4321 }),
    async (plex, { received }) => {
      expect(await plex.items.count('1', { type: 'episode' })).toBe(4321);
      expect(received[0]?.headers['x-plex-container-size']).toBe('0');
      expect(received[0]?.query.get('type')).toBe('4');
    },
  ));

test('an unknown section is library.not-found', () =>
  withPlex(
    (_, response) => response.writeHead(404).end(),
    async (plex) => {
      await expect(plex.items.page('99', {})).rejects.toMatchObject({ code: 'library.not-found' });
    },
  ));

test('items listed as Directory in JSON are items, folders beside them are not', () =>
  withPlex(
    (_, response) =>
      sendJson(response, {
        Directory: [
          { key: '/x/allLeaves', title: 'All' },
          { ratingKey: 5, type: 'show', title: 2012 },
        ],
      }),
    async (plex) => {
      const { entries, totalSize } = await plex.items.page('1', {});
      expect([totalSize, entries[0]?.ratingKey, entries[0]?.title]).toEqual([1, '5', '2012']);
    },
  ));
