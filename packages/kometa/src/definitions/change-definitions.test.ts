import fc from 'fast-check';
import { nextMatches } from '../schedules/next-matches.ts';
import { readSchedule } from '../schedules/read-schedule.ts';
import type { PlainValue } from '../yaml/plain-value.ts';
import { changeDefinitions, type DefinitionChange, rewriteDefinition } from './change-definitions.ts';
import { isNever } from './switch-definition.ts';
import { definitionBlocks, wholeDefinition, writtenDefinitions } from './written-definitions.ts';

const FILE = `# Mine
templates:
  Base: {sort_title: <<x>>}

collections:
  # The good ones
  Best:           # of all
    template: {name: Base, x: "1"}
    run_definition: movie
    imdb_list: ls1   # by Ada

  Trakt 1.5:
    template: [{name: Base}, {name: Other, x: 2}]
    trakt_list: https://trakt.tv/users/a/lists/b
    visible_home: true
    schedule: [weekly(sunday), monthly(1)]

  # Off for now
  "Off: now":
    name: Switched off
    run_definition: false
    plex_all: true
    collection_order: custom
  Blank:

dynamic_collections:
  Genres:
    type: genre
`;
const COLLECTIONS = ['collections'];
const changed = (...changes: [string, DefinitionChange][]) =>
  changeDefinitions(
    FILE,
    COLLECTIONS,
    changes.map(([name, change]) => ({ name, change })),
  );

test('what each definition is, at a glance', () => {
  const all = writtenDefinitions(FILE, ['collections', 'dynamic_collections']) ?? [];
  expect(all.map(({ section, name, line }) => [section, name, line])).toEqual([
    ['collections', 'Best', 7],
    ['collections', 'Trakt 1.5', 12],
    ['collections', 'Off: now', 19],
    ['collections', 'Blank', 24],
    ['dynamic_collections', 'Genres', 27],
  ]);
  expect(all[1]?.about).toEqual({
    title: 'Trakt 1.5',
    enabled: true,
    builders: ['trakt_list'],
    templates: ['Base', 'Other'],
    needs: ['trakt'],
    schedule: 'weekly(sunday), monthly(1)',
    order: null,
    visible: { library: null, home: true, shared: null },
    libraries: [],
  });
  expect(all[2]?.about).toMatchObject({ title: 'Switched off', enabled: false, needs: [], order: 'custom' });
  expect(all[3]?.about).toMatchObject({ enabled: true, builders: [] });
  expect(writtenDefinitions('overlays:\n', ['collections'])).toBeNull();
  expect(writtenDefinitions('collections:\n', ['collections'])).toEqual([]);
  expect(writtenDefinitions('collections: [\n', ['collections'])).toBeNull();
});

test('one as a whole, with the comments above it', () => {
  expect(wholeDefinition(FILE, COLLECTIONS, 'Off: now')).toMatchObject({
    line: 19,
    values: { name: 'Switched off', run_definition: false, plex_all: true, collection_order: 'custom' },
    text: `  # Off for now\n${FILE.slice(FILE.indexOf('  "Off'), FILE.indexOf('  Blank'))}`,
  });
  expect(wholeDefinition(FILE, COLLECTIONS, 'Nobody')).toBeNull();
  expect(wholeDefinition('collections: {A: {plex_all: true}, B: }', COLLECTIONS, 'A')?.text).toBe(
    'A: {plex_all: true}',
  );
});

test.each<[string, string, DefinitionChange, (text: string) => string]>([
  [
    'off, with what it was for',
    'Best',
    { kind: 'disable' },
    (text) => text.replace('run_definition: movie\n', 'run_definition:\n      - movie\n      - false\n'),
  ],
  ['on', 'Off: now', { kind: 'enable' }, (text) => text.replace('    run_definition: false\n', '')],
  ['on when it is on', 'Best', { kind: 'enable' }, (text) => text],
  ['off when it is off', 'Off: now', { kind: 'disable' }, (text) => text],
  [
    'away, with its comment',
    'Best',
    { kind: 'delete' },
    (text) => text.slice(0, text.indexOf('  # The good')) + text.slice(text.indexOf('  Trakt')),
  ],
  [
    'a key deep inside that is not there',
    'Blank',
    { kind: 'set', path: ['filters', 'year.gte'], value: 1990 },
    (text) => text.replace('  Blank:\n', '  Blank:\n    filters:\n      year.gte: 1990\n'),
  ],
  [
    'a key away',
    'Trakt 1.5',
    { kind: 'unset', path: ['visible_home'] },
    (text) => text.replace('    visible_home: true\n', ''),
  ],
  ['a key away that is not there', 'Best', { kind: 'unset', path: ['limit'] }, (text) => text],
  [
    'a variable of the only call',
    'Best',
    { kind: 'set-variables', variables: { x: '2', use: true } },
    (text) => text.replace('x: "1"}', 'x: "2", use: true}'),
  ],
  [
    'a variable of one of several calls',
    'Trakt 1.5',
    { kind: 'set-variables', variables: { x: 3 } },
    (text) => text.replace('x: 2}', 'x: 3}'),
  ],
  [
    'a variable that no call has',
    'Trakt 1.5',
    { kind: 'set-variables', variables: { use: 3 } },
    (text) => text.replace('monthly(1)]\n', 'monthly(1)]\n    variables:\n      use: 3\n'),
  ],
])('%s', (_what, name, change, expected) => {
  expect(changed([name, change])).toMatchObject({ text: expected(FILE), refused: [] });
});

test('on again it is for what it was for', () => {
  const off = changed(['Best', { kind: 'disable' }]).text;
  const on = changeDefinitions(off, COLLECTIONS, [{ name: 'Best', change: { kind: 'enable' } }]);
  expect(on.text).toBe(FILE);
});

test('what cannot be done is told, and the others are done', () => {
  const aliased = FILE.replace('  Blank:\n', '  Blank: *off\n').replace('"Off: now":', '"Off: now": &off');
  const outcome = changeDefinitions(aliased, COLLECTIONS, [
    { name: 'Best', change: { kind: 'set', path: ['limit'], value: 5 } },
    { name: 'Off: now', change: { kind: 'enable' } },
    { name: 'Blank', change: { kind: 'set', path: ['limit', 'of'], value: 5 } },
    { name: 'Nobody', change: { kind: 'delete' } },
    { name: 'Trakt 1.5', change: { kind: 'set-variables', variables: { name: 'x' } } },
  ]);
  expect(outcome.refused).toEqual([
    { at: 1, code: 'edit.shared', message: expect.stringContaining('*off') },
    { at: 3, code: 'edit.impossible', message: expect.stringContaining('no Nobody') },
    { at: 4, code: 'edit.impossible', message: expect.stringContaining('no variable') },
  ]);
  expect(wholeDefinition(outcome.text, COLLECTIONS, 'Best')?.values.limit).toBe(5);
  // What was an alias is written out where it says something else.
  expect(wholeDefinition(outcome.text, COLLECTIONS, 'Blank')?.values).toMatchObject({
    plex_all: true,
    limit: { of: 5 },
  });
  const dynamic = changeDefinitions(
    FILE,
    ['dynamic_collections'],
    [{ name: 'Genres', change: { kind: 'disable' } }],
  );
  expect(dynamic).toMatchObject({ text: FILE, refused: [{ message: expect.stringContaining('no switch') }] });
});

test('all of them away, and one back as it was written', () => {
  const names = ['Best', 'Trakt 1.5', 'Off: now', 'Blank'];
  const blocks = definitionBlocks(FILE, COLLECTIONS, [...names, 'Nobody']);
  expect(blocks.at(-1)).toBeNull();
  const bare = changed(...names.map((name): [string, DefinitionChange] => [name, { kind: 'delete' }]));
  expect(bare).toMatchObject({ refused: [] });
  expect(writtenDefinitions(bare.text, ['collections'])).toEqual([]);
  const add = (text: string, as?: string) =>
    changeDefinitions(text, COLLECTIONS, [
      { name: 'Best', change: { kind: 'add', block: blocks[0] ?? '', ...(as === undefined ? {} : { as }) } },
    ]);
  const [back, copied] = [add(bare.text), add(FILE, 'Best 2')];
  expect(back).toMatchObject({ refused: [] });
  expect(wholeDefinition(back.text, COLLECTIONS, 'Best')?.text).toBe(
    wholeDefinition(FILE, COLLECTIONS, 'Best')?.text,
  );
  expect(copied.text).toBe(
    FILE.replace(
      '  Blank:\n',
      '  Blank:\n\n  # The good ones\n  Best 2:           # of all\n    template: {name: Base, x: "1"}\n    run_definition: movie\n    imdb_list: ls1   # by Ada\n',
    ),
  );
  expect(add(FILE)).toMatchObject({ text: FILE, refused: [{ code: 'edit.exists' }] });
});

test.each([
  ['an empty file', '', 'collections:\n  A: 1\n'],
  ['a section with nothing in it', 'collections:\nother: 1\n', 'collections:\n  A: 1\nother: 1\n'],
  ['empty braces', 'collections: {} # none\n', 'collections: # none\n  A: 1\n'],
  ['no section', 'templates:\r\n  x: 1\r\n', 'templates:\r\n  x: 1\r\n\r\ncollections:\r\n  A: 1\r\n'],
  ['lines of Windows', 'collections:\r\n    B: 2\r\n', 'collections:\r\n    B: 2\r\n\r\n    A: 1\r\n'],
  ['no last line break', 'collections:\n  B: 2', 'collections:\n  B: 2\n\n  A: 1\n'],
])('one into %s', (_what, text, expected) => {
  const add = { name: 'A', change: { kind: 'add', block: 'A: 1' } as const };
  expect(changeDefinitions(text, COLLECTIONS, [add])).toMatchObject({ text: expected, refused: [] });
});

test('a library that is switched off never runs, whatever its schedule says inside', () => {
  const off = (schedule: string) =>
    changeDefinitions(
      `libraries:\n  A:\n    schedule: ${schedule}\n`,
      ['libraries'],
      [{ name: 'A', change: { kind: 'disable' } }],
    );
  for (const schedule of ['daily', 'weekly(sunday|monday)', 'range(01/01-12/31)', 'hourly(0-23)']) {
    const schedules = wholeDefinition(off(schedule).text, ['libraries'], 'A')?.values.schedule;
    expect(isNever(schedules)).toBe(true);
    const from = { year: 2026, month: 11, day: 21, hour: 5 };
    expect(nextMatches(readSchedule(String(schedules)), from, 1)).toEqual([]);
  }
  expect(off('non_existing').refused).toHaveLength(1);
});

test('what leans on an anchor of its file is not written into another', () => {
  const [block] = definitionBlocks('x: &x 1\ncollections:\n  A:\n    limit: *x\n', COLLECTIONS, ['A']);
  const add = { name: 'A', change: { kind: 'add', block: block ?? '' } as const };
  expect(changeDefinitions('collections:\n', COLLECTIONS, [add])).toMatchObject({
    text: 'collections:\n',
    refused: [{ code: 'edit.alias', message: expect.stringContaining('*x') }],
  });
});

test('another name and other values by the smallest edits', () => {
  const values = { template: { name: 'Base', x: '1' }, imdb_list: 'ls2' };
  expect(rewriteDefinition(FILE, COLLECTIONS, { name: 'Best', to: 'Better', value: values })).toEqual({
    text: FILE.replace('Best:  ', 'Better:  ')
      .replace('    run_definition: movie\n', '')
      .replace('imdb_list: ls1 ', 'imdb_list: ls2 '),
  });
  expect(rewriteDefinition(FILE, COLLECTIONS, { name: 'Best', to: 'Blank', value: values })).toMatchObject({
    problem: { code: 'edit.exists' },
  });
  expect(rewriteDefinition(FILE, COLLECTIONS, { name: 'Blank', value: {} })).toEqual({ text: FILE });
});

test('a file that has a name twice is not edited', () => {
  const twice = 'collections:\n  A: {limit: 1}\n  A: {limit: 2}\n';
  expect(writtenDefinitions(twice, ['collections'])).toHaveLength(1);
  expect(rewriteDefinition(twice, COLLECTIONS, { name: 'A', value: { limit: 3 } })).toMatchObject({
    problem: { code: 'edit.unreadable', message: expect.stringContaining('twice') },
  });
});

const odd = fc.constantFrom(
  '<<',
  '- a',
  '? b',
  'a: b',
  '#x',
  '1980',
  'true',
  '~',
  '*x',
  '&x',
  '!x',
  "it's",
  '“x”',
  '__proto__',
);
const name = fc.oneof(odd, fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }));

test('whatever a definition is called, it is written, found, renamed and removed, or refused', () => {
  let made = 0;
  fc.assert(
    fc.property(name, name, fc.jsonValue({ maxDepth: 3 }), (first, second, value) => {
      fc.pre(
        !writtenDefinitions(FILE, ['collections'])?.some((one) => one.name === first || one.name === second),
      );
      const change = { kind: 'create', values: { limit: value as PlainValue } } as const;
      const created = changeDefinitions(FILE, COLLECTIONS, [{ name: first, change }]);
      if (created.refused.length > 0) return expect(created.text).toBe(FILE);
      made += 1;
      expect(wholeDefinition(created.text, COLLECTIONS, first)?.values).toEqual({ limit: value });
      const renamed = rewriteDefinition(created.text, COLLECTIONS, { name: first, to: second, value: {} });
      const [text, called] = 'text' in renamed ? [renamed.text, second] : [created.text, first];
      const removed = changeDefinitions(text, COLLECTIONS, [{ name: called, change: { kind: 'delete' } }]);
      expect(removed).toMatchObject({ text: FILE, refused: [] });
    }),
    { numRuns: 150 },
  );
  expect(made).toBeGreaterThan(50);
});

test('thousands at once', () => {
  const names = Array.from({ length: 300 }, (_, at) => `Collection ${at}`);
  const text = `collections:\n${names.map((name) => `  # ${name}\n  ${name}:\n    imdb_list: ls${name.length}\n`).join('\n')}`;
  const all = (change: DefinitionChange) =>
    changeDefinitions(
      text,
      COLLECTIONS,
      names.map((name) => ({ name, change })),
    );
  const off = all({ kind: 'disable' });
  expect(off.refused).toEqual([]);
  expect(off.text.match(/run_definition: false/g)).toHaveLength(300);
  expect(all({ kind: 'delete' })).toMatchObject({ text: 'collections: {}\n', refused: [] });
});
