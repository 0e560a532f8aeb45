import { dynamicTrouble, placeTrouble } from './place-trouble.ts';
import { writtenQueues } from './written-queues.ts';

const text = `queues:
  list: # places
    - horizontal_align: left
      horizontal_offset: 15
      vertical_align: top
      vertical_offset: 15
    -
    - {vertical_offset: "<<x>>", odd: 1}
  named:
    settings:
      position: right
      default: {vertical_align: top}
    left:
      - {horizontal_offset: 1}
    right: []
    odd: text
  dynamic:
    settings:
      overlay_limit: 3
      dynamic_position: {initial_vertical_offset: <<start>>}
  lost: {settings: {position: [{horizontal_offset: 3}]}}
  blank:
`;

test('every form of a queue is told as it is written', () => {
  const queues = writtenQueues(text);
  expect(queues.map(({ name, line, endLine }) => `${name} ${line}-${endLine}`)).toEqual([
    'list 2-8',
    'named 9-16',
    'dynamic 17-20',
    'lost 21-21',
  ]);
  const [list, named, dynamic, lost] = queues;
  expect(list).toMatchObject({
    settings: null,
    source: { from: 'list', list: 0 },
    lists: [
      {
        name: null,
        places: [
          {
            horizontal_align: 'left',
            horizontal_offset: 15,
            vertical_align: 'top',
            vertical_offset: 15,
          },
          {},
          { vertical_offset: '<<x>>' },
        ],
      },
    ],
  });
  expect(named).toMatchObject({
    settings: { position: 'right' },
    defaults: { vertical_align: 'top' },
    source: { from: 'list', list: 1 },
    lists: [
      { name: 'left', places: [{ horizontal_offset: 1 }] },
      { name: 'right', places: [] },
    ],
  });
  expect(dynamic).toMatchObject({
    settings: { overlay_limit: 3 },
    dynamic: { initial_vertical_offset: '<<start>>' },
    source: { from: 'dynamic' },
    lists: [],
  });
  expect(lost?.source).toEqual({ from: 'position' });
  expect(writtenQueues('queues: {q: {settings: {position: up}}}')[0]?.source).toEqual({ from: 'nowhere' });
});

test.each(['', 'queues: 3', 'queues:\n\t- a', 'overlays: {}'])('%j has none', (none) => {
  expect(writtenQueues(none)).toEqual([]);
});

const place = {
  horizontal_align: 'left',
  vertical_align: 'center',
  horizontal_offset: 0,
  vertical_offset: -7,
};

test.each<[string, Record<string, unknown>, string | undefined]>([
  ['a whole place', {}, undefined],
  ['less than nothing from a side', { horizontal_offset: -1 }, 'horizontal_offset'],
  ['half pixels', { vertical_offset: 1.5 }, 'vertical_offset'],
  ['percent, which Kometa cannot draw', { vertical_offset: '10%' }, 'vertical_offset'],
  ['another word', { vertical_align: 'middle' }, 'vertical_align'],
  ['nothing where something must be', { horizontal_align: undefined }, 'horizontal_align'],
])('%s', (_what, more, at) => {
  expect(placeTrouble({ ...place, ...more }, 'q')?.at).toBe(at);
});

const start = {
  initial_horizontal_align: 'left',
  initial_vertical_align: 'top',
  initial_horizontal_offset: '<<side>>',
  initial_vertical_offset: 30,
  vertical_spacing: 100,
};

test.each<[string, Record<string, unknown>, unknown, string | undefined]>([
  ['places that go on', {}, null, undefined],
  [
    'a variable that nobody knows',
    { initial_horizontal_offset: '<<other>>' },
    null,
    'initial_horizontal_offset',
  ],
  ['a spacing that leads over the edge', { vertical_spacing: -10 }, null, 'vertical_spacing'],
  ['the same, where a limit ends it before', { vertical_spacing: -10 }, 4, undefined],
  ['both sides in turn, over the edge', { surround: true }, null, 'vertical_spacing'],
])('of a dynamic position: %s', (_what, more, limit, at) => {
  const known = { queue: 'q', defaults: { side: 15 }, limit };
  expect(dynamicTrouble({ ...start, ...more }, known)?.at).toBe(at);
});
