import type { OverlayEdit } from '@marquee/contracts';
import fc from 'fast-check';
import { writtenQueues } from '../queues/written-queues.ts';
import { editOverlayFile } from './edit-overlay-file.ts';

const file = `# Mine
overlays:
  a:
    overlay: {name: text(a), queue: list, weight: 1}
    plex_all: true

queues:
  # Down the left side
  list: # five at most
    - horizontal_align: left   # from here on
      horizontal_offset: 15
      vertical_align: top

      # below the ribbon
      vertical_offset: 150
    # the second
    - vertical_offset: 250 # lower
    -
    - {vertical_offset: 350, horizontal_offset: 15} # in braces
  named:
    settings:
      position: left # or right
      default: {vertical_align: top}
    left:
      - horizontal_offset: 1
    right: [{horizontal_offset: 2}, {horizontal_offset: 3}]
  dynamic:
    settings:
      dynamic_position:
        initial_vertical_offset: <<start>> # by the variable
        surround: true
  flow: {settings: {overlay_limit: 3}, only: []}

templates: {}
`;

type Edit = Extract<OverlayEdit, { queue: string }>;

function edited(text: string, ...edits: OverlayEdit[]): string {
  const outcome = editOverlayFile(text, edits);
  if ('problem' in outcome) throw new Error(`${outcome.problem.code}: ${outcome.problem.message}`);
  return outcome.text;
}

/** Lines that are gone, and lines that are new. */
function changes(edit: OverlayEdit, text = file): string[] {
  const [old, now] = [text.split('\n'), edited(text, edit).split('\n')];
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

const setPlace = (
  place: number,
  attribute: Extract<Edit, { kind: 'set-place' }>['attribute'],
  value: string | number | null,
  queue = 'list',
  list: string | null = null,
): Edit => ({ kind: 'set-place', queue, list, place, attribute, value });
const addPlace = (
  place: number,
  values: Extract<Edit, { kind: 'add-place' }>['values'],
  queue = 'list',
  list: string | null = null,
): Edit => ({ kind: 'add-place', queue, list, place, values });
const removePlace = (place: number, queue = 'list', list: string | null = null): Edit => ({
  kind: 'remove-place',
  queue,
  list,
  place,
});
const setQueue = (
  queue: string,
  setting: Extract<Edit, { kind: 'set-queue' }>['setting'],
  value: string | number | boolean | null,
): Edit => ({ kind: 'set-queue', queue, setting, value });

test.each<[string, Edit, string[]]>([
  [
    'what a place says is said otherwise',
    setPlace(0, 'horizontal_align', 'right'),
    ['-    - horizontal_align: left   # from here on', '+    - horizontal_align: right   # from here on'],
  ],
  ['a place says one thing more', setPlace(1, 'horizontal_offset', -5), ['+      horizontal_offset: -5']],
  [
    'what stands beside the dash is taken away',
    setPlace(0, 'horizontal_align', null),
    [
      '-    - horizontal_align: left   # from here on',
      '-      horizontal_offset: 15',
      '+    - horizontal_offset: 15',
    ],
  ],
  ['what stands below is taken away', setPlace(0, 'vertical_offset', null), ['-      vertical_offset: 150']],
  [
    'the only thing is taken away',
    setPlace(1, 'vertical_offset', null),
    ['-    - vertical_offset: 250 # lower', '+    - {} # lower'],
  ],
  [
    'a blank place says something',
    setPlace(2, 'vertical_offset', 300),
    ['-    -', '+    - vertical_offset: 300'],
  ],
  [
    'a place in braces is changed',
    setPlace(3, 'vertical_align', 'bottom'),
    [
      '-    - {vertical_offset: 350, horizontal_offset: 15} # in braces',
      '+    - {vertical_offset: 350, horizontal_offset: 15, vertical_align: bottom} # in braces',
    ],
  ],
  ['nothing is taken away', setPlace(2, 'vertical_offset', null), []],
  [
    'a place of a list with a name',
    setPlace(1, 'horizontal_offset', 30, 'named', 'right'),
    [
      '-    right: [{horizontal_offset: 2}, {horizontal_offset: 3}]',
      '+    right: [{horizontal_offset: 2}, {horizontal_offset: 30}]',
    ],
  ],
  [
    'a place at the end',
    addPlace(4, { vertical_offset: 450, horizontal_offset: 20 }),
    ['+    - vertical_offset: 450', '+      horizontal_offset: 20'],
  ],
  ['a place at the front', addPlace(0, { vertical_offset: 50 }), ['+    - vertical_offset: 50']],
  ['a place like the one before', addPlace(3, {}), ['+    - {}']],
  [
    'a place in a list in braces',
    addPlace(1, { horizontal_offset: 25 }, 'named', 'right'),
    [
      '-    right: [{horizontal_offset: 2}, {horizontal_offset: 3}]',
      '+    right: [{horizontal_offset: 2}, {horizontal_offset: 25}, {horizontal_offset: 3}]',
    ],
  ],
  [
    'the first place of a list',
    addPlace(0, { horizontal_offset: 25 }, 'flow', 'only'),
    [
      '-  flow: {settings: {overlay_limit: 3}, only: []}',
      '+  flow: {settings: {overlay_limit: 3}, only: [{horizontal_offset: 25}]}',
    ],
  ],
  ['a place less', removePlace(1), ['-    - vertical_offset: 250 # lower']],
  ['a blank place less', removePlace(2), ['-    -']],
  [
    'a place less in a list in braces',
    removePlace(0, 'named', 'right'),
    ['-    right: [{horizontal_offset: 2}, {horizontal_offset: 3}]', '+    right: [{horizontal_offset: 3}]'],
  ],
  [
    'another list counts',
    setQueue('named', 'position', 'right'),
    ['-      position: left # or right', '+      position: right # or right'],
  ],
  ['a limit where there was none', setQueue('named', 'overlay_limit', 4), ['+      overlay_limit: 4']],
  ['a spacing', setQueue('dynamic', 'vertical_spacing', 115), ['+        vertical_spacing: 115']],
  [
    'a start instead of a variable',
    setQueue('dynamic', 'initial_vertical_offset', 15),
    [
      '-        initial_vertical_offset: <<start>> # by the variable',
      '+        initial_vertical_offset: 15 # by the variable',
    ],
  ],
  [
    'levels that were not there, in braces',
    setQueue('flow', 'surround', true),
    [
      '-  flow: {settings: {overlay_limit: 3}, only: []}',
      '+  flow: {settings: {overlay_limit: 3, dynamic_position: {surround: true}}, only: []}',
    ],
  ],
  ['a setting that was not there is taken away', setQueue('flow', 'surround', null), []],
  [
    'the only setting is taken away',
    setQueue('flow', 'overlay_limit', null),
    ['-  flow: {settings: {overlay_limit: 3}, only: []}', '+  flow: {settings: {}, only: []}'],
  ],
  [
    'a queue more',
    { kind: 'add-queue', queue: 'new', yaml: '- horizontal_offset: 1\n  vertical_offset: 2\n' },
    ['+  new:', '+    - horizontal_offset: 1', '+      vertical_offset: 2'],
  ],
])('%s, and no other line changes', (_what, edit, lines) => {
  expect(changes(edit)).toEqual(lines);
  const windows = file.replaceAll('\n', '\r\n');
  expect(edited(windows, edit)).toBe(edited(file, edit).replaceAll('\n', '\r\n'));
});

test('settings are written where a queue has none yet', () => {
  const text = 'queues:\n  q:\n    left:\n      - {}\n';
  expect(changes(setQueue('q', 'vertical_spacing', 5), text)).toEqual([
    '+    settings:',
    '+      dynamic_position:',
    '+        vertical_spacing: 5',
  ]);
  expect(changes(setQueue('q', 'vertical_spacing', 5), text.replace('left', 'settings:\n    left'))).toEqual([
    '+      dynamic_position:',
    '+        vertical_spacing: 5',
  ]);
});

test.each(['', 'overlays: {}\n', 'overlays: {}', 'queues:\noverlays: {}\n', 'queues: {} # none\n'])(
  'the first queue of %j',
  (text) => {
    const added = edited(text, { kind: 'add-queue', queue: 'q: 1', yaml: '- {horizontal_offset: 1}' });
    expect(added).toMatch(/^queues:.*\n {2}'q: 1':\n {4}- \{horizontal_offset: 1\}\n/m);
    expect(writtenQueues(added)[0]?.lists[0]?.places).toEqual([{ horizontal_offset: 1 }]);
  },
);

test('places may stand at the margin of their queue, behind a dash of their own line, or below comments', () => {
  const text = 'queues:\n  q:\n  -\n    vertical_offset: 1\n  # two\n  - # here\n    vertical_offset: 2';
  expect(changes(setPlace(1, 'vertical_offset', 3, 'q'), text)).toEqual([
    '-    vertical_offset: 2',
    '+    vertical_offset: 3',
  ]);
  expect(changes(removePlace(1, 'q'), text)).toEqual(['-  - # here', '-    vertical_offset: 2', '+']);
  expect(changes(addPlace(1, { vertical_offset: 9 }, 'q'), text)).toEqual(['+  - vertical_offset: 9']);
  expect(changes(setPlace(0, 'horizontal_offset', 4, 'q'), text)).toEqual(['+    horizontal_offset: 4']);
});

const shared = `queues:
  one: &places
    - &first {vertical_offset: 1}
    - *first
  two: *places
  three:
    left:
      - {vertical_offset: 1}
    right: 3
  four:
    - *first
    - <<: *first
    - 7
`;

test.each<[string, Edit, string]>([
  ['what another queue repeats', setPlace(0, 'vertical_offset', 2, 'one'), 'edit.shared'],
  ['a queue that is another one', addPlace(0, {}, 'two'), 'edit.alias'],
  ['a place that is another one', setPlace(0, 'vertical_offset', 2, 'four'), 'edit.alias'],
  ['what comes from a merge', setPlace(1, 'vertical_offset', null, 'four'), 'edit.merged'],
  ['a place that is no map', setPlace(2, 'vertical_offset', 1, 'four'), 'edit.not-a-map'],
  ['a place that is not there', setPlace(3, 'vertical_offset', 1, 'four'), 'edit.not-found'],
  ['a place behind the last', addPlace(4, {}, 'four'), 'edit.not-found'],
  ['a place less that is not there', removePlace(3, 'four'), 'edit.not-found'],
  ['the last place', removePlace(0, 'three', 'left'), 'edit.last-place'],
  ['a list that is not there', addPlace(0, {}, 'three', 'up'), 'edit.not-found'],
  ['a list that is none', addPlace(0, {}, 'three', 'right'), 'edit.not-a-list'],
  ['a setting of a list', setQueue('four', 'position', 'left'), 'edit.not-a-map'],
  ['a queue that is not there', setQueue('five', 'position', 'left'), 'edit.not-found'],
  ['a queue that is there', { kind: 'add-queue', queue: 'four', yaml: '[]' }, 'edit.exists'],
  ['a queue that is no list', { kind: 'add-queue', queue: 'five', yaml: '7' }, 'edit.invalid-body'],
])('%s is refused', (_what, edit, code) => {
  const outcome = editOverlayFile(shared, [edit]);
  expect('problem' in outcome ? outcome.problem.code : 'none').toBe(code);
});

const attributes = ['horizontal_align', 'vertical_align', 'horizontal_offset', 'vertical_offset'] as const;
const attribute = fc.constantFrom(...attributes);
const value = fc.constantFrom<string | number>('left', 15, -3, '10%', '<<x>>', 'a: b # c');
const written = fc.constantFrom('15', '"10%"', 'left', '', '~', '<<x>>', '>-\n        folded');
const comment = fc.constantFrom('', '', ' # note', '   # it’s: {odd}');
const place = fc.oneof(
  fc.constantFrom(
    '    -\n',
    '    - {}\n',
    '    - ~ # none\n',
    '    - {vertical_offset: 1, }\n',
    '    # far\n    - { }\n',
  ),
  fc
    .uniqueArray(fc.tuple(attribute, written, comment), { selector: ([key]) => key, minLength: 1 })
    .map((pairs) =>
      pairs
        .map(
          ([key, text, note], at) =>
            `${at === 0 ? '    - ' : '      '}${key}: ${text}${/\n/.test(text) ? '' : note}\n`,
        )
        .join(''),
    ),
);
const queueFile = fc
  .record({
    places: fc.array(place, { minLength: 1, maxLength: 4 }),
    tail: fc.constantFrom('', '\n# end\n', '  other: [{}]\n', '\noverlays: {}\n'),
    cut: fc.boolean(),
    windows: fc.boolean(),
  })
  .map(({ places, tail, cut, windows }) => {
    const text = `# head\nqueues:\n  list: # below\n${places.join('')}${tail}`;
    const ended = cut ? text.trimEnd() : text;
    return windows ? ended.replaceAll('\n', '\r\n') : ended;
  });
const index = fc.nat(4);
const edit = fc.oneof(
  fc.tuple(index, attribute, fc.option(value)).map(([at, name, to]) => setPlace(at, name, to)),
  fc
    .tuple(index, fc.dictionary(attribute, value, { noNullPrototype: true }))
    .map(([at, values]) => addPlace(at, values)),
  index.map((at) => removePlace(at)),
);

test('any sequence of edits of places says what was asked, and leaves every comment', () => {
  let made = 0;
  fc.assert(
    fc.property(queueFile, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
      let text = start;
      for (const one of edits) {
        const outcome = editOverlayFile(text, [one]);
        if ('problem' in outcome) {
          expect(['edit.not-found', 'edit.last-place']).toContain(outcome.problem.code);
          continue;
        }
        made += 1;
        const [before, after] = [text, outcome.text].map(
          (each) => writtenQueues(each)[0]?.lists[0]?.places ?? [],
        );
        const expected = { 'add-place': 1, 'remove-place': -1, 'set-place': 0 }[one.kind as 'set-place'];
        expect(after?.length).toBe((before?.length ?? 0) + expected);
        if (one.kind === 'set-place') expect(after?.[one.place]?.[one.attribute] ?? null).toBe(one.value);
        if (one.kind === 'add-place') expect(after?.[one.place]).toEqual(one.values);
        if (text.includes('\r\n')) expect(outcome.text.replaceAll('\r\n', '')).not.toContain('\n');
        for (const words of ['# head', '# below', '# far', '# end']) {
          expect(outcome.text.split(words)).toHaveLength(text.split(words).length);
        }
        text = outcome.text;
      }
    }),
    { numRuns: 400 },
  );
  expect(made).toBeGreaterThan(200);
});
