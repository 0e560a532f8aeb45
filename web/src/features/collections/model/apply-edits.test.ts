import type { YamlEdit } from '@marquee/kometa';
import { applyEdits } from './apply-edits.ts';

const before = { imdb_list: ['a', 'b', 'c'], filters: { 'year.gte': 1990 }, sync_mode: 'sync' };
const after = (...edits: YamlEdit[]) => applyEdits(before, edits);

test('values are set, lists grow and shrink, keys are renamed', () => {
  expect(after({ kind: 'set', path: ['limit'], value: 5 })).toEqual({ ...before, limit: 5 });
  expect(after({ kind: 'insert', path: ['imdb_list', 1], value: 'x' }).imdb_list).toEqual([
    'a',
    'x',
    'b',
    'c',
  ]);
  expect(after({ kind: 'insert', path: ['genre', 0], value: 'x' }).genre).toEqual(['x']);
  expect(after({ kind: 'remove', path: ['imdb_list', 1] }).imdb_list).toEqual(['a', 'c']);
  expect(Object.keys(after({ kind: 'rename', path: ['filters'], to: 'x' }))).toEqual([
    'imdb_list',
    'x',
    'sync_mode',
  ]);
});

test('what has lost its last key goes', () => {
  expect(after({ kind: 'remove', path: ['filters', 'year.gte'] })).toEqual({
    imdb_list: before.imdb_list,
    sync_mode: 'sync',
  });
});

test.each([
  [0, 2, ['b', 'c', 'a']],
  [2, null, ['c', 'a', 'b']],
  [2, 0, ['a', 'c', 'b']],
  [0, 1, ['b', 'a', 'c']],
])('item %i is moved behind %s', (from, after_, wanted) => {
  expect(after({ kind: 'move', path: ['imdb_list', from], after: after_ }).imdb_list).toEqual(wanted);
});

test('a key is moved behind another', () => {
  expect(Object.keys(after({ kind: 'move', path: ['imdb_list'], after: 'filters' }))).toEqual([
    'filters',
    'imdb_list',
    'sync_mode',
  ]);
  expect(Object.keys(after({ kind: 'move', path: ['sync_mode'], after: null }))[0]).toBe('sync_mode');
});

test('lines with their key are read, and a key is dropped', () => {
  expect(after({ kind: 'add', path: ['limit'], block: 'limit: 5\n' })).toEqual({ ...before, limit: 5 });
  expect(Object.keys(after({ kind: 'drop', path: ['filters'] }))).toEqual(['imdb_list', 'sync_mode']);
});
