import { mergeValues } from './merge-values.ts';

const base = { limit: 5, sync_mode: 'sync', plex_all: true };

test('what each changed is in it, what both took away is not', () => {
  expect(
    mergeValues(
      base,
      { limit: 10, plex_all: true },
      { limit: 5, sync_mode: 'sync', plex_all: true, test: true },
    ),
  ).toEqual({ values: { limit: 10, plex_all: true, test: true }, both: [] });
});

test('where both changed a key in different ways it is told, and mine stands', () => {
  const { values, both } = mergeValues(base, { ...base, limit: 10 }, { ...base, limit: 20 });
  expect(both).toEqual(['limit']);
  expect(values.limit).toBe(10);
  expect(mergeValues(base, { ...base, limit: 10 }, { ...base, limit: 10 }).both).toEqual([]);
});
