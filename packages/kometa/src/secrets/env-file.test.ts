import fc from 'fast-check';
import { envEntries as entriesWithSpans, envValue, withEnvVariable, withoutEnvVariable } from './env-file.ts';
import { nameForSecret, variableOfSecret } from './secret-variables.ts';

const envEntries = (text: string) => entriesWithSpans(text).map(({ name, value }) => ({ name, value }));

/** What python-dotenv 1.2 makes of these, as it said itself. */
const READ: readonly (readonly [text: string, value: string])[] = [
  ['A=plain', 'plain'],
  ['A = spaced  ', 'spaced'],
  ['export A=out', 'out'],
  ['A=x #comment', 'x'],
  ['A=x#no-comment', 'x#no-comment'],
  ["A='x #kept'", 'x #kept'],
  ["A='it\\'s'", "it's"],
  ["A='a\\\\b'", 'a\\b'],
  ["A='a\\nb'", 'a\\nb'],
  ['A="a\\nb"', 'a\nb'],
  ['A="say \\"hi\\""', 'say "hi"'],
  ["A='two\nlines'", 'two\nlines'],
  ["'A'=quoted", 'quoted'],
  ['A=a\\b', 'a\\b'],
  ['A=a\\', 'a\\'],
  ['A=', ''],
  ['A=a"b', 'a"b'],
];

test.each(READ)('%j is read as python-dotenv reads it', (text, value) => {
  expect(envEntries(text)).toEqual([{ name: 'A', value }]);
  expect(envEntries(`# first\nB=1\n${text}\nC=2\n`)).toEqual([
    { name: 'B', value: '1' },
    { name: 'A', value },
    { name: 'C', value: '2' },
  ]);
});

test('lines without a value, and what is no line, are passed over', () => {
  expect(envEntries("A\n# B=1\n=x\nC='open\nD=1\n\n")).toEqual([{ name: 'D', value: '1' }]);
});

test.each([
  ['plain', 'abc123'],
  ['an address', 'https://x/?a=b&c=d'],
  ['quotes within', `a'b"c`],
  ['quotes at its edges', `'quoted'`],
  ['spaces around', '  x '],
  ['a comment sign', 'x # y'],
  ['a comment sign first', '#x'],
  ['backslashes', 'a\\b\\n'],
  ['a backslash at the end', 'a\\'],
  ['a backslash before a quote', "' \\' #"],
  ['several lines', 'one\ntwo\r\nthree "3"'],
  ['a dollar', 'pa$$word$'],
  ['other letters', 'pässwörd 🎬'],
])('a value with %s survives', (_what, value) => {
  const written = envValue(value);
  if ('refused' in written) throw new Error(written.refused);
  const text = withEnvVariable('# mine\nA=1', 'KEY', written.text);
  expect(envEntries(text)).toEqual([
    { name: 'A', value: '1' },
    { name: 'KEY', value },
  ]);
  expect(text.startsWith('# mine\nA=1\n')).toBe(true);
});

test.each([`\${HOME}`, 'a\0b', ' x\\', 'a\x1bb'])('%j is refused, as it would not come back', (value) => {
  expect(envValue(value)).toHaveProperty('refused');
});

test('whatever is not refused is read again, beside any neighbours', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 4 }), (values) => {
      const written = values.flatMap((value) => {
        const one = envValue(value);
        return 'text' in one ? [{ value, text: one.text }] : [];
      });
      const text = written.reduce((so, { text: one }, place) => withEnvVariable(so, `K${place}`, one), '');
      expect(envEntries(text).map(({ value }) => value)).toEqual(written.map(({ value }) => value));
    }),
    { numRuns: 2_000 },
  );
});

test('a variable is taken away with its lines, and nothing else', () => {
  const text = "# first\nA=1\nexport B='two\nlines' # said\r\n\n# B=3\nB=4\nC=5";
  expect(withoutEnvVariable(text, 'B')).toBe('# first\nA=1\n\n# B=3\nC=5');
  expect(withoutEnvVariable(text, 'D')).toBe(text);
});

test('a secret is called by its place, never by a name that Kometa takes for itself', () => {
  const none = new Set<string>();
  expect(nameForSecret(['tmdb', 'apikey'], none)).toBe('tmdb-apikey');
  expect(nameForSecret(['trakt', 'client_secret'], none)).toBe('trakt-client-secret');
  expect(nameForSecret(['plex', 'token'], none)).toBe('my-plex-token');
  expect(nameForSecret(['libraries', 'TV Shows', 'plex', 'token'], none)).toBe(
    'libraries-tv-shows-plex-token',
  );
  expect(nameForSecret(['tmdb', 'apikey'], new Set(['tmdb-apikey']))).toBe('tmdb-apikey-2');
  expect(variableOfSecret('my-plex-token')).toBe('KOMETA_MY_PLEX_TOKEN');
});
