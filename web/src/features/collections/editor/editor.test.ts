import { checkDraft, checkLines } from './check-draft.ts';
import { indented, readLines } from './read-lines.ts';
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
    'collections',
    { text, name: 'Best' },
    { name: 'Best', values: { imdb_chart: 'top_movies', limit: 10 } },
  );
  expect(written).toBe(text.replace('5', '10'));
  expect(writtenText('collections', null, { name: 'New', values: { plex_all: true } })).toBe(
    'New:\n  plex_all: true\n',
  );
});

test('a block that leans on another place of its file is not guessed at', () => {
  const text = '  Best:\n    <<: *shared\n    limit: 5\n';
  const values = { imdb_chart: 'top_movies', limit: 6 };
  expect(writtenText('collections', { text, name: 'Best' }, { name: 'Best', values })).toBeNull();
});

test('what is still to be typed is told apart from what is wrong', () => {
  expect(check({ imdb_chart: null }).map(({ blank }) => blank)).toEqual([true]);
  expect(check({ plex_search: { all: { genre: null } } }).map(({ blank }) => blank)).toEqual([true]);
  expect(check({ imdb_chart: 'no_such_chart' }).map(({ blank }) => blank)).toEqual([false]);
});

test('lines are read as what they say, wherever their edge is', () => {
  const text = '# mine\nBest:\n  summary: |\n    One\n\n    Two\n';
  const inside = '  # mine\n  Best:\n    summary: |\n      One\n\n      Two\n';
  const said = { name: 'Best', values: { summary: 'One\n\nTwo\n' }, lines: { name: 'Best', text: inside } };
  expect(readLines(text)).toEqual(said);
  expect(readLines(inside)).toEqual(said);
  expect(indented('# only\n')).toBe('# only\n');
});

test.each(['A:\n  b: [\n', 'A:\n  <<: *b\n', 'A: 1\n', 'A:\n  b: 1\nB:\n  b: 1\n', '# nothing\n'])(
  'nothing is made of %j',
  (text) => {
    expect(readLines(text)).toBeNull();
  },
);

test.each([
  ['  Best:\n    plex_all: true\n    sync_mod: sync\n', 5],
  ['Best:\n  plex_all: true\n  sync_mod: sync\n', 3],
])('what is wrong in lines stands at its line, with its fix', (text, column) => {
  expect(checkLines({ section: 'collections', text }, 'movie', NOON)).toEqual([
    {
      ...{ severity: 'error', message: expect.stringContaining('sync_mod') },
      ...{ line: 3, column, endLine: 3, endColumn: column + 8 },
      fix: { title: 'Write sync_mode', text: expect.stringContaining('    sync_mode: sync\n') },
    },
  ]);
});

test('what lines take from elsewhere is not judged, and what is no YAML is', () => {
  const check = (text: string) => checkLines({ section: 'collections', text }, 'movie', NOON);
  expect(check('  Best:\n    <<: *shared\n')).toEqual([]);
  expect(check('  Best:\n    summary: <<hidden:a>>\n    plex_all: true\n')).toEqual([]);
  expect(check('  Best:\n    limit: [1\n')).toMatchObject([{ severity: 'error', line: 3 }]);
});
