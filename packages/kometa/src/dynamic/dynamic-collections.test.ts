import type { PlainMap } from '../definitions/not-changed.ts';
import { dynamicCollections, type FoundKeys } from './dynamic-collections.ts';
import { type DynamicAsked, dynamicSource } from './dynamic-source.ts';

const block = (values: PlainMap, more: Partial<DynamicAsked> = {}): DynamicAsked => ({
  ...{ name: 'Mine', values, variables: {}, kind: 'movie' as const, year: 2026 },
  ...more,
});
const genres: FoundKeys = { keys: ['Action', 'Drama', 'Sci-Fi', 'War'].map((key) => ({ key, name: key })) };
function made(values: PlainMap, found = genres, more: Partial<DynamicAsked> = {}, taken: string[] = []) {
  const outcome = dynamicCollections(block(values, more), found, taken);
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome;
}
const titles = (...asked: Parameters<typeof made>) => made(...asked).made.map(({ title }) => title);
const type = 'genre';

test('one for each, called and asked for as Kometa does where nothing is said', () => {
  expect(made({ type }).made[0]).toEqual({
    key: 'Action',
    title: 'Top Action movies',
    value: ['Action'],
    definition: {
      append_label: 'Mine',
      smart_filter: { limit: 50, sort_by: 'critic_rating.desc', any: { genre: ['Action'] } },
    },
  });
});

test.each<[PlainMap, string[]]>([
  [{ exclude: ['War', 'Action'] }, ['Drama', 'Sci-Fi']],
  [{ include: ['War', 'Nothing'] }, ['War']],
  [{ include: ['War', 'Drama'], exclude: 'War' }, ['Drama']],
  [{ include: 'War', other_name: 'The rest' }, ['War', 'The rest']],
  [
    { include: ['Action', 'Drama', 'Sci-Fi', 'War'], other_name: 'The rest' },
    ['Action', 'Drama', 'Sci-Fi', 'War'],
  ],
  [{ addons: { Drama: ['War'] } }, ['Action', 'Drama', 'Sci-Fi']],
  [{ addons: { Battles: ['War', 'Action'] } }, ['Drama', 'Sci-Fi', 'Battles']],
  [{ addons: { Battles: ['Nothing'] } }, ['Action', 'Drama', 'Sci-Fi', 'War']],
  [{ addons: { Battles: ['War'] }, custom_keys: false }, ['Action', 'Drama', 'Sci-Fi', 'War']],
  [{ key_name_override: { 'Sci-Fi': 'Science' } }, ['Action', 'Drama', 'Science', 'War']],
  [{ title_override: { War: 'W: <<key_name>>' } }, ['Action', 'Drama', 'Sci-Fi', 'W: <<key_name>>']],
  [{ remove_prefix: 'Sci-, Act', remove_suffix: ['ma'] }, ['ion', 'Dra', 'Fi', 'War']],
])('%j', (more, expected) => {
  expect(titles({ type, title_format: '<<key_name>>', ...more })).toEqual(expected);
});

test.each<[PlainMap, DynamicAsked['kind'], string]>([
  [{ title_format: 'Best <<title>> of <<library_typeU>>' }, 'show', 'Best Action of Show'],
  [{ title_format: 'No name' }, 'movie', 'Top Action movies'],
  [{}, 'artist', 'Most Played Action artists'],
  [{ type: 'album_genre' }, 'artist', 'Most Played Action Albums'],
  [{ type: 'year' }, 'show', 'Best shows of Action'],
  [{ type: 'actor' }, 'movie', 'Action'],
])('%j in a library of %s', (values, kind, title) => {
  expect(titles({ type, ...values }, genres, { kind })[0]).toBe(title);
});

test('what is counted together, and what is left', () => {
  const addons = { Battles: ['War', 'Action', 'Nothing'], Drama: ['Drama', 'Sci-Fi'] };
  expect(made({ type, addons }).made.map(({ value }) => value)).toEqual([
    ['Drama', 'Sci-Fi'],
    ['War', 'Action'],
  ]);
  const other = made({ type, include: 'War', other_name: 'The rest' }).made.at(-1);
  expect(other).toMatchObject({ key: null, value: ['Action', 'Drama', 'Sci-Fi'] });
});

test('what the variables of the file say stands before what the block says', () => {
  const variables = {
    ...{ exclude: ['Action'], append_exclude: ['War'], title_format: '<<key_name>> (<<limit>>)', limit: 5 },
  };
  expect(titles({ type, exclude: ['Drama'] }, genres, { variables })).toEqual(['Drama (5)', 'Sci-Fi (5)']);
});

test('what the variables of the file append is there for every type', () => {
  const variables = { append_data: { Noir: 'Film Noir', War: 'War films' }, exclude: ['Action', 'Drama'] };
  const title_format = '<<key_name>>';
  expect(titles({ type, title_format }, genres, { variables })).toEqual(['Sci-Fi', 'War films', 'Film Noir']);
});

test('templates are called with the key and its variables', () => {
  const template_variables = { order: { default: 'alpha', War: 'release' }, limit: { War: 3 } };
  const { made: all } = made({ type, template: ['a', 'b'], template_variables });
  const call = (key: string, more: object) => ({ value: [key], genre: [key], key_name: key, key, ...more });
  expect(all[0]?.definition.template).toEqual([
    call('Action', { order: 'alpha', name: 'a' }),
    call('Action', { order: 'alpha', name: 'b' }),
  ]);
  expect(all[3]?.definition.template).toMatchObject([{ order: 'release', limit: 3 }, {}]);
});

test('a title that is there already is left out', () => {
  const { made: all, notes } = made({ type }, genres, {}, ['Top War movies']);
  expect([all.length, notes]).toEqual([3, ['“Top War movies” is there already and is left out']]);
});

test('decades of shows are made of their years', () => {
  const found = { keys: [], years: ['1999', '2010', '1990', '1999'] };
  const { made: all } = made({ type: 'decade', exclude: '2010s' }, found, { kind: 'show' });
  expect(all).toMatchObject([
    {
      title: 'Best shows of the 1990s',
      value: ['1990', '1999'],
      definition: { smart_filter: { any: { year: ['1990', '1999'] } } },
    },
  ]);
});

test.each<[PlainMap, object]>([
  [{ type: 'Genre' }, { kind: 'tags', type: 'genre' }],
  [{ Type: 'tmdb_collection' }, { kind: 'elsewhere', service: 'tmdb' }],
  [{ type: 'network' }, { kind: 'refused', message: expect.stringContaining('network') }],
  [{}, { kind: 'refused', message: 'It has no type' }],
  [{ type: 'actor' }, { kind: 'people', of: 'actor', depth: 3, minimum: 3, limit: null }],
  [
    { type: 'actor', data: { actor_depth: 5, limit: 10 } },
    { depth: 5, minimum: 1, limit: 10 },
  ],
  [
    { type: 'actor', data: { depth: 0 } },
    { kind: 'refused', message: expect.stringContaining('depth') },
  ],
  [
    { type: 'number', data: { starting: 'current_year - 4', ending: 'current_year', increment: 2 } },
    { kind: 'keys', keys: ['2022', '2024', '2026'].map((key) => ({ key, name: key })) },
  ],
  [{ type: 'number', data: { starting: 5, ending: 1 } }, { kind: 'refused' }],
  [{ type: 'number', data: { ending: 1_000_000 } }, { kind: 'unsure' }],
  [
    { type: 'custom', data: { a: 'Alpha', b: 2 } },
    {
      kind: 'keys',
      keys: [
        { key: 'a', name: 'Alpha' },
        { key: 'b', name: '2' },
      ],
    },
  ],
])('the keys of %j', (values, source) => {
  expect(dynamicSource(block(values))).toMatchObject(source);
});

test.each<[PlainMap, RegExp]>([
  [{ type: 'custom' }, /template/],
  [{ type, exclude: ['Action', 'Drama', 'Sci-Fi', 'War'] }, /Nothing is found/],
  [{ type, addons: 'War' }, /addons/],
  [{ type, template: 'a', template_variables: { x: 1 } }, /template_variables/],
])('%j is refused', (values, why) => {
  expect(dynamicCollections(block(values), genres, [])).toEqual({ refused: expect.stringMatching(why) });
});
