import type { OverlayEdit } from '@marquee/contracts';
import { editOverlayFile } from './edit-overlay-file.ts';

const file = `# My overlays

overlays:
  # The badge
  badge:
    overlay: badge   # a picture
    plex_all: true

  rating:  # shown right
    overlay:
      name: text(<<audience_rating>>)  # with a star
      horizontal_offset: 30
      vertical_offset: "10%"
      font_color: '#FFF'

      # the box
      back_color: "#00000099"
    plex_all: true
    suppress_overlays:
      - badge   # it is below
      - flow
    # until here

  flow: {overlay: {name: backdrop, back_color: red}, plex_all: true}
  bare:
    plex_all: true

queues: {}
`;

function edited(text: string, ...edits: OverlayEdit[]): string {
  const outcome = editOverlayFile(text, edits);
  if ('problem' in outcome) throw new Error(`${outcome.problem.code}: ${outcome.problem.message}`);
  return outcome.text;
}

function problemOf(text: string, ...edits: OverlayEdit[]) {
  const outcome = editOverlayFile(text, edits);
  return 'problem' in outcome ? outcome.problem.code : 'none';
}

const set = (mapping: string, attribute: string, value: Extract<OverlayEdit, { kind: 'set' }>['value']) =>
  ({ kind: 'set', mapping, attribute, value }) as const;

/** The lines that differ: `-` gone, `+` new. */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end))
    end += 1;
  return [
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, now.length - end).map((line) => `+${line}`),
  ];
}

const changes = (...edits: OverlayEdit[]) => difference(file, edited(file, ...edits));

test('an attribute that is there gets another value, and its line alone changes', () => {
  expect(changes(set('rating', 'horizontal_offset', 45))).toEqual([
    '-      horizontal_offset: 30',
    '+      horizontal_offset: 45',
  ]);
});

test('quotes and comments stay', () => {
  expect(changes(set('rating', 'vertical_offset', '12%'))).toEqual([
    '-      vertical_offset: "10%"',
    '+      vertical_offset: "12%"',
  ]);
  expect(changes(set('rating', 'name', 'text(a: b)'))).toEqual([
    '-      name: text(<<audience_rating>>)  # with a star',
    "+      name: 'text(a: b)'  # with a star",
  ]);
});

test.each([
  ['#FFFFFF', "'#FFFFFF'"],
  ['10%', '10%'],
  ['-5%', '-5%'],
  ['10', "'10'"],
  ['left', 'left'],
  ['yes', "'yes'"],
  ['null', "'null'"],
  ['2020-01-02', "'2020-01-02'"],
  ['text(<<runtimeH>>h)', 'text(<<runtimeH>>h)'],
  ['a # b', "'a # b'"],
  [' a', "' a'"],
  ['two\nlines', '"two\\nlines"'],
  ['', "''"],
  ['fonts/Inter-Bold.ttf', 'fonts/Inter-Bold.ttf'],
  [7, '7'],
  [-7, '-7'],
  [true, 'true'],
])('%j is written as %s', (value, written) => {
  expect(changes(set('rating', 'font', value))).toEqual([`+      font: ${written}`]);
});

test('in braces, commas and brackets are quoted', () => {
  expect(changes(set('flow', 'group', 'a, b'))[1]).toBe(
    "+  flow: {overlay: {name: backdrop, back_color: red, group: 'a, b'}, plex_all: true}",
  );
});

test('a new attribute stands behind the last one', () => {
  expect(changes(set('rating', 'back_radius', 30))).toEqual(['+      back_radius: 30']);
});

test('an overlay that is only a name becomes a map in place', () => {
  expect(changes(set('badge', 'weight', 5))).toEqual([
    '-    overlay: badge   # a picture',
    '+    overlay:   # a picture',
    '+      name: badge',
    '+      weight: 5',
  ]);
  expect(changes(set('badge', 'name', 'other'))).toEqual([
    '-    overlay: badge   # a picture',
    '+    overlay: other   # a picture',
  ]);
});

test('a definition without overlay gets one', () => {
  expect(changes(set('bare', 'scale_width', '50%'))).toEqual([
    '+    overlay:',
    '+      name: bare',
    '+      scale_width: 50%',
  ]);
});

test('attributes in braces are changed, added and taken away', () => {
  const line = (...edits: OverlayEdit[]) => changes(...edits)[1];
  expect(line(set('flow', 'back_color', '#123'))).toBe(
    "+  flow: {overlay: {name: backdrop, back_color: '#123'}, plex_all: true}",
  );
  expect(line(set('flow', 'back_color', null))).toBe('+  flow: {overlay: {name: backdrop}, plex_all: true}');
  expect(line(set('flow', 'name', null))).toBe('+  flow: {overlay: {back_color: red}, plex_all: true}');
  expect(line(set('flow', 'name', null), set('flow', 'back_color', null))).toBe('+  flow: {plex_all: true}');
  expect(line(set('flow', 'suppress_overlays', ['badge', 'rating']))).toBe(
    '+  flow: {overlay: {name: backdrop, back_color: red}, plex_all: true, suppress_overlays: [badge, rating]}',
  );
});

test('taking away the last attribute takes the overlay away', () => {
  const text = 'overlays:\n  a:\n    overlay:\n      name: b\n    plex_all: true\n';
  expect(edited(text, set('a', 'name', null))).toBe('overlays:\n  a:\n    plex_all: true\n');
  const alone = 'overlays:\n  a:\n    overlay:\n      name: b\n  c: {plex_all: true}\n';
  expect(edited(alone, set('a', 'name', null))).toBe('overlays:\n  a: {}\n  c: {plex_all: true}\n');
});

test('taking away what is not there changes nothing', () => {
  expect(changes(set('rating', 'weight', null))).toEqual([]);
  expect(changes(set('bare', 'weight', null))).toEqual([]);
});

test('items of a list that stay keep their lines', () => {
  expect(changes(set('rating', 'suppress_overlays', ['badge', 'bare']))).toEqual([
    '-      - flow',
    '+      - bare',
  ]);
  expect(changes(set('rating', 'suppress_overlays', null))).toEqual([
    '-    suppress_overlays:',
    '-      - badge   # it is below',
    '-      - flow',
  ]);
  expect(changes(set('rating', 'suppress_overlays', 'badge'))).toEqual([
    '-    suppress_overlays:',
    '-      - badge   # it is below',
    '-      - flow',
    '+    suppress_overlays: badge',
  ]);
});

test('builder_level stands in the definition', () => {
  expect(changes(set('bare', 'builder_level', 'episode'))).toEqual(['+    builder_level: episode']);
});

test('a definition goes with its comments and one gap', () => {
  expect(changes({ kind: 'remove', mapping: 'badge' })).toEqual([
    '-  # The badge',
    '-  badge:',
    '-    overlay: badge   # a picture',
    '-    plex_all: true',
    '-',
  ]);
  expect(edited(file, { kind: 'remove', mapping: 'rating' })).not.toMatch('until here');
});

test('a definition moves with its comments', () => {
  const moved = edited(file, { kind: 'move', mapping: 'rating', after: null });
  expect(moved.indexOf('rating:')).toBeLessThan(moved.indexOf('# The badge'));
  expect(moved.indexOf('# until here')).toBeLessThan(moved.indexOf('# The badge'));
  expect(moved.split('\n').sort()).toEqual(file.split('\n').sort());
  expect(edited(moved, { kind: 'move', mapping: 'rating', after: 'badge' })).toBe(file);
});

test('a definition gets another name', () => {
  expect(changes({ kind: 'rename', mapping: 'rating', to: 'the: rating' })).toEqual([
    '-  rating:  # shown right',
    "+  'the: rating':  # shown right",
  ]);
});

test('a new definition stands where it is wanted', () => {
  const yaml = 'overlay:\n    name: new\n    weight: 1\nplex_all: true\n';
  expect(changes({ kind: 'add', mapping: 'new', yaml, after: 'badge' })).toEqual([
    '+  new:',
    '+    overlay:',
    '+        name: new',
    '+        weight: 1',
    '+    plex_all: true',
    '+',
  ]);
  expect(
    edited('overlays:\n  a:\n    plex_all: true', { kind: 'add', mapping: 'b', yaml, after: null }),
  ).toMatch(/true\n\n {2}b:\n {4}overlay:\n/);
});

test.each([
  '',
  '# only words\n',
  'overlays:\n',
  'overlays: # none\n',
  'overlays: {}\n',
  'queues: {}',
  'overlays:\nqueues: {}\n',
])('the first definition of %j', (text) => {
  const added = edited(text, { kind: 'add', mapping: 'a', yaml: 'plex_all: true', after: null });
  expect(added).toMatch(/^overlays:.*\n {2}a:\n {4}plex_all: true\n/m);
  expect(added).toContain(text.includes('queues') ? 'queues: {}' : '');
  expect(edited(added, { kind: 'remove', mapping: 'a' })).not.toContain('plex_all');
});

test('a file with Windows line ends keeps them', () => {
  const windows = file.replaceAll('\n', '\r\n');
  for (const edit of [
    set('badge', 'weight', 5),
    set('rating', 'back_radius', 4),
    set('rating', 'suppress_overlays', ['badge', 'bare']),
    set('rating', 'suppress_overlays', ['bare']),
    { kind: 'remove', mapping: 'badge' },
    { kind: 'move', mapping: 'rating', after: null },
    { kind: 'add', mapping: 'new', yaml: 'plex_all: true\noverlay: x', after: 'badge' },
  ] satisfies OverlayEdit[]) {
    const after = edited(windows, edit);
    expect(after).toBe(edited(file, edit).replaceAll('\n', '\r\n'));
  }
});

const shared = `overlays:
  one:
    overlay: &look
      name: &title badge
      weight: 1
    plex_all: true
  two:
    overlay: *look
    plex_all: true
  three:
    overlay:
      <<: *look
      name: other
    plex_all: true
  four:
    overlay:
      name: *title
    plex_all: true
  five: *nothing
`.replace('  five: *nothing\n', '');

test.each([
  ['what others repeat', set('one', 'weight', 2), 'edit.shared'],
  ['a name that others repeat', set('one', 'name', 'x'), 'edit.shared'],
  ['an alias', set('two', 'weight', 2), 'edit.alias'],
  ['what comes from a merge', set('three', 'weight', null), 'edit.merged'],
  ['a definition that others need', { kind: 'remove', mapping: 'one' }, 'edit.shared'],
  ['an anchor behind its alias', { kind: 'move', mapping: 'one', after: 'two' }, 'edit.unusual'],
  ['what is not there', set('nobody', 'weight', 2), 'edit.not-found'],
  ['a name that is taken', { kind: 'rename', mapping: 'one', to: 'two' }, 'edit.exists'],
  ['a body that is no map', { kind: 'add', mapping: 'n', yaml: '- 1', after: null }, 'edit.invalid-body'],
  ['a body that is no YAML', { kind: 'add', mapping: 'n', yaml: 'a: [', after: null }, 'edit.invalid-body'],
  ['a place that is not there', { kind: 'add', mapping: 'n', yaml: 'a: 1', after: 'x' }, 'edit.not-found'],
] satisfies [string, OverlayEdit, string][])('%s is refused', (_what, edit, code) => {
  expect(problemOf(shared, edit as OverlayEdit)).toBe(code);
});

test('what stands beside aliases can be edited', () => {
  expect(difference(shared, edited(shared, set('three', 'weight', 3)))).toEqual(['+      weight: 3']);
  expect(difference(shared, edited(shared, set('four', 'name', 'own')))).toEqual([
    '-      name: *title',
    '+      name: own',
  ]);
});

test('all edits are made, or none', () => {
  const outcome = editOverlayFile(file, [set('badge', 'weight', 5), set('nobody', 'weight', 5)]);
  expect(outcome).toMatchObject({ problem: { code: 'edit.not-found', edit: 1 } });
});

test('a file that cannot be read is not edited', () => {
  expect(problemOf('overlays:\n\tbad: 1', set('bad', 'weight', 1))).toBe('edit.unreadable');
  expect(problemOf('overlays:\n  a: {}\n  a: {}\n', set('a', 'weight', 1))).toBe('edit.unreadable');
});

test('names that mean something to JavaScript are plain names', () => {
  const text = edited('overlays:\n  a: {}\n', {
    kind: 'add',
    mapping: '__proto__',
    yaml: 'plex_all: true',
    after: null,
  });
  expect(text).toContain('__proto__:\n    plex_all: true');
  expect(edited(text, set('__proto__', 'constructor', 1))).toContain('constructor: 1');
});
