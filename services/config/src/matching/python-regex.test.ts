import { pythonRegex } from './python-regex.ts';
import { CannotTell } from './verdict.ts';

test.each([
  ['^[A-C].*r', 'Amber', true],
  ['^[A-C].*r', 'amber', false],
  ['(?i)night', 'NIGHT fall', true],
  ['o$', 'Hello\n', true],
  ['o$', 'Hello\n\n', false],
  ['o\\Z', 'Hello\n', false],
  ['(?m)^b', 'a\nb', true],
  ['^b', 'a\nb', false],
  ['a.b', 'a\rb', true],
  ['a.b', 'a\nb', false],
  ['(?s)a.b', 'a\nb', true],
  ['\\d', '٣', true],
  ['^\\w+$', 'été', true],
  ['\\bé', 'café été', true],
  ['[\\w-]+\\.mkv', 'Ünder-Way.mkv', true],
  ['[]x]', ']', true],
  ['[^]x]', ']', false],
  ['a{,2}b', 'aab', true],
  ['a{x}', 'a{x}', true],
  ['\\[Remux-(4k|1080)\\]', 'Film [Remux-4k].mkv', true],
  ['S01E0[12]', 'Show - S01E02', true],
  ['(?P<y>19|20)\\d\\d', 'in 1999', true],
  ['(?<!un)known', 'unknown', false],
  ['(?=A)Ab?', 'A', true],
  ['a/b\\-c\\ d', 'a/b-c d', true],
  ['^.$', '😀', true],
])('%j in %j: %s', (source, text, found) => {
  expect(pythonRegex(source).search(text)).toBe(found);
});

test('matching begins at the first character', () => {
  expect(pythonRegex('11|12').match('12/24/2020')).toBe(true);
  expect(pythonRegex('24').match('12/24/2020')).toBe(false);
});

test.each([
  ['(a)\\1', 'is not known here'],
  ['(?>a)b', 'a group of Python’s own'],
  ['a++', 'repeats in a way of Python’s own'],
  ['(?i:a)', 'a group of Python’s own'],
  ['(?<=a+)b', 'looks back over a length that varies'],
  ['[\\W]', 'is not known here'],
  ['\\Bté', 'is not known here'],
  ['(?<=(a+))b', 'looks back over a length that varies'],
  ['(a', 'cannot be read'],
  ['[a', 'cannot be read'],
  ['[b-a]', 'cannot be read'],
  ['(a+)+$', 'may take too long'],
  ['(a|a)*$', 'may take too long'],
  ['a'.repeat(301), 'too long'],
])('%j is not guessed', (source, why) => {
  expect(() => pythonRegex(source)).toThrow(CannotTell);
  expect(() => pythonRegex(source)).toThrow(why);
});

test('what may take too long on a long text is not tried on it', () => {
  const regex = pythonRegex('a.*b.*c.*d');
  expect(regex.search('a1b2c3d')).toBe(true);
  expect(() => regex.search('a'.repeat(100))).toThrow('may take too long on long texts');
});
