import { fit } from './fuzzy.ts';

const better = (typed: string, one: string, other: string) =>
  expect(fit(typed, one) ?? -Infinity).toBeGreaterThan(fit(typed, other) ?? -Infinity);

test('letters fit when they come in order, and not otherwise', () => {
  expect(fit('stg', 'Settings')).not.toBeNull();
  expect(fit('gts', 'Settings')).toBeNull();
});

test('the whole word beats its letters scattered, a beginning beats a middle', () => {
  better('set', 'Settings', 'Some early text');
  better('log', 'Logs', 'Catalog');
  better('al', 'Audit log', 'Plain oil');
});

test('accents and case make no difference', () => {
  expect(fit('amelie', 'Amélie')).not.toBeNull();
  expect(fit('ÉTÉ', 'ete')).not.toBeNull();
});

test('nothing typed fits everything', () => {
  expect(fit('', 'Anything')).toBe(0);
});
