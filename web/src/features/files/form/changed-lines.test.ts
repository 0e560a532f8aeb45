import { applyEdits } from '../checking/apply-edits.ts';
import { changedLines } from './changed-lines.ts';

test.each([
  ['a: 1\nb: 2\n', 'a: 1\nb: 3\n'],
  ['a: 1\n', 'a: 1\nb: 2\n'],
  ['a: 1\nb: 2\nc: 3\n', 'a: 1\nc: 3\n'],
  ['a: 1\r\nb: 2\r\n', 'a: 1\r\nb: 2\r\nc: 3\r\n'],
  ['', 'a: 1\n'],
  ['a: 1', ''],
  ['x\nx\nx\n', 'x\nx\n'],
])('%j becomes %j', (before, after) => {
  expect(applyEdits(before, { title: '', edits: [changedLines(before, after)] })).toBe(after);
});

test('lines that stay are not written again', () => {
  expect(changedLines('a: 1\nb: 2\nc: 3\n', 'a: 1\nb: 5\nc: 3\n')).toEqual({
    ...{ line: 2, column: 1, endLine: 2, endColumn: 5 },
    text: 'b: 5',
  });
});
