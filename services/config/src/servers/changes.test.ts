import { createChanges } from './changes.ts';
import { changesOf } from './plex-changes.ts';

const timeline = {
  type: 'timeline',
  ratingKey: '7',
  sectionId: '1',
  itemType: 1,
  title: null,
  identifier: null,
} as const;

test.each(['created', 'processed', 'deleted'] as const)('an item that was %s has changed', (phase) => {
  expect(changesOf({ ...timeline, phase })).toEqual([{ sectionId: '1', ratingKey: '7' }]);
});

test('an item that is still worked on has not changed yet', () => {
  expect(changesOf({ ...timeline, phase: 'processing' })).toEqual([]);
});

test('what has no library changes none', () => {
  expect(changesOf({ ...timeline, phase: 'processed', sectionId: null })).toEqual([]);
});

test('after a break anything may have changed', () => {
  expect(changesOf({ type: 'connected', again: true })).toBe('anything');
  expect(changesOf({ type: 'missed', count: 3 })).toBe('anything');
  expect(changesOf({ type: 'connected', again: false })).toEqual([]);
});

test('what is told twice is taken once', () => {
  const changes = createChanges();
  for (const ratingKey of ['7', '8', '7']) changes.note({ sectionId: '1', ratingKey });
  expect(changes.take()).toEqual([
    { sectionId: '1', ratingKey: '7' },
    { sectionId: '1', ratingKey: '8' },
  ]);
  expect(changes.isEmpty()).toBe(true);
});

test('a scan of many items becomes one change of the library', () => {
  const changes = createChanges();
  for (let item = 0; item < 5000; item += 1) changes.note({ sectionId: '1', ratingKey: String(item) });
  changes.note({ sectionId: '2', ratingKey: '7' });
  expect(changes.take()).toEqual([
    { sectionId: '1', ratingKey: null },
    { sectionId: '2', ratingKey: '7' },
  ]);
});
