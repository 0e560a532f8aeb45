import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { KeyTable, ValueSpec } from '../key-spec.ts';
import { BUILDERS, PHANTOM_BUILDER } from './builders.ts';
import { COLLECTION_KEYS } from './collection-keys.ts';
import { DYNAMIC_KEYS, DYNAMIC_TYPES } from './dynamic-keys.ts';
import { FILTER_NAMES, FILTERS, type FilterLevel, filterNames } from './filters.ts';
import { METADATA_KEYS } from './metadata-keys.ts';
import { OLD_NAMES, readKey } from './old-names.ts';
import { PLAYLIST_KEYS } from './playlist-keys.ts';
import { SEARCH_ATTRIBUTES, SEARCH_NAMES, searchNames } from './plex-search.ts';
import { SEARCH_SORTS, WATCHLIST_SORTS } from './sorts.ts';
import { TEMPLATE_KEYS } from './template-keys.ts';

const data = join(__dirname, '../../../../../../shared/kometa-data');
const told = existsSync(data) ? describe : describe.skip;

const twice = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at).sort();
const count = <T>(of: Readonly<Record<string, T>>, fits: (one: T) => boolean) =>
  Object.values(of).filter(fits).length;

describe('builders', () => {
  test('there are 126', () => {
    expect(Object.keys(BUILDERS)).toHaveLength(126);
    expect(BUILDERS).not.toHaveProperty(PHANTOM_BUILDER);
  });

  test.each([
    ['anidb', 4],
    ['anilist', 8],
    ['boxofficemojo', 6],
    ['icheckmovies', 2],
    ['imdb', 6],
    ['letterboxd', 6],
    ['mal', 16],
    ['mdblist', 1],
    ['plex', 5],
    ['radarr', 2],
    ['simkl', 2],
    ['sonarr', 2],
    ['stevenlu', 1],
    ['tautulli', 2],
    ['text-file', 1],
    ['tmdb', 30],
    ['trakt', 26],
    ['tvdb', 6],
  ])('%s has %i', (service, many) => {
    expect(count(BUILDERS, (builder) => builder.service === service)).toBe(many);
  });

  test('81 names allow an order of their own, the phantom and an old name among them, and text files', () => {
    expect(count(BUILDERS, ({ ordered }) => ordered) + 2).toBe(81 + 1);
    expect(BUILDERS.text_file?.ordered).toBe(true);
    expect(readKey('trakt_recommended_personal').name).toBe('trakt_recommendations');
  });

  test('26 are for films alone and 10 for shows alone', () => {
    const only = (kind: string) =>
      count(BUILDERS, ({ libraries }) => libraries?.length === 1 && libraries[0] === kind);
    expect([only('movie'), only('show')]).toEqual([26, 10]);
  });
});

describe('filters', () => {
  test('there are 70 names, and 395 with what may follow them', () => {
    expect(Object.keys(FILTERS)).toHaveLength(70);
    expect(FILTER_NAMES).toHaveLength(395);
    expect(twice(FILTER_NAMES)).toEqual(['year', 'year.not']);
    expect(filterNames()).toHaveLength(393);
  });

  test.each<[FilterLevel, number]>([
    ['movie', 52],
    ['show', 57],
    ['season', 29],
    ['episode', 39],
    ['artist', 19],
    ['album', 21],
    ['track', 15],
  ])('%s has %i', (level, many) => {
    expect(count(FILTERS, ({ levels }) => levels.includes(level))).toBe(many);
  });
});

describe('searches', () => {
  test('there are 333 attributes with what may follow them, 155 of them for music', () => {
    expect(SEARCH_NAMES).toHaveLength(333);
    expect(twice(SEARCH_NAMES)).toEqual(['edition', 'edition.not', 'studio', 'studio.not']);
    expect(searchNames()).toHaveLength(329);
    expect(SEARCH_NAMES.filter((name) => /^(?:artist|album|track)/.test(name))).toHaveLength(155);
  });

  test.each([
    ['tag', 37],
    ['text', 8],
    ['boolean', 16],
    ['date', 15],
    ['decimal', 11],
  ] as const)('%s: %i', (kind, many) => {
    expect(count(SEARCH_ATTRIBUTES, ({ kinds }) => kinds.includes(kind))).toBe(many);
  });

  test('ten compare whole numbers, five of them years', () => {
    expect(count(SEARCH_ATTRIBUTES, ({ kinds }) => kinds.includes('year') || kinds.includes('number'))).toBe(
      10,
    );
  });

  test('sorts of each level', () => {
    const many = Object.values(SEARCH_SORTS).map(({ length }) => length);
    expect(many).toEqual([31, 29, 9, 35, 11, 21, 25]);
    expect(WATCHLIST_SORTS).toHaveLength(8);
  });
});

test('dynamic collections come in 24, 20 and 10 types', () => {
  expect(Object.values(DYNAMIC_TYPES).map(({ length }) => length)).toEqual([24, 20, 10]);
});

test('a key is read without regard to case, with its old names as what they became', () => {
  expect(readKey('Genres.NOT')).toEqual({ name: 'genre', modifier: '.not', old: true });
  expect(readKey('critic_rating.greater')).toEqual({ name: 'critic_rating', modifier: '.gt', old: true });
  expect(readKey('__proto__')).toEqual({ name: '__proto__', modifier: '', old: false });
});

test('every old name became one that there is', () => {
  const names = { ...COLLECTION_KEYS, ...FILTERS, ...SEARCH_ATTRIBUTES };
  expect(Object.values(OLD_NAMES).filter((name) => !Object.hasOwn(names, name))).toEqual([]);
});

const tables = { COLLECTION_KEYS, PLAYLIST_KEYS, METADATA_KEYS, DYNAMIC_KEYS, TEMPLATE_KEYS };

/** Each key with those that its value holds. */
function everyHelp(table: KeyTable, path = ''): [string, string][] {
  const within = (spec: ValueSpec, at: string): [string, string][] => {
    if (spec.type === 'map') return everyHelp(spec.keys, `${at}.`);
    if (spec.type === 'either') return spec.of.flatMap((one) => within(one, at));
    return spec.type === 'list' || spec.type === 'dictionary' ? within(spec.of, at) : [];
  };
  return Object.entries(table).flatMap(([name, { help, value }]) => [
    [`${path}${name}`, help] as [string, string],
    ...within(value, `${path}${name}`),
  ]);
}

test.each(Object.entries(tables))('%s says in a sentence what each key is', (_name, table) => {
  const bad = everyHelp(table).filter(([, help]) => !/^[A-Z].{3,118}\.$/u.test(help));
  expect(bad).toEqual([]);
});

const Listed = z.record(z.string(), z.array(z.looseObject({ builder: z.string(), description: z.string() })));
const Schema = z.object({
  definitions: z.record(
    z.string(),
    z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});

told('beside what Kometa publishes', () => {
  const schemaKeys = (file: string, definition: string): string[] => {
    const text = readFileSync(join(data, 'json-schema', file), 'utf8');
    return Object.keys(Schema.parse(JSON.parse(text)).definitions[definition]?.properties ?? {});
  };
  const listed = () =>
    Object.values(Listed.parse(JSON.parse(readFileSync(join(data, 'builders.json'), 'utf8')))).flat();

  test('every builder of its list is one', () => {
    const unknown = listed().filter(({ builder }) => !Object.hasOwn(BUILDERS, builder));
    expect(unknown.map(({ builder }) => builder)).toEqual([PHANTOM_BUILDER]);
  });

  test('kinds of libraries and order are as its list says, but for awards', () => {
    const differing = listed().filter((one) => {
      const builder = BUILDERS[one.builder];
      if (!builder) return false;
      return (
        builder.libraries?.includes('movie') !== (one.works_with_movies === 'Yes') ||
        builder.libraries?.includes('show') !== (one.works_with_shows === 'Yes') ||
        builder.ordered !== (one.works_with_playlists_and_custom_sort === 'Yes')
      );
    });
    expect(differing.map(({ builder }) => builder)).toEqual(['imdb_award']);
  });

  test('no sentence is its own', () => {
    const sentences = new Set(
      listed().map(({ description }) => description.replace(/\.$/, '').toLowerCase()),
    );
    const copied = Object.values(BUILDERS).filter(({ help }) =>
      sentences.has(help.replace(/\.$/, '').toLowerCase()),
    );
    expect(copied).toEqual([]);
  });

  test('the schema of collections knows what is no key, and not all that are', () => {
    const schema = schemaKeys('collection-schema.json', 'collection-definition');
    const taken = (name: string) => Object.hasOwn(COLLECTION_KEYS, name);
    expect(schema.filter((name) => !taken(name)).sort()).toEqual([
      PHANTOM_BUILDER,
      // Old names, which a test above knows.
      ...['anilist_genre', 'anilist_season', 'anilist_tag'],
      'boxofficemojo_list',
      ...['collection_name', 'playlist_name'],
      ...['sonarr_season_folder', 'sonarr_series_type'],
      'stevenlu2_popular',
    ]);
    expect(
      Object.keys(COLLECTION_KEYS)
        .filter((name) => !schema.includes(name) && !Object.hasOwn(BUILDERS, name))
        .sort(),
    ).toEqual([
      ...[
        'delete_playlist',
        'exclude_users',
        'key_name',
        'kometa_poster',
        'language',
        'libraries',
        'overlay',
      ],
      ...['sync_to_users', 'translation_key', 'translation_prefix'],
    ]);
    const builders = Object.keys(BUILDERS).filter((name) => !schema.includes(name));
    expect(builders).toHaveLength(20);
    expect(builders.every((name) => /^(?:mal_(?:genre|studio)|trakt_)/.test(name))).toBe(true);
  });

  test('the schema of metadata lacks templates', () => {
    const schema = schemaKeys('metadata-schema.json', 'metadata-item');
    expect(schema.filter((name) => !Object.hasOwn(METADATA_KEYS, name))).toEqual([]);
    expect(Object.keys(METADATA_KEYS).filter((name) => !schema.includes(name))).toEqual([
      'template',
      'variables',
    ]);
  });

  test('the schema of playlists allows what Kometa refuses', () => {
    const schema = schemaKeys('playlist-schema.json', 'playlist-definition');
    expect(schema.filter((name) => !Object.hasOwn(PLAYLIST_KEYS, name)).sort()).toEqual([
      // Builders without an order, and pictures that playlists do not have.
      ...[
        'anilist_id',
        'file_background',
        'imdb_id',
        'mal_id',
        'plex_all',
        'tmdb_background',
        'tmdb_collection',
      ],
      ...['tmdb_list_poster', 'tmdb_movie', 'tmdb_show', 'tvdb_background', 'tvdb_movie', 'tvdb_show'],
      'url_background',
    ]);
  });

  test('the schema of dynamic collections knows a limit that Kometa does not', () => {
    const schema = schemaKeys('collection-schema.json', 'dynamic-collection-definition');
    expect(schema.filter((name) => !Object.hasOwn(DYNAMIC_KEYS, name))).toEqual(['limit']);
  });
});
