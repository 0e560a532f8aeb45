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
    collection('smart_filter:', '  all: {plays.gtt: 1}'),
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
])('%s is told with its line, and the fix mends it', (_what, text, file, code, line, name) => {
  const [first] = check(text, file).filter((one) => one.code === code);
  expect(first).toMatchObject({ code });
  if (!first) return;
  expect(lineOf(text, first)).toBe(line);
  expect(mended(text, first)).toContain(name);
  expect(check(mended(text, first), file).filter((one) => one.code === code)).toEqual([]);
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
