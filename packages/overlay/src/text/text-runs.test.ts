import { levelsOf } from './bidi-runs.ts';
import { tagOf } from './harfbuzz-module.ts';
import { resolveScripts } from './resolve-scripts.ts';
import { textRuns } from './text-runs.ts';

const codes = (text: string) => [...text].map((letter) => letter.codePointAt(0) ?? 0);

/** Each run as its words, its direction and its script. */
function runsOf(text: string) {
  const letters = [...text];
  return textRuns(codes(text)).map(
    ({ start, length, rightToLeft, script }) =>
      `${rightToLeft ? '<' : '>'}${nameOf(script)} ${letters.slice(start, start + length).join('')}`,
  );
}

function nameOf(tag: number): string {
  return String.fromCharCode(tag >>> 24, (tag >>> 16) & 255, (tag >>> 8) & 255, tag & 255);
}

test('text of one script is one run', () => {
  expect(runsOf('Dolby Vision 7.1')).toEqual(['>Latn Dolby Vision 7.1']);
  expect(runsOf('8.3')).toEqual(['>Zyyy 8.3']);
  expect(runsOf('')).toEqual([]);
});

test('text from right to left comes in the order in which it is drawn', () => {
  expect(runsOf('אבג abc')).toEqual(['>Latn abc', '<Hebr אבג ']);
  expect(runsOf('abc אבג 12 ד')).toEqual(['>Latn abc ', '<Hebr  ד', '>Hebr 12', '<Hebr אבג ']);
});

test('scripts in text from right to left are shaped one by one, the last first', () => {
  expect(runsOf('אבج')).toEqual(['<Arab ج', '<Hebr אב']);
});

test('what belongs to no script takes that of what stands before it, brackets that of their partner', () => {
  const scripts = resolveScripts(codes('"a (ж) b'));
  expect(scripts.map(nameOf)).toEqual(['Latn', 'Latn', 'Latn', 'Latn', 'Cyrl', 'Latn', 'Latn', 'Latn']);
});

test('marks belong to their letter', () => {
  expect(resolveScripts(codes('e\u0301')).map(nameOf)).toEqual(['Latn', 'Latn']);
});

test('letters outside of the basic plane have a direction too', () => {
  expect([...levelsOf(codes('\u{1e900}\u{1e901} 1'))]).toEqual([1, 1, 1, 2]);
});

test('white space at the end has the direction of the line', () => {
  expect([...levelsOf(codes('a אב  '))]).toEqual([0, 0, 1, 1, 0, 0]);
});

test('tags are four letters in one number', () => {
  expect(tagOf('Latn')).toBe(0x4c61746e);
});
