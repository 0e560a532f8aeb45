import type { OverlayDefinition, OverlaySet } from '@marquee/contracts';
import fc from 'fast-check';
import { withChanges } from '../../../../engine/placing.ts';
import { accountOf, anOverlay } from '../../../../testing/overlay-examples.ts';
import { moveEach, moveTogether, strideOf } from './move.ts';
import { type Piece, piecesOf } from './piece.ts';

const setOf = (...definitions: OverlayDefinition[]): OverlaySet => ({ definitions, queues: [] });
const piecesIn = (set: OverlaySet): Piece[] => piecesOf(set, accountOf(set.definitions), new Set());
const gripsOf = (set: OverlaySet) => new Map(piecesIn(set).map(({ key, grip }) => [key, grip]));

const align = (names: readonly string[]) => fc.constantFrom(null, ...names);
const offset = (centred: boolean, percent: boolean) =>
  (percent
    ? fc.integer({ min: centred ? -50 : 0, max: centred ? 50 : 100 })
    : fc.integer({ min: centred ? -400 : 0, max: 900 })
  ).map((value) => ({ value, percent }));
const placement = (percent: fc.Arbitrary<boolean>) =>
  fc
    .record({
      across: align(['left', 'center', 'right']),
      down: align(['top', 'center', 'bottom']),
      px: percent,
      py: percent,
    })
    .chain(({ across, down, px, py }) =>
      fc.record({
        horizontalAlign: fc.constant(across as OverlayDefinition['horizontalAlign']),
        verticalAlign: fc.constant(down as OverlayDefinition['verticalAlign']),
        horizontalOffset: offset(across === 'center', px),
        verticalOffset: offset(down === 'center', py),
      }),
    );
const looks = fc.constantFrom<Partial<OverlayDefinition>>(
  {},
  { backColor: [0, 0, 0, 255], backPadding: 7 },
  { backColor: [0, 0, 0, 255], backWidth: 301, backHeight: 77, backAlign: 'right' },
  { kind: 'image', name: 'badge', image: { from: 'default', value: 'badge' } },
  { image: { from: 'default', value: 'badge' }, addonPosition: 'top', addonOffset: 3 },
  { kind: 'backdrop', name: 'backdrop', backColor: [0, 0, 0, 255], backHeight: 200 },
);
const distance = fc.record({
  x: fc.integer({ min: -600, max: 600 }),
  y: fc.integer({ min: -600, max: 600 }),
});

test('moving by pixels moves what is drawn by exactly that, as far as Kometa’s offsets go', () => {
  fc.assert(
    fc.property(placement(fc.constant(false)), looks, distance, (place, look, by) => {
      const set = setOf(anOverlay('one', { ...look, ...place }));
      const { changes, by: moved } = moveTogether(piecesIn(set), by);
      const before = gripsOf(set).get('one');
      const after = gripsOf(withChanges(set, changes)).get('one');
      const went = moved.get('one');
      expect(after).toEqual({
        ...before,
        x: (before?.x ?? 0) + (went?.x ?? 0),
        y: (before?.y ?? 0) + (went?.y ?? 0),
      });
      // Only the edge that an offset is measured from stops it.
      for (const [axis, name, start] of [
        ['x', 'horizontal', place.horizontalOffset.value],
        ['y', 'vertical', place.verticalOffset.value],
      ] as const) {
        const how = place[`${name}Align`];
        const away = how === 'right' || how === 'bottom' ? -by[axis] : by[axis];
        const stopped = how !== 'center' && start + away < 0;
        expect(Math.abs((went?.[axis] ?? 0) - by[axis])).toBe(stopped ? Math.abs(start + away) : 0);
      }
    }),
  );
});

test('moving by percent goes to the nearest whole percent, and what is drawn goes with it', () => {
  fc.assert(
    fc.property(placement(fc.constant(true)), looks, distance, (place, look, by) => {
      const set = setOf(anOverlay('one', { ...look, ...place }));
      const { changes, by: moved } = moveTogether(piecesIn(set), by);
      const before = gripsOf(set).get('one');
      const after = gripsOf(withChanges(set, changes)).get('one');
      expect(after?.x).toBe((before?.x ?? 0) + (moved.get('one')?.x ?? 0));
      expect(after?.y).toBe((before?.y ?? 0) + (moved.get('one')?.y ?? 0));
      const [definition] = withChanges(set, changes).definitions;
      for (const [name, canvas, axis] of [
        ['horizontal', 1000, 'x'],
        ['vertical', 1500, 'y'],
      ] as const) {
        const value = definition?.[`${name}Offset`]?.value ?? Number.NaN;
        const [least, most] = place[`${name}Align`] === 'center' ? [-50, 50] : [0, 100];
        expect(value).toBeGreaterThanOrEqual(least);
        expect(value).toBeLessThanOrEqual(most);
        const away = Math.abs((moved.get('one')?.[axis] ?? 0) - by[axis]);
        if (value > least && value < most) expect(away).toBeLessThanOrEqual(canvas / 200 + 1);
      }
    }),
  );
});

test('several move together and stay as they lie to each other, also when one of them is stopped', () => {
  fc.assert(
    fc.property(placement(fc.constant(false)), placement(fc.constant(false)), distance, (one, other, by) => {
      const set = setOf(anOverlay('one', one), anOverlay('other', other));
      const { by: moved } = moveTogether(piecesIn(set), by);
      expect(moved.get('one')).toEqual(moved.get('other'));
    }),
  );
});

test('an offset from the right shrinks on the way to the right and stops at nothing', () => {
  const set = setOf(
    anOverlay('one', { horizontalAlign: 'right', horizontalOffset: { value: 12, percent: false } }),
  );
  expect(moveTogether(piecesIn(set), { x: 5, y: 0 }).changes).toEqual([
    { key: 'one', horizontal_offset: 7, vertical_offset: 30 },
  ]);
  expect(moveTogether(piecesIn(set), { x: 50, y: 0 }).changes).toEqual([
    { key: 'one', horizontal_offset: 0, vertical_offset: 30 },
  ]);
});

test('an arrow key moves percent offsets by a whole percent and pixels by one', () => {
  const percent = piecesIn(setOf(anOverlay('one', { verticalOffset: { value: 10, percent: true } })));
  const step = strideOf(percent, { x: 0, y: 1 });
  expect(moveTogether(percent, step).changes).toEqual([
    { key: 'one', horizontal_offset: 20, vertical_offset: '11%' },
  ]);
  expect(moveTogether(percent, { x: 0, y: step.y * 3 }).changes).toEqual([
    { key: 'one', horizontal_offset: 20, vertical_offset: '13%' },
  ]);
  expect(strideOf(piecesIn(setOf(anOverlay('one'))), { x: -1, y: 0 })).toEqual({ x: -1, y: 0 });
});

test('what is locked, stands in a queue or covers the poster stays where it is', () => {
  const picture = { kind: 'image', name: 'frame', image: { from: 'default', value: 'frame' } } as const;
  const nowhere = { horizontalOffset: null, verticalOffset: null };
  const definitions = [
    anOverlay('locked'),
    anOverlay('queued', { ...nowhere, queue: 'q', weight: 1 }),
    anOverlay('whole', { ...picture, ...nowhere }),
  ];
  const slot = {
    horizontalAlign: 'left' as const,
    verticalAlign: 'top' as const,
    horizontalOffset: { value: 40, percent: false },
    verticalOffset: { value: 50, percent: false },
  };
  const queues = [{ key: 'q', file: 0, name: 'q', slots: [slot] }];
  const pieces = piecesOf({ definitions, queues }, accountOf(definitions, queues), new Set(['locked']));
  expect(Object.fromEntries(pieces.map(({ key, fixed }) => [key, fixed]))).toEqual({
    locked: 'locked',
    queued: 'queue',
    whole: 'whole',
  });
  expect(pieces.find(({ key }) => key === 'queued')?.grip).toMatchObject({ x: 40, y: 50 });
  expect(moveEach(new Map(pieces.map((piece) => [piece, { x: 9, y: 9 }]))).changes).toEqual([]);
});
