import { applyEdits } from './apply-edits.ts';

const edit = (line: number, column: number, endLine: number, endColumn: number, text: string) => ({
  ...{ line, column, endLine, endColumn, text },
});

test('edits count in the text as it was, whatever their order', () => {
  const edits = [edit(1, 1, 1, 4, 'first'), edit(3, 1, 4, 1, ''), edit(2, 1, 2, 1, 'moved: 1\n')];
  expect(applyEdits('one: 1\ntwo: 2\nthree: 3\nfour: 4', { title: '', edits })).toBe(
    'first: 1\nmoved: 1\ntwo: 2\nfour: 4',
  );
});

test('Windows line ends keep their places', () => {
  expect(applyEdits('a: 1\r\nb: 2\r\n', { title: '', edits: [edit(2, 1, 2, 2, 'c')] })).toBe(
    'a: 1\r\nc: 2\r\n',
  );
});
