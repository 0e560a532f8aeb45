import fc from 'fast-check';
import { gridGeometry, POSTER_SIZES } from './geometry.ts';

const wishes = fc.record({
  width: fc.integer({ min: 120, max: 3000 }),
  size: fc.integer({ min: 0, max: POSTER_SIZES - 1 }),
  shape: fc.constantFrom('poster' as const, 'square' as const, 'wide' as const),
  captions: fc.boolean(),
});

test('cells and gaps fill the width exactly, whatever is wished for', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const { columns, gap, cellWidth, rowHeight, pictureHeight } = gridGeometry(wish);
      expect(columns).toBeGreaterThanOrEqual(1);
      expect(columns * cellWidth + (columns - 1) * gap).toBeCloseTo(wish.width);
      expect(rowHeight).toBeGreaterThan(pictureHeight);
    }),
  );
});

test('a larger size never gives more columns', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const columns = Array.from(
        { length: POSTER_SIZES },
        (_, size) => gridGeometry({ ...wish, size }).columns,
      );
      expect(columns).toEqual([...columns].sort((a, b) => b - a));
    }),
  );
});

test('a phone shows three posters side by side at the usual size', () => {
  expect(gridGeometry({ width: 358, size: 3, shape: 'poster', captions: true }).columns).toBe(3);
});

test('tracks are rows over the whole width', () => {
  expect(gridGeometry({ width: 900, size: 0, shape: 'row', captions: false })).toMatchObject({
    columns: 1,
    cellWidth: 900,
    gap: 0,
  });
});
