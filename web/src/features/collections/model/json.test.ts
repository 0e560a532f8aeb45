import { renameAt, setAt, unsetAt, valueAt } from './json.ts';

const search = { plex_search: { all: { genre: 'Drama', 'year.gte': 1990 }, limit: 5 } };

test('a value is set where it stands, and what is above it is made', () => {
  expect(setAt(search, ['plex_search', 'all', 'genre'], ['Drama', 'War'])).toEqual({
    plex_search: { all: { genre: ['Drama', 'War'], 'year.gte': 1990 }, limit: 5 },
  });
  expect(setAt({}, ['filters', 0, 'title'], 'x')).toEqual({ filters: [{ title: 'x' }] });
  expect(search.plex_search.all.genre).toBe('Drama');
});

test('a key and an item of a list go, and the rest stays', () => {
  expect(unsetAt(search, ['plex_search', 'limit'])).toEqual({ plex_search: { all: search.plex_search.all } });
  expect(unsetAt({ a: [1, 2, 3] }, ['a', 1])).toEqual({ a: [1, 3] });
  expect(unsetAt({ a: 1 }, ['b', 'c'])).toEqual({ a: 1 });
});

test('a key that is renamed keeps its place', () => {
  const renamed = renameAt(search, ['plex_search', 'all', 'genre'], 'genre.not');
  expect(Object.keys(valueAt(renamed, ['plex_search', 'all']) ?? {})).toEqual(['genre.not', 'year.gte']);
});

test('names that every object has are names like others', () => {
  expect(valueAt({}, ['constructor'])).toBeUndefined();
  expect(valueAt(setAt({}, ['constructor', 'a'], 1), ['constructor', 'a'])).toBe(1);
});
