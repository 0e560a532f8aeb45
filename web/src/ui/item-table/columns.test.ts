import { directionOf, nextSort } from './columns.ts';

test('a title is sorted from A first, everything else from the most', () => {
  expect(nextSort('title', '-added')).toBe('title');
  expect(nextSort('added', 'title')).toBe('-added');
});

test('pressed again a column turns round', () => {
  expect(nextSort('title', 'title')).toBe('-title');
  expect(nextSort('rating', '-rating')).toBe('rating');
  expect(nextSort('rating', 'rating')).toBe('-rating');
});

test('a column says which way it is sorted', () => {
  expect(directionOf('year', '-year')).toBe('descending');
  expect(directionOf('year', 'year')).toBe('ascending');
  expect(directionOf('year', 'title')).toBe('none');
});
