import { checkDraft } from './check-draft.ts';
import { writtenText } from './written-text.ts';

const NOON = new Date(2026, 10, 21, 12);
const check = (
  values: Parameters<typeof checkDraft>[0]['values'],
  library: 'movie' | 'show' | null = 'movie',
) => checkDraft({ section: 'collections', values }, library, NOON);

test('what is wrong stands at its key', () => {
  expect(check({ imdb_chart: 'top_movies', sync_mode: 'sometimes' })).toMatchObject([
    { severity: 'error', path: ['sync_mode'] },
  ]);
  expect(check({ imdb_chart: 'top_movies', sync_mode: 'sync' })).toEqual([]);
});

test('a builder of another kind of library, and an order that cannot be followed, are refused', () => {
  expect(check({ sonarr_all: true }).map(({ path }) => path)).toEqual([['sonarr_all']]);
  expect(check({ sonarr_all: true }, 'show')).toEqual([]);
  expect(check({ tmdb_keyword: 5, collection_order: 'custom' }).map(({ path }) => path)).toEqual([
    ['collection_order'],
  ]);
});

test('a fix says what the definition becomes', () => {
  expect(check({ imdb_chart: 'top_movies', sync_mod: 'sync' })[0]?.fix?.values).toEqual({
    imdb_chart: 'top_movies',
    sync_mode: 'sync',
  });
});

test('templates of other files and values that are hidden here are not judged', () => {
  expect(check({ template: { name: 'Elsewhere' } })).toEqual([]);
  expect(check({ imdb_chart: 'top_movies', summary: '<<hidden:a>>' })).toEqual([]);
});

test('what will be written keeps comments and the other lines', () => {
  const text = '  Best: # mine\n    imdb_chart: top_movies # or popular\n    limit: 5\n';
  const written = writtenText(
    { section: 'collections', text, name: 'Best' },
    { name: 'Best', values: { imdb_chart: 'top_movies', limit: 10 } },
  );
  expect(written?.after).toBe(text.replace('5', '10'));
  expect(writtenText(null, { name: 'New', values: { plex_all: true } })?.after).toBe(
    'New:\n  plex_all: true\n',
  );
});

test('a block that leans on another place of its file is not guessed at', () => {
  const text = '  Best:\n    <<: *shared\n    limit: 5\n';
  const values = { imdb_chart: 'top_movies', limit: 6 };
  expect(writtenText({ section: 'collections', text, name: 'Best' }, { name: 'Best', values })).toBeNull();
});

test('what is still to be typed is told apart from what is wrong', () => {
  expect(check({ imdb_chart: null }).map(({ blank }) => blank)).toEqual([true]);
  expect(check({ plex_search: { all: { genre: null } } }).map(({ blank }) => blank)).toEqual([true]);
  expect(check({ imdb_chart: 'no_such_chart' }).map(({ blank }) => blank)).toEqual([false]);
});
