import { findInTexts } from './find-in-texts.ts';

const texts = new Map([
  ['b.yml', 'name: Star Wars\n  star: wars\n'],
  ['a.yml', 'x: 1\r\ny: a.b\r\n'],
]);
const plain = { matchCase: false };
const places = (found: ReturnType<typeof findInTexts>) =>
  found.files.flatMap(({ path, lines }) => lines.map(({ line, column }) => `${path}:${line}:${column}`));

test('words are found in every file, whatever their case', () => {
  expect(places(findInTexts(texts, { ...plain, words: 'STAR' }))).toEqual(['b.yml:1:7', 'b.yml:2:3']);
  expect(places(findInTexts(texts, { ...plain, words: 'Star', matchCase: true }))).toEqual(['b.yml:1:7']);
});

test('words are no pattern', () => {
  expect(places(findInTexts(texts, { ...plain, words: 'a.b' }))).toEqual(['a.yml:2:4']);
  expect(places(findInTexts(texts, { ...plain, words: '(' }))).toEqual([]);
});

test('too much is cut, and it is said', () => {
  const many = new Map([['long.yml', 'key: value\n'.repeat(700)]]);
  const found = findInTexts(many, { ...plain, words: 'key' });
  expect(found).toMatchObject({ more: true });
  expect(places(found)).toHaveLength(500);
});
