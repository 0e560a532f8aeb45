import type { OverlaySlot } from '@marquee/contracts';
import { aDefinition, anEntry } from '../testing/examples.ts';
import {
  completePlaces,
  isTrouble,
  joiningQueue,
  leavingQueue,
  membersOf,
  nextPlace,
  queueAt,
  removingPlace,
  slotPoint,
} from './queues.ts';

const pixels = (value: number) => ({ value, percent: false });
const slot: OverlaySlot = {
  horizontalAlign: 'right',
  verticalAlign: 'center',
  horizontalOffset: pixels(40),
  verticalOffset: pixels(-7),
};
const inQueue = (mapping: string, weight: number) => anEntry(mapping, { queue: 'q', weight });

test.each<[string, number | null, number[], number]>([
  ['its own, where it is free', 25, [20, 30], 25],
  ['the first in an empty queue', null, [], 10],
  ['behind the others', 30, [20, 30], 10],
  ['behind those that are nearly at nothing', null, [3], 2],
  ['before those that are at nothing', null, [0, 40], 50],
])('a weight of %s', (_what, own, others, weight) => {
  const entries = others.map((one, index) => inQueue(`o${index}`, one));
  const one = { mapping: 'a', definition: aDefinition('a', { weight: own }) };
  expect(joiningQueue(one, { name: 'q', key: 'q' }, entries, {}).weight).toBe(weight);
});

test('who joins a queue gives up a group and a place of its own, as far as they are written', () => {
  const one = { mapping: 'a', definition: aDefinition('a') };
  const written = { group: 'g', vertical_offset: 3, horizontal_offset: 4, font_size: 5 };
  expect(joiningQueue(one, { name: 'q', key: null }, [inQueue('b', 10)], written)).toEqual({
    queue: 'q',
    weight: 10,
    group: null,
    horizontal_offset: null,
    vertical_offset: null,
  });
});

test('who leaves a queue stays where it was', () => {
  const none = { horizontalAlign: null, verticalAlign: null, horizontalOffset: null, verticalOffset: null };
  const placed = { queue: null, horizontal_align: 'right', vertical_align: 'center' };
  expect(leavingQueue(aDefinition('a', none), slot)).toEqual({
    ...placed,
    horizontal_offset: 40,
    vertical_offset: -7,
  });
  expect(
    leavingQueue(aDefinition('a', { ...none, verticalOffset: { value: 5, percent: true } }), slot),
  ).toEqual({ ...placed, horizontal_offset: 40, vertical_offset: '5%' });
  expect(leavingQueue(aDefinition('a', none), null)).toMatchObject({
    horizontal_offset: 0,
    vertical_offset: 0,
  });
});

test('members stand in the order of their weights', () => {
  const entries = [inQueue('a', 1), anEntry('b'), inQueue('c', 3)];
  expect(membersOf(entries, 'q').map(({ mapping }) => mapping)).toEqual(['c', 'a']);
  expect(membersOf(entries, null)).toEqual([]);
});

test('a new queue begins where the overlay stands, in pixels', () => {
  const definition = aDefinition('a', {
    horizontalAlign: 'center',
    horizontalOffset: { value: -10, percent: true },
    verticalAlign: null,
    verticalOffset: pixels(12),
  });
  expect(queueAt(definition, { width: 1000, height: 1500 })).toBe(
    '- horizontal_align: center\n  vertical_align: top\n  horizontal_offset: -100\n  vertical_offset: 12\n',
  );
});

const list = {
  name: 'left',
  places: [{ horizontal_align: 'left', vertical_offset: 10 }, {}, { vertical_offset: 30 }],
};

test('a place is complete with what it takes from those before it, and the first with the defaults', () => {
  expect(completePlaces(list, { horizontal_offset: 7, spacing: 3 })).toEqual([
    { horizontal_offset: 7, horizontal_align: 'left', vertical_offset: 10 },
    { horizontal_offset: 7, horizontal_align: 'left', vertical_offset: 10 },
    { horizontal_offset: 7, horizontal_align: 'left', vertical_offset: 30 },
  ]);
});

test('what goes leaves the next one what that took from it', () => {
  const key = { queue: 'q', list: 'left', place: 0 };
  const says = (attribute: string, value: unknown) => ({
    kind: 'set-place',
    ...key,
    place: 1,
    attribute,
    value,
  });
  expect(removingPlace(key, list)).toEqual([
    says('horizontal_align', 'left'),
    says('vertical_offset', 10),
    { kind: 'remove-place', ...key },
  ]);
  expect(removingPlace({ ...key, place: 2 }, list)).toEqual([{ kind: 'remove-place', ...key, place: 2 }]);
});

test('a new place goes on as the ones before, and stays on the poster', () => {
  const place = {
    horizontal_align: 'left',
    vertical_align: 'top',
    horizontal_offset: 15,
    vertical_offset: 50,
  };
  expect(nextPlace([])).toMatchObject({ horizontal_align: 'left', vertical_offset: 30 });
  expect(nextPlace([place])).toEqual({ vertical_offset: 150 });
  expect(nextPlace([place, { ...place, horizontal_offset: 40 }])).toEqual({ horizontal_offset: 65 });
  expect(
    nextPlace([
      { ...place, vertical_offset: 90 },
      { ...place, vertical_offset: 10 },
    ]),
  ).toEqual({
    vertical_offset: 10,
  });
  expect(nextPlace([{ ...place, vertical_offset: '5%' }])).toEqual({});
});

test('what is wrong with one thing of a place does not hide behind another', () => {
  const place = {
    horizontal_align: 'middle',
    vertical_align: 'center',
    horizontal_offset: 1.5,
    vertical_offset: -3,
  };
  const names = ['horizontal_align', 'vertical_align', 'horizontal_offset', 'vertical_offset'] as const;
  expect(names.filter((name) => isTrouble(place, name))).toEqual(['horizontal_align', 'horizontal_offset']);
  expect(isTrouble({ ...place, vertical_offset: '10%' }, 'vertical_offset')).toBe(true);
});

test('a slot is shown where it counts from', () => {
  const canvas = { width: 1000, height: 1500 };
  expect(slotPoint(slot, canvas)).toEqual({ x: 960, y: 743 });
  expect(
    slotPoint(
      {
        ...slot,
        horizontalAlign: 'left',
        verticalAlign: 'bottom',
        verticalOffset: { value: 10, percent: true },
      },
      canvas,
    ),
  ).toEqual({ x: 40, y: 1350 });
});
