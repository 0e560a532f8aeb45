import fc from 'fast-check';
import { mergeTexts } from './merge-texts.ts';

const BASE = 'a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n';

test('what each has changed alone is taken over', () => {
  const mine = BASE.replace('b: 2', 'b: mine');
  const theirs = BASE.replace('e: 5\n', 'e: 5\nf: theirs\n').replace('d: 4\n', '');
  expect(mergeTexts({ base: BASE, mine, theirs })).toEqual({
    text: 'a: 1\nb: mine\nc: 3\ne: 5\nf: theirs\n',
    conflicts: [],
  });
});

test('where both changed the same line it has mine, and tells theirs', () => {
  const mine = BASE.replace('c: 3', 'c: mine\nc2: mine');
  const theirs = BASE.replace('c: 3', 'c: theirs').replace('a: 1', 'a: theirs');
  expect(mergeTexts({ base: BASE, mine, theirs })).toEqual({
    text: 'a: theirs\nb: 2\nc: mine\nc2: mine\nd: 4\ne: 5\n',
    conflicts: [{ line: 3, lines: 2, mine: 'c: mine\nc2: mine\n', base: 'c: 3\n', theirs: 'c: theirs\n' }],
  });
});

test('the same change by both is none', () => {
  const both = BASE.replace('c: 3', 'c: both');
  expect(mergeTexts({ base: BASE, mine: both, theirs: both })).toEqual({ text: both, conflicts: [] });
});

test.each([
  ['', '', ''],
  ['', 'a', ''],
  ['a', '', 'a'],
  ['a\r\nb', 'a\r\nb\r\n', 'a\r\nb'],
])('small texts: %j, %j, %j', (base, mine, theirs) => {
  expect(mergeTexts({ base, mine, theirs })).toEqual({ text: mine, conflicts: [] });
});

const text = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd'), { maxLength: 12 })
  .map((lines) => lines.join(''));
test('a side that changed nothing leaves the other as it is', () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(mergeTexts({ base, mine: other, theirs: base })).toEqual({ text: other, conflicts: [] });
      expect(mergeTexts({ base, mine: base, theirs: other })).toEqual({ text: other, conflicts: [] });
    }),
  );
});

test('with their side of each conflict in its place, nothing of theirs is lost', () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const { text: merged, conflicts } = mergeTexts({ base, mine, theirs });
      const lines = merged === '' ? [] : merged.split(/(?<=\n)/);
      for (const conflict of conflicts) {
        expect(lines.slice(conflict.line - 1, conflict.line - 1 + conflict.lines).join('')).toContain(
          conflict.mine.split('\n')[0],
        );
        expect(conflict.mine).not.toBe(conflict.theirs);
      }
      if (mine === theirs) expect(merged).toBe(mine);
    }),
  );
});

test('large files of many equal lines are merged in no time', () => {
  const entry = (n: number) => `  Collection ${n}:\n    plex_search:\n      all:\n        year: 2000\n`;
  const file = (count: number) =>
    `collections:\n${Array.from({ length: count }, (_, n) => entry(n)).join('')}`;
  const base = file(10_000);
  const mine = base.replace('  Collection 7:', '  Seven:');
  const theirs = file(20_000).replace(entry(9), '');
  const merged = mergeTexts({ base, mine, theirs });
  expect(merged).toEqual({ text: theirs.replace('  Collection 7:', '  Seven:'), conflicts: [] });
});
