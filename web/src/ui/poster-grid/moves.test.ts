import fc from 'fast-check';
import { moveBy } from './moves.ts';

const ground = { total: 23, columns: 5, rowsPerScreen: 2 };
const press = (key: string, from: number, ctrlKey = false) =>
  moveBy({ key, ctrlKey, metaKey: false }, from, ground);

test.each([
  ['ArrowRight', 4, 5],
  ['ArrowLeft', 5, 4],
  ['ArrowLeft', 0, 0],
  ['ArrowRight', 22, 22],
  ['ArrowDown', 7, 12],
  ['ArrowUp', 7, 2],
  ['ArrowUp', 3, 3],
  ['j', 0, 1],
  ['k', 1, 0],
  ['Home', 13, 10],
  ['End', 11, 14],
  ['End', 21, 22],
  ['PageDown', 1, 11],
  ['PageUp', 11, 1],
])('%s leads from %d to %d', (key, from, to) => {
  expect(press(key, from)).toBe(to);
});

test('down into a shorter last row ends at its end, and from there stays', () => {
  expect(press('ArrowDown', 19)).toBe(22);
  expect(press('ArrowDown', 21)).toBe(21);
});

test('a page up from the first rows keeps the column', () => {
  expect(press('PageUp', 8)).toBe(3);
});

test('with Control, Home and End lead to the very first and last', () => {
  expect(press('Home', 13, true)).toBe(0);
  expect(press('End', 3, true)).toBe(22);
});

test('other keys are none of the grid’s business, and an empty grid has no moves', () => {
  expect(press('a', 3)).toBeUndefined();
  expect(moveBy({ key: 'End', ctrlKey: true, metaKey: false }, 0, { ...ground, total: 0 })).toBeUndefined();
});

test('no key ever leads out of the grid', () => {
  const keys = fc.constantFrom(
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  );
  fc.assert(
    fc.property(
      keys,
      fc.boolean(),
      fc.integer({ min: 1, max: 60_000 }),
      fc.integer({ min: 1, max: 20 }),
      fc.nat(),
      (key, ctrlKey, total, columns, seed) => {
        const to = moveBy({ key, ctrlKey, metaKey: false }, seed % total, {
          total,
          columns,
          rowsPerScreen: 3,
        });
        expect(to).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThan(total);
      },
    ),
  );
});
