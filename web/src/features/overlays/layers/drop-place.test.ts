import { dropPlaceAt, scrollStep } from './drop-place.ts';

const rows = ['a', 'b', 'c'].map((mapping, index) => ({
  mapping,
  top: 100 + index * 40,
  bottom: 138 + index * 40,
}));

test.each<[string, number, string | null]>([
  ['a', 0, null],
  ['a', 150, null],
  ['a', 170, 'above c'],
  ['a', 210, 'below c'],
  ['a', 999, 'below c'],
  ['b', 110, 'above a'],
  ['b', 130, null],
  ['b', 180, null],
  ['c', -50, 'above a'],
  ['c', 130, 'above b'],
  ['gone', 130, null],
])('%s, let go at %d, goes %s', (dragged, y, place) => {
  const found = dropPlaceAt(rows, dragged, y);
  expect(found && `${found.place} ${found.beside}`).toBe(place);
});

test('the line stands where the row would', () => {
  expect(dropPlaceAt(rows, 'a', 170)?.y).toBe(180);
  expect(dropPlaceAt(rows, 'a', 999)?.y).toBe(218);
});

test('a list scrolls at its edges, the nearer the faster', () => {
  const list = { top: 100, bottom: 500 };
  expect([300, 157, 443].map((y) => scrollStep(y, list))).toEqual([0, 0, 0]);
  expect(scrollStep(150, list)).toBeLessThan(0);
  expect(scrollStep(110, list)).toBeLessThan(scrollStep(150, list));
  expect(scrollStep(20, list)).toBe(scrollStep(100, list));
  expect(scrollStep(499, list)).toBeGreaterThan(scrollStep(450, list));
  // In a low list there is always a part that stays.
  expect(scrollStep(130, { top: 100, bottom: 160 })).toBe(0);
});
