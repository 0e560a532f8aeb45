import { checkAlone } from './check-folder.ts';
import type { Diagnostic } from './diagnostic.ts';
import { applyFix } from './fixes.ts';
import { folderOfTexts } from './kometa-folder.ts';

const NOW = { year: 2026, month: 11, day: 21, hour: 5 };
const HEAD = 'plex: {url: http://plex:32400, token: t}\ntmdb: {apikey: k}\n';

const check = (text: string, env = '') => {
  const folder = folderOfTexts(new Map([['.env', env]]));
  const { tree, diagnostics } = checkAlone('config.yml', text, folder, NOW);
  return diagnostics.map((one) => ({ ...one, line: tree.lines.place(one.span).line }));
};
const config = (rest: string) => `${HEAD}${rest}`;
const library = (...lines: string[]) =>
  config(`libraries:\n  Movies:\n${lines.map((line) => `    ${line}\n`).join('')}`);
const brief = (found: readonly (Diagnostic & { line: number })[]) =>
  found.map(({ severity, code, line }) => `${line} ${severity} ${code}`);

test('a config without faults has none', () => {
  expect(
    check(library('collection_files:', '  - default: basic', 'operations:', '  split_duplicates: true')),
  ).toEqual([]);
});

test('a template variable that some file of the library may read is taken', () => {
  const variables = 'template_variables: {mine: 1}';
  expect(
    check(library(variables, 'collection_files:', '  - default: basic', '  - url: https://x.y/z')),
  ).toHaveLength(1);
  const own = [
    '  - default: ratings',
    '    template_variables: {rating1_font: x, rating2: user, use_x: false}',
  ];
  expect(check(library('overlay_files:', ...own))).toEqual([]);
});

test.each<[string, string, string, string | null]>([
  [
    'a misspelt key',
    library('colection_files:', '  - default: basic'),
    '5 error config.unknown-key',
    library('collection_files:', '  - default: basic'),
  ],
  [
    'a misspelt section',
    config('libraries: {Movies: }\nsettigns:\n  cache: true\n'),
    '4 error config.unknown-key',
    config('libraries: {Movies: }\nsettings:\n  cache: true\n'),
  ],
  [
    'a key that nobody knows',
    config('libraries: {Movies: }\nfoo: 1 # mine\nsettings: {cache: true}\n'),
    '4 warning config.unknown-key',
    config('libraries: {Movies: }\nsettings: {cache: true}\n'),
  ],
  [
    'a setting at the root',
    config('libraries: {Movies: }\nsync_mode: sync\nsettings:\n  cache: true\n'),
    '4 error config.wrong-place',
    config('libraries: {Movies: }\nsettings:\n  sync_mode: sync\n  cache: true\n'),
  ],
  [
    'a setting of a library without settings',
    library('sync_mode: sync', 'remove_overlays: false'),
    '5 error config.wrong-place',
    library('settings:', '  sync_mode: sync', 'remove_overlays: false'),
  ],
  [
    'a key that slipped into the section before it',
    library('settings:', '  sync_mode: sync', '  overlay_files:', '    - default: ribbon'),
    '7 error config.wrong-place',
    library('overlay_files:', '  - default: ribbon', 'settings:', '  sync_mode: sync'),
  ],
  [
    'an old name',
    library('overlay_path:', '  - default: ribbon'),
    '5 warning config.renamed-key',
    library('overlay_files:', '  - default: ribbon'),
  ],
  [
    'an old place',
    `${config('libraries: {Movies: }\n').replace('{url: http://plex:32400, token: t}', '\n  url: u\n  token: t\n  sync_mode: sync')}`,
    '4 warning config.moved-key',
    `settings:\n  sync_mode: sync\n${config('libraries: {Movies: }\n').replace('{url: http://plex:32400, token: t}', '\n  url: u\n  token: t')}`,
  ],
  [
    'a key that the code ignores',
    library('settings:', '  sync_mode: sync', '  cache: true'),
    '7 warning config.ignored-key',
    library('settings:', '  sync_mode: sync'),
  ],
  [
    'yes for true',
    config('libraries: {Movies: }\nsettings: {cache: yes}\n'),
    '4 error config.wrong-type',
    config('libraries: {Movies: }\nsettings: {cache: true}\n'),
  ],
  [
    'digits in quotes',
    config('libraries: {Movies: }\nsettings: {cache_expiration: "60"}\n'),
    '4 error config.wrong-type',
    config('libraries: {Movies: }\nsettings: {cache_expiration: 60}\n'),
  ],
  [
    'a word in capitals where they count',
    config('libraries: {Movies: }\nsettings: {sync_mode: Sync}\n'),
    '4 error config.wrong-type',
    config('libraries: {Movies: }\nsettings: {sync_mode: sync}\n'),
  ],
  [
    'a number out of range',
    config('libraries: {Movies: }\nsettings: {overlay_artwork_quality: 101}\n'),
    '4 error config.wrong-type',
    null,
  ],
  ['a text for a map', config('libraries: {Movies: }\nsettings: all\n'), '4 error config.wrong-type', null],
  [
    'an operation without such a source',
    library('operations:', '  mass_critic_rating_update: imbd'),
    '6 error config.wrong-type',
    library('operations:', '  mass_critic_rating_update: imdb'),
  ],
  [
    'an old word',
    library('operations:', '  mass_imdb_parental_labels: without_none'),
    '6 warning config.renamed-value',
    library('operations:', '  mass_imdb_parental_labels: mild'),
  ],
  [
    'an unknown default',
    library('collection_files:', '  - default: oscar'),
    '6 error config.unknown-default',
    library('collection_files:', '  - default: oscars'),
  ],
  [
    'a default that is gone',
    library('collection_files:', '  - default: flixpatrol'),
    '6 error config.unknown-default',
    null,
  ],
  [
    'a default of another kind',
    library('collection_files:', '  - default: ribbon'),
    '6 error config.unknown-default',
    null,
  ],
  [
    'a template variable that is misspelt',
    library('collection_files:', '  - default: basic', '    template_variables:', '      ues_newly: false'),
    '8 warning config.unknown-variable',
    library('collection_files:', '  - default: basic', '    template_variables:', '      use_newly: false'),
  ],
  [
    'a template variable of another file',
    library('overlay_files:', '  - default: ribbon', '    template_variables: {rating1_font: x}'),
    '7 warning config.unknown-variable',
    null,
  ],
  [
    'a template variable that no file of the library reads',
    library('template_variables: {sep_stile: gray}', 'collection_files:', '  - default: basic'),
    '5 warning config.unknown-variable',
    library('template_variables: {sep_style: gray}', 'collection_files:', '  - default: basic'),
  ],
  [
    'a block without a place',
    library('collection_files:', '  - schedule: daily'),
    '6 error config.no-location',
    null,
  ],
  [
    'a remote file',
    library('collection_files:', '  - url: https://example.org/a.yml'),
    '6 warning config.not-checked',
    null,
  ],
  ['a schedule that is none', library('schedule: weekly(someday)'), '5 error schedule.weekday', null],
  ['a schedule that is over', library('schedule: date(12/25/2020)'), '5 warning schedule.past', null],
  [
    'a schedule that cannot match',
    library('schedule: all[monthly(1), monthly(2)]'),
    '5 warning schedule.impossible',
    null,
  ],
  [
    'a blank key that is needed',
    'plex: {url: u, token: }\ntmdb: {apikey: k}\nlibraries: {Movies: }\n',
    '1 warning config.blank-required',
    null,
  ],
  [
    'a key that is needed and missing',
    'plex: {url: u}\ntmdb: {apikey: k}\nlibraries: {Movies: }\n',
    '1 error config.missing-key',
    null,
  ],
  [
    'a section that is needed and missing',
    'plex: {url: u, token: t}\nlibraries: {Movies: }\n',
    '1 error config.missing-key',
    null,
  ],
  [
    'a placeholder that nothing fills',
    'plex: {url: u, token: <<plextoken>>}\ntmdb: {apikey: k}\nlibraries: {Movies: }\n',
    '1 warning config.placeholder',
    null,
  ],
  [
    'a tab',
    'plex:\n  url: u\n\ttoken: t\ntmdb:\n\tapikey: k\nlibraries:\n\tMovies:\n',
    '3 error yaml.tab',
    'plex:\n  url: u\n  token: t\ntmdb:\n  apikey: k\nlibraries:\n  Movies:\n',
  ],
  [
    'a key that stands twice',
    config('libraries: {Movies: }\nsettings: {cache: true, cache: false}\n'),
    '4 error yaml.duplicate-key',
    null,
  ],
  ['definitions within a library', library('collections: {}'), '5 error config.wrong-place', null],
  [
    'a file for shows in a library of films',
    library('collection_files:', '  - default: network'),
    '6 warning config.kind-guessed',
    null,
  ],
  [
    'the name of a default alone',
    library('collection_files:', '  - basic'),
    '6 error config.missing-file',
    library('collection_files:', '  - default: basic'),
  ],
  [
    'names that mean something to JavaScript',
    library('constructor: {}'),
    '5 warning config.unknown-key',
    library(),
  ],
])('%s is told, and mended where that is plain', (_what, text, told, mended) => {
  const found = check(text);
  expect(brief(found)).toEqual([told]);
  const fix = found[0]?.fix;
  expect(fix ? applyFix(text, fix) : null).toBe(mended);
  if (mended !== null) expect(check(mended)).toEqual([]);
});

test('a placeholder that .env fills is no trouble, and those of templates are not looked at', () => {
  const text = `plex: {url: u, token: <<plex-token>>}\ntmdb: {apikey: <<TMDB_KEY>>}
libraries: {Movies: {collection_files: [{default: actor, template_variables: {name_format: <<key_name>>}}]}}\n`;
  expect(check(text, 'KOMETA_PLEX_TOKEN=x\nexport KOMETA_TMDB_KEY=y\n')).toEqual([]);
});

test('findings have the path of what they are about', () => {
  const [found] = check(library('operations:', '  - mass_critic_rating_update: [imdb, 11]'));
  expect(found?.path).toEqual(['libraries', 'Movies', 'operations', 0, 'mass_critic_rating_update', 1]);
});

test('of the address of a remote file no password is repeated', () => {
  const [found] = check(
    library('collection_files:', '  - url: https://me:word@example.org/a.yml?token=secret'),
  );
  expect(found?.message).toContain('https://example.org/a.yml ');
  expect(found?.message).not.toMatch(/word|secret/);
});

test('what an alias repeats is told once, and not taken away', () => {
  const found = check(
    config(
      'libraries:\n  A: &a\n    foo: &b [x]\n    remove_overlays: false\n  B: *a\n  C:\n    report_path: *b\n',
    ),
  );
  expect(brief(found)).toEqual(['5 warning config.unknown-key', '9 error config.wrong-type']);
  expect(found[0]?.fix).toBeUndefined();
});

test('of a map that holds hundreds of unknown keys, some are told', () => {
  const many = Array.from({ length: 500 }, (_, index) => `foo${index}: 1\n`).join('');
  expect(check(config(`libraries: {Movies: }\n${many}`))).toHaveLength(200);
});
