import fc from 'fast-check';
import { ticks } from './ruler.ts';
import { fitted, nextStop, panned, toCanvas, toScreen, zoomedAt } from './sight.ts';

const canvas = { width: 1000, height: 1500 };
const window = { width: 800, height: 600 };

test('what lies under the pointer stays there while zooming, between 10 and 800 percent', () => {
  fc.assert(
    fc.property(
      fc.record({ x: fc.nat(800), y: fc.nat(600) }),
      fc.double({ min: 0.01, max: 40, noNaN: true }),
      (point, zoom) => {
        const before = fitted(canvas, window);
        const after = zoomedAt(before, point, zoom);
        const [was, is] = [toCanvas(before, point), toCanvas(after, point)];
        expect(is.x).toBeCloseTo(was.x, 6);
        expect(is.y).toBeCloseTo(was.y, 6);
        expect(after.zoom).toBeGreaterThanOrEqual(0.1);
        expect(after.zoom).toBeLessThanOrEqual(8);
      },
    ),
  );
});

test('the whole poster fits in the window, and some of it cannot be lost', () => {
  const sight = fitted(canvas, window);
  expect(toScreen(sight, { x: 0, y: 0 }).y).toBeGreaterThanOrEqual(0);
  expect(toScreen(sight, { x: 1000, y: 1500 }).y).toBeLessThanOrEqual(600);
  const away = panned(sight, { x: 5000, y: -5000 }, canvas, window);
  expect(toScreen(away, { x: 0, y: 0 }).x).toBeLessThan(800);
  expect(toScreen(away, { x: 0, y: 1500 }).y).toBeGreaterThan(0);
});

test('plus and minus go from stop to stop and end at the ends', () => {
  expect(nextStop(1, 1)).toBe(1.5);
  expect(nextStop(0.42, -1)).toBe(0.33);
  expect(nextStop(8, 1)).toBe(8);
  expect(nextStop(0.1, -1)).toBe(0.1);
});

test('rulers number round pixels with room to read them', () => {
  for (const zoom of [0.1, 0.33, 1, 2, 8]) {
    const told = ticks(25, zoom, 800).filter((tick) => tick.told);
    expect(told.length).toBeGreaterThan(2);
    for (const [index, tick] of told.slice(1).entries())
      expect(tick.on - (told[index]?.on ?? 0)).toBeGreaterThanOrEqual(50);
  }
  expect(ticks(0, 1, 100).map(({ at }) => at)).toEqual([0, 20, 40, 60, 80, 100]);
});
