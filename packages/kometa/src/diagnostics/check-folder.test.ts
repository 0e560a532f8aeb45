import { type CheckedFile, checkFolder, createFolderChecker } from './check-folder.ts';
import { applyFix } from './fixes.ts';
import { folderOfTexts } from './kometa-folder.ts';

const NOW = { year: 2026, month: 11, day: 21, hour: 5 };
const config = (...lines: string[]) =>
  [
    'plex: {url: u, token: t}',
    'tmdb: {apikey: k}',
    'libraries:',
    '  Movies:',
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');

const check = (files: Record<string, string>) => {
  const checked = checkFolder(folderOfTexts(new Map(Object.entries(files))), NOW);
  return checked.flatMap(({ file, tree, diagnostics }) =>
    diagnostics.map((one) => ({
      ...one,
      told: `${file}:${tree.lines.place(one.span).line} ${one.severity} ${one.code}`,
    })),
  );
};
const told = (files: Record<string, string>) => check(files).map((one) => one.told);
const collections = (...names: string[]) =>
  `collections:\n${names.map((name) => `  ${name}:\n    plex_all: true\n`).join('')}`;

test('files are found as config/x, as /config/x and in folders', () => {
  expect(
    told({
      'config.yml': config(
        'collection_files:',
        '  - file: config/mine.yml',
        '  - file: /config/other.yml',
        '  - folder: config/more/',
      ),
      'mine.yml': collections('a'),
      'other.yml': collections('b'),
      'more/third.yaml': collections('c'),
    }),
  ).toEqual([]);
});

test('a bare name means the folder, with a warning and a fix', () => {
  const text = config('collection_files:', '  - file: mine.yml');
  const [found] = check({ 'config.yml': text, 'mine.yml': collections('a') });
  expect(found?.told).toBe('config.yml:6 warning config.bare-path');
  expect(found?.fix && applyFix(text, found.fix)).toBe(text.replace('mine.yml', 'config/mine.yml'));
});

test('a file that is missing is an error, and a near name its fix', () => {
  const text = config('collection_files:', '  - file: config/movies/main.yml', '  - folder: config/none');
  const found = check({ 'config.yml': text, 'movies/mains.yml': collections('a') });
  expect(found.map((one) => one.told)).toEqual([
    'config.yml:6 error config.missing-file',
    'config.yml:7 error config.missing-folder',
  ]);
  expect(found[0]?.fix && applyFix(text, found[0].fix)).toContain('file: config/movies/mains.yml\n');
});

test('what lies outside of the folder is not checked', () => {
  expect(
    told({
      'config.yml': config('collection_files:', '  - file: /mnt/mine.yml', '  - file: config/../../x.yml'),
    }),
  ).toEqual(['config.yml:6 warning config.not-checked', 'config.yml:7 warning config.not-checked']);
});

test('a file of another kind', () => {
  expect(
    told({
      'config.yml': config('overlay_files:', '  - file: config/mine.yml'),
      'mine.yml': collections('a'),
    }),
  ).toEqual(['config.yml:6 error config.wrong-kind']);
});

test('a mapping name in two files of one list, and not of two libraries', () => {
  expect(
    told({
      'config.yml': `${config('collection_files:', '  - file: config/one.yml', '  - file: config/two.yml')}  More:\n    collection_files: [{file: config/two.yml}]\n`,
      'one.yml': collections('a', 'b'),
      'two.yml': collections('c', 'b'),
    }),
  ).toEqual(['two.yml:4 warning file.duplicate-mapping']);
});

test('templates of another file must be there', () => {
  const templates = (path: string) => `external_templates:\n  - file: ${path}\n${collections('a')}`;
  expect(
    told({ 'mine.yml': templates('config/gone.yml'), 'yours.yml': templates('config/mine.yml') }),
  ).toEqual(['mine.yml:2 error file.missing-file']);
});

test('an error that only some kinds of libraries have is a warning', () => {
  const text = overlays('      horizontal_offset: 0\n      vertical_offset: 0\n');
  expect(
    told({
      'config.yml': config('overlay_files:', '  - file: config/mine.yml').replace('Movies', 'Music'),
      'mine.yml': text.replace('  a:\n', '  a:\n    builder_level: season\n'),
    }),
  ).toEqual(['mine.yml:6 warning overlay.level-unknown']);
});

test('schedules of definitions, and what is no definition', () => {
  expect(
    told({
      'mine.yml':
        'collections:\n  a:\n    schedule: weekly(nay)\n  b: text\n  c:\n  d: {schedule: <<when>>}\nplaylist: {}\n',
    }),
  ).toEqual([
    'mine.yml:2 error definition.no-builder',
    'mine.yml:3 error schedule.weekday',
    'mine.yml:4 error collection.wrong-type',
    'mine.yml:5 warning collection.blank-definition',
    'mine.yml:6 error definition.no-builder',
    'mine.yml:7 error collection.unknown-key',
  ]);
});

const overlays = (overlay: string) =>
  `queues:\n  corner:\n    - {horizontal_align: left, vertical_align: top, horizontal_offset: 0, vertical_offset: 0}\noverlays:\n  a:\n    plex_all: true\n    overlay:\n      name: text(Hello)\n${overlay}`;

test.each<[string, string, string, string]>([
  [
    'a group without weight',
    '      group: g\n      horizontal_offset: 0\n      vertical_offset: 0\n',
    'overlay.weight-needed',
    '      group: g\n      weight: 10\n      horizontal_offset: 0\n      vertical_offset: 0\n',
  ],
  [
    'a queue that is not there',
    '      queue: cornr\n      weight: 1\n',
    'overlay.queue-unknown',
    '      queue: corner\n      weight: 1\n',
  ],
  [
    'an attribute that is none',
    '      horizontal_offset: 0\n      vertical_offset: 0\n      fnt_size: 20\n',
    'overlay.attribute-unknown',
    '      horizontal_offset: 0\n      vertical_offset: 0\n      font_size: 20\n',
  ],
])('%s in an overlay file is told and mended', (_what, overlay, code, mended) => {
  const text = overlays(overlay);
  const found = check({ 'mine.yml': text });
  expect(found.map((one) => one.code)).toEqual([code]);
  expect(found[0]?.fix && applyFix(text, found[0].fix)).toBe(overlays(mended));
  expect(told({ 'mine.yml': overlays(mended) })).toEqual([]);
});

test('checked again after a change, a folder has the findings of a folder that is new, and only what changed is looked at', () => {
  const checker = createFolderChecker();
  const listed = (...names: string[]) =>
    config('collection_files:', ...names.map((name) => `  - file: config/${name}`));
  const one = 'collections:\n  a: {plex_all: true}\n';
  const steps: Record<string, string>[] = [
    { 'config.yml': listed('a.yml', 'b.yml'), 'a.yml': one, 'b.yml': one },
    { 'config.yml': listed('a.yml', 'b.yml'), 'a.yml': one, 'b.yml': `${one}  c: {plex_al: true}\n` },
    { 'config.yml': listed('b.yml', 'a.yml'), 'a.yml': one, 'b.yml': one },
    { 'config.yml': listed('b.yml', 'a.yml'), 'a.yml': one },
    { 'config.yml': listed('b.yml', 'a.yml'), 'a.yml': one, '.env': 'KOMETA_X=1\n' },
  ];
  const seen = steps.map((texts) => {
    const folder = folderOfTexts(new Map(Object.entries(texts)));
    const looked = new Set<string>();
    const found = checker.check(folder, NOW, (file) => looked.add(file));
    const plain = (files: readonly CheckedFile[]) =>
      files.map(({ file, diagnostics }) => ({ file, diagnostics }));
    expect(plain(found)).toEqual(plain(checkFolder(folder, NOW)));
    return [...looked];
  });
  expect(seen).toEqual([
    ['a.yml', 'b.yml', 'config.yml'],
    ['b.yml'],
    ['b.yml', 'config.yml'],
    [],
    ['a.yml', 'config.yml'],
  ]);
});

test('what was read by itself is not read again for a check, nor the other way round', () => {
  const checker = createFolderChecker();
  const looked: string[] = [];
  const onFile = (file: string) => looked.push(file);
  const texts = new Map([
    ['a.yml', collections('a')],
    ['b.yml', collections('b')],
  ]);
  const tree = checker.read('a.yml', collections('a'), onFile);
  const [first, second] = checker.check(folderOfTexts(texts), NOW);
  expect(first?.tree).toBe(tree);
  expect(checker.read('b.yml', collections('b'), onFile)).toBe(second?.tree);
  expect(looked).toEqual(['a.yml']);
  expect(checker.read('b.yml', collections('c'), onFile)).not.toBe(second?.tree);
  expect(looked).toEqual(['a.yml', 'b.yml']);
  const expected = createFolderChecker().read('a.yml', collections('d'));
  checker.expect('a.yml', expected);
  texts.set('a.yml', collections('d'));
  expect(checker.check(folderOfTexts(texts), NOW)[0]?.tree).toBe(expected);
  texts.set('a.yml', collections('e'));
  expect(checker.check(folderOfTexts(texts), NOW)[0]?.tree).not.toBe(expected);
});
