import { readOverlayFile } from '../overlays/read-overlay-file.ts';
import type { QueueVariables } from './queue-variables.ts';

function places(queue: string, queueVariables: QueueVariables = {}) {
  const indented = queue
    .trim()
    .split('\n')
    .map((line) => `    ${line}`);
  const text = `overlays: {a: {plex_all: true}}\nqueues:\n  q:\n${indented.join('\n')}\n`;
  const { queues, problems } = readOverlayFile(text, { queueVariables });
  const shown = (offset: { value: number; percent: boolean }) =>
    `${offset.value}${offset.percent ? '%' : ''}`;
  return {
    slots: queues[0]?.slots.map(
      (slot) =>
        `${slot.horizontalAlign} ${shown(slot.horizontalOffset)} ${slot.verticalAlign} ${shown(slot.verticalOffset)}`,
    ),
    problems: problems.map(({ code, effect, line }) => `${code} ${effect} ${line}`),
  };
}

const list = `
- {horizontal_offset: 10, vertical_offset: 20, horizontal_align: left, vertical_align: top}
- {vertical_offset: 60}
-
- {horizontal_align: center, horizontal_offset: -5}
`;
const named = `
settings: {position: right}
left:
  - {horizontal_offset: 10, vertical_offset: 20, horizontal_align: left, vertical_align: top}
right:
  - {horizontal_offset: 1, vertical_offset: 2, horizontal_align: right, vertical_align: bottom}
`;

test('a place takes from the one before what it does not say', () => {
  expect(places(list)).toEqual({
    slots: ['left 10 top 20', 'left 10 top 60', 'left 10 top 60', 'center -5 top 60'],
    problems: [],
  });
});

test.each<[string, QueueVariables, string]>([
  ['the settings', {}, 'right 1 bottom 2'],
  ['the variable position', { position: 'left' }, 'left 10 top 20'],
  ['the variable of the queue', { position: 'left', position_q: 'right' }, 'right 1 bottom 2'],
  [
    'a list of its own',
    {
      position_q: [
        { horizontal_align: 'left', vertical_align: 'top', horizontal_offset: 7, vertical_offset: '8' },
      ],
    },
    'left 7 top 8',
  ],
])('named lists are chosen by %s', (_what, variables, expected) => {
  expect(places(named, variables)).toEqual({ slots: [expected], problems: [] });
});

test('without a position the first list counts', () => {
  expect(places(named.replace('settings: {position: right}\n', '')).slots).toEqual(['left 10 top 20']);
});

test('the number of places may be limited', () => {
  expect(places(list, { overlay_limit: 2 }).slots).toHaveLength(2);
  expect(
    places(`settings: {overlay_limit: 1}\n${named.trim()}`.replace('settings: {position: right}\n', ''))
      .slots,
  ).toHaveLength(1);
});

const dynamic = `
settings:
  default: {group: vertical, spacing: 100}
  conditionals:
    start:
      default: 15
      conditions:
        - {side: [left, right], group: vertical, value: 20}
        - {side.exists: true, value: 30}
        - {group.notdefault: vertical, value: 40}
  dynamic_position:
    initial_horizontal_align: left
    initial_vertical_align: center
    initial_horizontal_offset: <<start>>
    initial_vertical_offset: 0
    vertical_spacing: <<spacing>>
    surround: <<around>>
  overlay_limit: 4
`;

test.each<[QueueVariables, string[]]>([
  [{}, ['left 15 center 0', 'left 15 center 100', 'left 15 center 200', 'left 15 center 300']],
  [{ around: true }, ['left 15 center 0', 'left 15 center 100', 'left 15 center -100', 'left 15 center 200']],
  [{ side: 'left', overlay_limit: 1 }, ['left 20 center 0']],
  [{ side: 'top', overlay_limit: 1 }, ['left 30 center 0']],
  [{ group: 'flat', overlay_limit: 1 }, ['left 40 center 0']],
  [{ spacing: 1, overlay_limit: 2 }, ['left 15 center 0', 'left 15 center 1']],
])('places that go on by a spacing, with %j', (variables, expected) => {
  expect(places(dynamic, variables)).toEqual({ slots: expected, problems: [] });
});

test('without a limit there are 21', () => {
  expect(places(dynamic.replace('  overlay_limit: 4\n', '')).slots).toHaveLength(21);
});

test.each<[string, QueueVariables, string]>([
  ['- {vertical_offset: 60}', {}, 'overlay.queue-incomplete file 4'],
  [list.replace('vertical_offset: 60', 'vertical_offset: 6.5'), {}, 'overlay.not-offset file 5'],
  [list.replace('horizontal_offset: -5', 'horizontal_offset: far'), {}, 'overlay.not-offset file 7'],
  [list.replace('align: left', 'align: middle'), {}, 'overlay.not-choice file 4'],
  [list.replace('vertical_offset: 60', 'vertical_offset: -60'), {}, 'overlay.not-offset file 5'],
  [named, { position: 'up' }, 'overlay.queue-position-unknown file 3'],
  ['name: text', {}, 'overlay.queue-not-list file 3'],
  [list.replace('vertical_offset: 60', 'vertical_offset: 6%'), {}, 'overlay.queue-percent item 5'],
])('%j with %j is told', (queue, variables, problem) => {
  expect(places(queue, variables).problems).toEqual([problem]);
});

test('circles of variables end', () => {
  expect(places(dynamic, { start: '<<spacing>>', spacing: '<<start>>x<<start>>' }).problems).toEqual([
    'overlay.not-offset file 3',
  ]);
});
