import { ItemKind, ItemSort } from '@marquee/contracts';
import { allOf, encodeFilter } from '@marquee/plex';
import { type FindChoice, filtersOf, type ListFilters, sortOf } from './list-wanted.ts';

const find: FindChoice = async (field, kind, title) =>
  title === 'Nowhere' ? undefined : `${kind}-${field}-${title}`;
const written = async (kind: ItemKind, wanted: ListFilters) => {
  const filters = await filtersOf(kind, wanted, find);
  if (filters === 'nothing') return filters;
  const [first, ...rest] = filters;
  return first === undefined
    ? ''
    : encodeFilter(allOf(first, ...rest))
        .map(([name, value]) => `${name}=${value}`)
        .join('&');
};

test('every order of every kind is completed by ties, and names no field twice', () => {
  for (const kind of ItemKind.options) {
    for (const sort of ItemSort.options) {
      const fields = sortOf(kind, sort).map(({ by }) => by);
      expect(fields.length).toBeGreaterThan(1);
      expect(new Set(fields).size).toBe(fields.length);
    }
  }
});

test('only the field asked for is turned round', () => {
  expect(sortOf('movie', '-year')).toEqual([
    { by: 'year', descending: true },
    { by: 'titleSort' },
    { by: 'addedAt' },
  ]);
});

test('a field that a kind does not have sorts by title', () => {
  expect(sortOf('artist', '-duration')[0]).toEqual({ by: 'titleSort', descending: true });
});

test('filters are written in Plex’s own words, genres and labels by their numbers', async () => {
  expect(await written('movie', { genre: 'Drama', label: 'Keep', resolution: '4k', unwatched: 'true' })).toBe(
    'genre=movie-genre-Drama&label=movie-label-Keep&resolution=4k&unwatched=1',
  );
});

test('an episode has the genres of its show', async () => {
  expect(await written('episode', { genre: 'Mystery' })).toBe('show.genre=show-genre-Mystery');
});

test('watched is the opposite of unwatched, for every kind that knows it', async () => {
  expect(await written('movie', { unwatched: 'false' })).toBe('unwatched!=1');
  expect(await written('show', { unwatched: 'true' })).toBe('unwatchedLeaves=1');
  expect(await written('track', { unwatched: 'true' })).toBe('viewCount=0');
  expect(await written('track', { unwatched: 'false' })).toBe('viewCount>>=0');
});

test.each([
  ['movie', { genre: 'Nowhere' }],
  ['track', { resolution: '4k' }],
  ['collection', { genre: 'Drama' }],
  ['collection', { unwatched: 'true' }],
] as const)('a %s that cannot match %j matches nothing', async (kind, wanted) => {
  expect(await written(kind, wanted)).toBe('nothing');
});

test('no filter is no filter', async () => {
  expect(await written('movie', {})).toBe('');
});
