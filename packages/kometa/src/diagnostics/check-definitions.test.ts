import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { readYaml } from '../yaml/yaml-tree.ts';
import { checkDefinitions, type DefinitionFile } from './check-definitions.ts';
import type { Diagnostic } from './diagnostic.ts';

const shared = join(__dirname, '../../../../../shared');
const defaults = join(shared, 'kometa-data/defaults');
const evaluation = join(shared, 'golden-evaluation');

const anyCollection: DefinitionFile = { holds: 'collection', library: null };
const ofFilms: DefinitionFile = { holds: 'collection', library: 'movie' };
const ofShows: DefinitionFile = { holds: 'collection', library: 'show' };
const playlists: DefinitionFile = { holds: 'playlist', library: null };
const metadata: DefinitionFile = { holds: 'metadata', library: null };

function check(text: string, file: DefinitionFile): Diagnostic[] {
  const tree = readYaml(text);
  const found: Diagnostic[] = [];
  checkDefinitions(tree, tree.root, file, (one) => found.push(one));
  return found;
}

const lineOf = (text: string, { span }: Diagnostic) => readYaml(text).lines.place(span).line;

function mended(text: string, { fix }: Diagnostic): string {
  if (!fix) throw new Error('There is no fix');
  return [...fix.edits]
    .sort((one, other) => other.span.start - one.span.start)
    .reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);
}

const collection = (...lines: readonly string[]) =>
  ['collections:', '  Best:', ...lines.map((line) => `    ${line}`), ''].join('\n');
const playlist = (...lines: readonly string[]) =>
  ['playlists:', '  Order:', '    libraries: Movies', ...lines.map((line) => `    ${line}`), ''].join('\n');

test('what is right is not told of', () => {
  const text = `
external_templates:
  - default: templates
  - file: mine.yml
    template_variables: {a: 1}
templates:
  shared:
    default: {limit: 10}
    optional: [poster]
    conditionals: {x: {conditions: [{value: 1}]}}
    tmdb_list: <<list>>
    limit: <<limit>>
    mal_<<chart>>: many
    url_poster: <<poster>>
collections:
  Best:
    template: {name: shared, list: 5, anything: [goes]}
    plex_search:
      any:
        - genre: [Action, Drama]
          all1: {year.gte: 1990, added: 30d}
        - title.begins: The
      sort_by: [critic_rating.desc, title.asc]
      limit: all
    filters:
      - {resolution.not: 4K, release.after: today, history: month, year: [1990, current_year-2]}
      - {user_rating.gte: 7.5, has_overlay: true, validate: false}
    schedule: [weekly(sunday), monthly(last)]
    visible_home: range(12/01-12/31)
    collection_order: custom
    radarr_add_missing: true
    label.sync: a, b
    tmdb_discover: {with_genres: 18, vote_average.gte: 7}
  Nothing:
dynamic_collections:
  Genres: {type: genre, exclude: [Short], addons: {Action: [Adventure]}, title_format: Top <<key_name>>}
`;
  expect(check(text, ofFilms)).toEqual([]);
});

test.each<[string, string, DefinitionFile, string, number, string]>([
  [
    'a misspelt builder',
    collection('plex_serch:', '  all: {year: 1990}'),
    anyCollection,
    'definition.unknown-key',
    3,
    'plex_search',
  ],
  [
    'a misspelt setting',
    collection('plex_all: true', 'colection_order: alpha'),
    anyCollection,
    'definition.unknown-key',
    4,
    'collection_order',
  ],
  [
    'a quoted key',
    collection('plex_all: true', "'sync_mod': sync"),
    anyCollection,
    'definition.unknown-key',
    4,
    'sync_mode',
  ],
  [
    'a misspelt filter',
    collection('plex_all: true', 'filters:', '  resolutoin: 4K'),
    anyCollection,
    'filter.unknown',
    5,
    'resolution',
  ],
  [
    'a modifier no filter has',
    collection('plex_all: true', 'filters:', '  genre.nott: Drama'),
    anyCollection,
    'filter.unknown-modifier',
    5,
    'genre.not',
  ],
  [
    'a filter among episodes',
    collection('filters:', '  episodes:', '    titel: x'),
    ofShows,
    'filter.unknown',
    5,
    'title',
  ],
  [
    'a misspelt condition',
    collection('plex_search:', '  any:', '    - genres: Drama', '      audio_langage: en'),
    anyCollection,
    'search.unknown',
    6,
    'audio_language',
  ],
  [
    'a modifier no condition has',
    collection('smart_filter:', '  all: {plays.gtee: 1}'),
    anyCollection,
    'search.unknown-modifier',
    4,
    'plays.gt',
  ],
  [
    'a key within a builder',
    collection('imdb_award:', '  event_id: ev0000003', '  event_yaer: latest'),
    anyCollection,
    'definition.unknown-key',
    5,
    'event_year',
  ],
  [
    'a misspelt playlist key',
    playlist('imdb_list: ls1', 'sync_to_user: all'),
    playlists,
    'definition.unknown-key',
    5,
    'sync_to_users',
  ],
  [
    'a misspelt key of dynamic collections',
    'dynamic_collections:\n  A:\n    type: genre\n    exlude: [x]\n',
    anyCollection,
    'dynamic.unknown-key',
    4,
    'exclude',
  ],
  [
    'a misspelt key of an episode',
    'metadata:\n  A:\n    seasons:\n      1:\n        episodes:\n          1: {sumary: x}\n',
    metadata,
    'definition.unknown-key',
    6,
    'summary',
  ],
  [
    'a key that a template writes',
    'templates:\n  a:\n    tmdb_lst: <<x>>\n',
    anyCollection,
    'definition.unknown-key',
    3,
    'tmdb_list',
  ],
  [
    'a misspelt root',
    'colections:\n  A: {plex_all: true}\n',
    anyCollection,
    'definition.unknown-root',
    1,
    'collections',
  ],
  [
    'an old name',
    collection('plex_all: true', 'collection_minimum: 2'),
    anyCollection,
    'definition.old-name',
    4,
    'minimum_items',
  ],
  [
    'a misspelt template',
    `templates:\n  shared: {limit: 1}\n${collection('template:', '  - name: sharde')}`,
    anyCollection,
    'definition.unknown-template',
    6,
    'name: shared\n',
  ],
  [
    'a template of dynamic collections',
    'templates:\n  shared: {limit: 1}\ndynamic_collections:\n  A: {type: genre, template: shard}\n',
    anyCollection,
    'definition.unknown-template',
    4,
    'template: shared}',
  ],
])('%s is told with its line, and the fix mends it', (_what, text, file, code, line, name) => {
  const [first] = check(text, file).filter((one) => one.code === code);
  expect(first).toMatchObject({ code });
  if (!first) return;
  expect(lineOf(text, first)).toBe(line);
  expect(mended(text, first)).toContain(name);
  expect(check(mended(text, first), file).filter((one) => one.code === code)).toEqual([]);
});

test.each<[string, string, DefinitionFile, string, number]>([
  [
    'a builder for films among shows',
    collection('tmdb_collection: 10'),
    ofShows,
    'definition.wrong-library',
    3,
  ],
  ['a builder for shows among films', collection('tvdb_show: 10'), ofFilms, 'definition.wrong-library', 3],
  [
    'a kind that run_definition says',
    collection('tvdb_show: 1', 'run_definition: movie'),
    anyCollection,
    'definition.wrong-library',
    3,
  ],
  [
    'a condition for films among shows',
    collection('plex_search:', '  all:', '    decade: 1990'),
    ofShows,
    'definition.wrong-library',
    5,
  ],
  [
    'a setting of shows on films',
    collection('plex_all: true', 'item_season_display: hide'),
    ofFilms,
    'definition.wrong-library',
    4,
  ],
  [
    'a filter for shows among films',
    collection('plex_all: true', 'filters:', '  network: HBO'),
    ofFilms,
    'filter.wrong-level',
    5,
  ],
  [
    'a filter that seasons do not have',
    collection('plex_all: true', 'builder_level: season', 'filters: {genre: Drama}'),
    ofShows,
    'filter.wrong-level',
    5,
  ],
  [
    'a filter that Kometa refuses',
    collection('plex_all: true', 'filters: {versions.gt: 1}'),
    anyCollection,
    'filter.refused',
    4,
  ],
  [
    'a filter without a value',
    collection('plex_all: true', 'filters:', '  title:'),
    anyCollection,
    'filter.blank',
    5,
  ],
  [
    'a limit that is no number',
    collection('plex_all: true', 'limit: many'),
    anyCollection,
    'definition.wrong-value',
    4,
  ],
  ['a number out of range', collection('mal_airing: 501'), anyCollection, 'definition.wrong-value', 3],
  [
    'a word that is none of the choices',
    collection('imdb_chart: top_movies, top_flops'),
    anyCollection,
    'definition.wrong-value',
    3,
  ],
  [
    'a word in a list that is none',
    collection('imdb_chart:', '  - top_movies', '  - top_flops'),
    anyCollection,
    'definition.wrong-value',
    5,
  ],
  [
    'a map where a text belongs',
    collection('plex_all: true', 'summary: {a: b}'),
    anyCollection,
    'definition.wrong-value',
    4,
  ],
  [
    'a sort of another level',
    collection('plex_search: {sort_by: season.asc, any: {year: 1990}}'),
    ofFilms,
    'definition.wrong-value',
    3,
  ],
  [
    'what is needed within a builder',
    collection('mojo_never: {never: 5}'),
    anyCollection,
    'definition.missing-key',
    3,
  ],
  ['a search for nothing', collection('plex_search: {limit: 5}'), anyCollection, 'search.no-base', 3],
  [
    'a condition without a value',
    collection('plex_search:', '  all:', '    title:'),
    anyCollection,
    'search.blank',
    5,
  ],
  ['a builder without a value', collection('plex_all:'), anyCollection, 'definition.blank-builder', 3],
  [
    'a builder that is documented only',
    collection('plex_all: true', 'anidb_popular: 5'),
    anyCollection,
    'definition.phantom-builder',
    4,
  ],
  ['no builder', collection('summary: Nothing'), anyCollection, 'definition.no-builder', 2],
  [
    'an order for two builders',
    collection('tmdb_popular: 5', 'imdb_chart: top_movies', 'collection_order: custom'),
    anyCollection,
    'definition.custom-order',
    5,
  ],
  [
    'an order that the builder lacks',
    collection('tmdb_keyword: 5', 'collection_order: custom'),
    anyCollection,
    'definition.custom-order',
    4,
  ],
  ['pilots in a collection of shows', collection('plex_pilots: true'), ofShows, 'definition.wrong-level', 3],
  [
    'a template called by its bare name',
    collection('template: shared'),
    anyCollection,
    'definition.template-call',
    3,
  ],
  [
    'a call without a name',
    collection('template:', '  - {x: 1}'),
    anyCollection,
    'definition.template-call',
    4,
  ],
  [
    'a schedule that stops it',
    collection('plex_all: true', 'schedule: date(12/25)'),
    anyCollection,
    'definition.schedule',
    4,
  ],
  [
    'a key for overlays',
    collection('plex_all: true', 'overlay: {name: x}'),
    anyCollection,
    'definition.ignored-key',
    4,
  ],
  [
    'a builder without order in a playlist',
    playlist('tmdb_show: 10'),
    playlists,
    'definition.not-in-playlist',
    4,
  ],
  [
    'a type of another library',
    'dynamic_collections:\n  A:\n    type: network\n',
    ofFilms,
    'dynamic.wrong-library',
    3,
  ],
  [
    'a type that there is not',
    'dynamic_collections:\n  A:\n    type: nosuch\n',
    anyCollection,
    'definition.wrong-value',
    3,
  ],
  [
    'dynamic collections of nothing',
    'dynamic_collections:\n  A:\n    sync: true\n',
    anyCollection,
    'dynamic.no-type',
    2,
  ],
  ['a rating above ten', 'metadata:\n  A:\n    user_rating: 11\n', metadata, 'definition.wrong-value', 3],
  ['a list of collections', 'collections:\n  - plex_all\n', anyCollection, 'definition.not-map', 2],
  ['a collection that is a text', 'collections:\n  A: plex_all\n', anyCollection, 'definition.not-map', 2],
  [
    'a template of no file',
    collection('template: {name: shared}'),
    anyCollection,
    'definition.unknown-template',
    3,
  ],
])('%s is told, with its line', (_what, text, file, code, line) => {
  expect(check(text, file).map((one) => [one.code, lineOf(text, one)])).toEqual([[code, line]]);
});

test.each([
  ['a definition', collection('plex_all: true', 'validate_builders: false', 'nonsense: 1')],
  ['filters', collection('plex_all: true', 'filters: {nonsense: 1, validate: false}')],
  ['a search', collection('plex_search: {validate: false, any: {nonsense: 1, year: 1990}}')],
])('where %s is told to go on, what is wrong is no error', (_what, text) => {
  expect(check(text, anyCollection).map(({ severity }) => severity)).toEqual(['warning']);
});

test('a file of metadata goes on with what is right', () => {
  const found = check('metadata:\n  A:\n    critic_rating: much\n    nonsense: 1\n', metadata);
  expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
});

test('what an alias brings in counts, and is told of where it is written only', () => {
  const text = `
collections:
  Base: &base
    plex_all: true
    builder_level: episode
    nonsense: 1
  Other:
    <<: *base
    filters: {season_title: x}
`;
  expect(check(text, ofShows).map((one) => [one.code, lineOf(text, one)])).toEqual([
    ['definition.unknown-key', 6],
  ]);
});

test('near names are not looked for without end', () => {
  const text = collection(...Array.from({ length: 3_000 }, (_, at) => `limit${at}: 1`), 'plex_all: true');
  const found = check(text, anyCollection);
  expect(found).toHaveLength(3_000);
  expect(found.filter(({ fix }) => fix).length).toBeLessThanOrEqual(100);
});

test('what a variable stands for is not judged', () => {
  const text = collection(
    'limit: <<limit>>',
    'filters: {year.gte: <<year>>, <<term>>: x}',
    '<<builder>>: 5',
    'plex_search: {any: {<<a>>: 1, plays.gt: <<b>>}, sort_by: <<sort>>}',
    'tmdb_discover: {<<x>>: 1}',
  );
  expect(check(text, ofFilms)).toEqual([]);
});

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yml') && !name.startsWith('overlays'))
    .sort();

(existsSync(defaults) ? describe : describe.skip)('the files that come with Kometa', () => {
  test.each(existsSync(defaults) ? files(defaults) : [])('%s has no fault', (name) => {
    const holds = name === 'playlist.yml' ? 'playlist' : 'collection';
    const library = name.startsWith('movie/') ? 'movie' : name.startsWith('show/') ? 'show' : null;
    expect(check(readFileSync(join(defaults, name), 'utf8'), { holds, library })).toEqual([]);
  });
});

const Selection = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      library: z.string(),
      yaml: z.string(),
      status: z.string(),
      error: z.string().nullish(),
    }),
  ),
});
const Expanded = z.object({
  library: z.object({ type: z.string() }),
  definitions: z.record(z.string(), z.object({ expanded: z.unknown().optional() })),
});

const selection = join(evaluation, 'selection/index.json');
(existsSync(selection) ? describe : describe.skip)('beside what Kometa really took and refused', () => {
  const cases = () => Selection.parse(JSON.parse(readFileSync(selection, 'utf8'))).cases;
  const errorsOf = ({ yaml, library }: { yaml: string; library: string }) =>
    check(
      `collections:\n  It:\n${yaml.replace(/^/gm, '    ')}\n`,
      library === 'TV' ? ofShows : ofFilms,
    ).filter(({ severity }) => severity === 'error');

  test('no definition that it took has an error', () => {
    const wrong = cases()
      .filter(({ status }) => status === 'ok')
      .flatMap((one) => errorsOf(one).map(({ message }) => `${one.id}: ${message}`));
    expect(wrong).toEqual([]);
  });

  test('every filter and condition that it refused by name or by value has one', () => {
    const refused = cases().filter(
      ({ status, error }) =>
        status === 'rejected' &&
        /filter attribute|not a valid|is not valid|only works for|must be|invalid/.test(error ?? ''),
    );
    expect(refused.length).toBeGreaterThan(40);
    expect(
      refused.filter((one) => errorsOf(one).length === 0).map(({ id, error }) => `${id}: ${error}`),
    ).toEqual([]);
  });

  test('no collection that its own files make has an error', () => {
    const folder = join(evaluation, 'templates');
    let many = 0;
    const wrong = readdirSync(folder)
      .filter((name) => name.startsWith('c-'))
      .flatMap((name) => {
        const { library, definitions } = Expanded.parse(
          JSON.parse(readFileSync(join(folder, name, 'case.json'), 'utf8')),
        );
        return Object.entries(definitions).flatMap(([title, { expanded }]) => {
          if (!expanded) return [];
          many += 1;
          const text = stringify({ collections: { [title]: expanded } });
          return check(text, library.type.toLowerCase() === 'show' ? ofShows : ofFilms)
            .filter(({ severity }) => severity === 'error')
            .map(({ message }) => `${name}: ${message}`);
        });
      });
    expect(many).toBeGreaterThan(80);
    expect(wrong).toEqual([]);
  });
});
