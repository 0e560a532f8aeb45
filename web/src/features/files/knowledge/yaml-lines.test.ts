import { above, ITEM, keysAt, linesOfText, readLine } from './yaml-lines.ts';

const written = (path: readonly (string | symbol)[]) => path.map((step) => (step === ITEM ? '-' : step));
/** What is above the mark, which is no part of the text. */
function aboveMark(marked: string) {
  const lines = marked.split('\n');
  const number = lines.findIndex((line) => line.includes('▮')) + 1;
  const line = lines[number - 1] ?? '';
  const read = readLine(line.slice(0, line.indexOf('▮')));
  return above(linesOfText(marked.replace('▮', '')), number, read.column, read.dashes);
}

test('a line is taken apart: dashes, key, value, comment', () => {
  expect(readLine('  - - "a: b": c d # e')).toMatchObject({
    dashes: [2, 4],
    column: 6,
    key: { name: 'a: b', start: 6, end: 12, colon: 12 },
    value: 'c d',
    valueStart: 14,
  });
  expect(readLine('url: http://plex:32400').key?.name).toBe('url');
  expect(readLine('http://plex:32400').key).toBeNull();
  expect(readLine('- # later')).toMatchObject({ dashes: [0], key: null, value: '' });
  expect(readLine('  # key: value').isBlank).toBe(true);
  expect(readLine('plain text')).toMatchObject({ key: null, value: 'plain text' });
});

test('keys above are found by their columns', () => {
  expect(written(aboveMark('a:\n  b: 1\n  c:\n    d: 2\n\n    ▮').path)).toEqual(['a', 'c']);
  expect(written(aboveMark('a:\n  b:\n    c: 1\n  ▮').path)).toEqual(['a']);
  expect(written(aboveMark('a:\n  b: 1\n▮').path)).toEqual([]);
});

test('items of lists count, indented or not', () => {
  expect(written(aboveMark('a:\n  - b: 1\n    ▮').path)).toEqual(['a', '-']);
  expect(written(aboveMark('a:\n- b: 1\n  ▮').path)).toEqual(['a', '-']);
  expect(written(aboveMark('a:\n- b:\n    c: 1\n- ▮').path)).toEqual(['a', '-']);
  expect(written(aboveMark('a:\n- b: 1\nc:\n- ▮').path)).toEqual(['c', '-']);
  expect(written(aboveMark('a:\n  - b:\n      - c: 1\n        ▮').path)).toEqual(['a', '-', 'b', '-']);
});

test('in a text of several lines nothing is a key', () => {
  expect(aboveMark('a:\n  summary: |\n    once: upon\n    ▮').inText).toBe(true);
});

test('an anchor does not hide what is below', () => {
  expect(written(aboveMark('a: &x\n  b: !!map\n    ▮').path)).toEqual(['a', 'b']);
});

test('the keys of a line, its own with them', () => {
  expect(keysAt(linesOfText('a:\n  - b: 1\n    c: 2\n'), 3)).toEqual(['a', 'c']);
});

test.each([
  ['', ['']],
  ['a', ['a']],
  ['a\n', ['a', '']],
  ['a\r\n\r\nb\n\nc\r', ['a', '', 'b', '', 'c\r']],
  ['\n\r\n', ['', '', '']],
])('the lines of %j', (text, lines) => {
  const source = linesOfText(text);
  expect(Array.from({ length: source.count }, (_, at) => source.line(at + 1))).toEqual(lines);
  expect([source.line(0), source.line(lines.length + 1)]).toEqual(['', '']);
});
