import fc from 'fast-check';
import { accountOf, anOverlay } from '../../../../testing/overlay-examples.ts';
import { aligned, distributed } from './arrange.ts';
import { moveEach } from './move.ts';
import { piecesOf } from './piece.ts';
import { linesAt, safeZone, snapped, targetsOf } from './snap.ts';

const canvas = { width: 1000, height: 1500 };
const none = { x: [], y: [] };

test('a box near an edge, the middle, another box or a guide comes to lie on it', () => {
  const box = { x: 100, y: 100, width: 60, height: 40 };
  const targets = targetsOf(canvas, [{ x: 300, y: 700, width: 50, height: 50 }], { x: [217], y: [] });
  expect(snapped(box, { x: -97, y: 0 }, targets, 6)).toEqual({ x: -100, y: 0 });
  expect(snapped(box, { x: 368, y: 0 }, targets, 6)).toEqual({ x: 370, y: 0 });
  expect(snapped(box, { x: 203, y: 0 }, targets, 6)).toEqual({ x: 200, y: 0 });
  expect(snapped(box, { x: 54, y: 556 }, targets, 6)).toEqual({ x: 57, y: 560 });
  expect(snapped(box, { x: 20, y: 20 }, targetsOf(canvas, [], none), 6)).toEqual({ x: 20, y: 20 });
});

test('a snap never goes farther than its reach, and always onto whole pixels', () => {
  fc.assert(
    fc.property(
      fc.record({
        x: fc.integer({ min: -50, max: 990 }),
        y: fc.nat(1490),
        width: fc.integer({ min: 1, max: 400 }),
        height: fc.nat(300),
      }),
      fc.nat(12),
      (box, within) => {
        const by = snapped(box, { x: 0, y: 0 }, targetsOf(canvas, [], none), within);
        expect(Number.isInteger(by.x) && Number.isInteger(by.y)).toBe(true);
        expect(Math.max(Math.abs(by.x), Math.abs(by.y))).toBeLessThanOrEqual(within);
      },
    ),
  );
});

test('lines are shown where the box really lies, each once', () => {
  const targets = targetsOf(canvas, [], none);
  expect(linesAt({ x: 0, y: 730, width: 100, height: 40 }, targets)).toEqual([
    { axis: 'x', at: 0, kind: 'canvas' },
    { axis: 'y', at: 750, kind: 'canvas' },
  ]);
  expect(linesAt({ x: 1, y: 1, width: 20, height: 20 }, targets)).toEqual([]);
  expect(safeZone(canvas)).toEqual({ x: 30, y: 30, width: 940, height: 1440 });
});

const three = [
  anOverlay('a', { horizontalOffset: { value: 10, percent: false } }),
  anOverlay('bb', {
    horizontalOffset: { value: 200, percent: false },
    verticalOffset: { value: 90, percent: false },
  }),
  anOverlay('cccc', { horizontalAlign: 'right', horizontalOffset: { value: 100, percent: false } }),
];
const pieces = piecesOf({ definitions: three, queues: [] }, accountOf(three), new Set());

test('several line up with each other; one alone with the poster', () => {
  expect(moveEach(aligned(pieces, 'left', canvas)).changes).toEqual([
    { key: 'a', horizontal_offset: 10, vertical_offset: 30 },
    { key: 'bb', horizontal_offset: 10, vertical_offset: 90 },
    { key: 'cccc', horizontal_offset: 910, vertical_offset: 30 },
  ]);
  expect(moveEach(aligned(pieces.slice(0, 1), 'middle', canvas)).changes).toEqual([
    { key: 'a', horizontal_offset: 10, vertical_offset: 730 },
  ]);
});

test('distributing leaves the same room between all and the outermost where they are', () => {
  const { by } = moveEach(distributed(pieces, 'across'));
  const lefts = pieces.map(({ key, grip }) => [grip.x + (by.get(key)?.x ?? 0), grip.width] as const);
  const gaps = lefts.slice(1).map(([x], index) => x - (lefts[index]?.[0] ?? 0) - (lefts[index]?.[1] ?? 0));
  expect(Math.abs((gaps[0] ?? 0) - (gaps[1] ?? 0))).toBeLessThanOrEqual(1);
  expect(by.get('a')).toEqual({ x: 0, y: 0 });
  expect(by.get('cccc')).toEqual({ x: 0, y: 0 });
  expect(distributed(pieces.slice(0, 2), 'down').size).toBe(0);
});
