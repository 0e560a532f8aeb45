import fc from 'fast-check';
import { stringify } from 'yaml';
import { isSamePlain, type PlainValue, plainValue } from '../yaml/plain-value.ts';
import { fieldsOf } from '../yaml/read-values.ts';
import { readYaml } from '../yaml/yaml-tree.ts';
import { editTowards } from './edits-towards.ts';
import { nodeOf } from './layout.ts';

const FILE = `# Mine
collections:
  # The good ones
  Best: &best
    plex_search:
      any: # either
        year: 1999   # the year
        genre: [Drama, "Film-Noir"]
    schedule: 'weekly(sunday)'
    since: 2020-01-02
    id: 12345678901234567890
    imdb_list:
      - ls1 # first
      - ls2 # second
      - url: ls3 # third
        limit: 5

      - ls4
  Rest:
    <<: *best
    sort_title: "!1"
`;

function becoming(text: string, name: string, change: (values: Record<string, PlainValue>) => PlainValue) {
  const tree = readYaml(text);
  const all = fieldsOf(tree, fieldsOf(tree, tree.root)?.find((one) => one.name === 'collections')?.value);
  const node = nodeOf(all?.find((one) => one.name === name)?.value);
  const present = plainValue(tree, node) as Record<string, PlainValue>;
  return editTowards(text, ['collections', name], change(structuredClone(present)));
}

const lines = (from: string, to: string) => (text: string) => text.replace(from, to);

test.each<[string, (values: Record<string, PlainValue>) => PlainValue, (text: string) => string]>([
  ['nothing', (values) => values, (text) => text],
  [
    'the same in another order',
    ({ schedule, ...values }) => ({ schedule: schedule ?? null, ...values }),
    (text) => text,
  ],
  [
    'a value deep inside',
    (values) => ({ ...values, plex_search: { any: { year: 2000, genre: ['Drama', 'Film-Noir'] } } }),
    lines('year: 1999   # the year', 'year: 2000   # the year'),
  ],
  [
    'an item less and one more',
    (values) => ({ ...values, imdb_list: ['ls1', { url: 'ls3', limit: 5 }, 'ls4', 'ls5'] }),
    (text) => text.replace('      - ls2 # second\n', '').replace('- ls4\n', '- ls4\n      - ls5\n'),
  ],
  [
    'an item changed within',
    (values) => ({ ...values, imdb_list: ['ls1', 'ls2', { url: 'ls3', limit: 6 }, 'ls4'] }),
    lines('limit: 5', 'limit: 6'),
  ],
  [
    'an item in front',
    (values) => ({ ...values, imdb_list: ['ls0', ...(values.imdb_list as PlainValue[])] }),
    lines('      - ls1', '      - ls0\n      - ls1'),
  ],
  [
    'a key less and one more',
    ({ schedule: _, ...values }) => ({ ...values, sync_mode: 'sync' }),
    (text) =>
      text.replace("    schedule: 'weekly(sunday)'\n", '').replace('- ls4\n', '- ls4\n    sync_mode: sync\n'),
  ],
])('%s', (_what, change, expected) => {
  // Without the one that repeats it, which would make a change here change that too.
  const text = FILE.slice(0, FILE.indexOf('  Rest:'));
  expect(becoming(text, 'Best', change)).toEqual({ text: expected(text) });
});

test('what comes from a << is left alone, and written over where it is another', () => {
  expect(becoming(FILE, 'Rest', (values) => ({ ...values, sort_title: '!2' }))).toEqual({
    text: FILE.replace('"!1"', '"!2"'),
  });
  expect(becoming(FILE, 'Rest', (values) => ({ ...values, schedule: 'daily' }))).toEqual({
    text: `${FILE}    schedule: daily\n`,
  });
  expect(becoming(FILE, 'Rest', ({ schedule: _, ...values }) => values)).toMatchObject({
    problem: { code: 'edit.merged' },
  });
  expect(becoming(FILE, 'Best', (values) => ({ ...values, schedule: 'daily' }))).toMatchObject({
    problem: { code: 'edit.shared' },
  });
});

test('dates and numbers too long for JSON are what stands in the file', () => {
  const tree = readYaml(
    'a: [2020-01-02, 12345678901234567890, .inf, 0x10, 1_000, 5.0, no, ~]\n1980: {true: x}\n',
  );
  expect(plainValue(tree, tree.root)).toEqual({
    a: ['2020-01-02', '12345678901234567890', '.inf', 16, 1000, 5, 'no', null],
    '1980': { True: 'x' },
  });
});

const scalar = fc.oneof(
  fc.constantFrom<PlainValue>('a', 'b c', '', 'x: y', '# no', '12', '2020-01-02', true, null, 7, 1.5, "it's"),
  fc.string({ maxLength: 6 }),
);
const { value } = fc.letrec<{ value: PlainValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd e', '1', 'x.y', 'true'), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}));

test('any value becomes any other, and all else stays', () => {
  fc.assert(
    fc.property(value, value, fc.boolean(), fc.boolean(), (from, to, flow, windows) => {
      const before = '# top\nother: [1, 2] # mine\n';
      const after = 'last: # here\n  z: "q"\n';
      const style = { lineWidth: 0, collectionStyle: flow ? 'flow' : 'any', version: '1.2' } as const;
      const written = `${before}${stringify({ it: from }, style)}${after}`;
      const text = windows ? written.replaceAll('\n', '\r\n') : written;
      const tree = readYaml(text);
      fc.pre(tree.faults.length === 0);
      const present = fieldsOf(tree, tree.root)?.find(({ name }) => name === 'it')?.value ?? null;
      const outcome = editTowards(text, ['it'], to);
      if ('problem' in outcome) throw new Error(JSON.stringify(outcome.problem));
      const next = readYaml(outcome.text);
      const said = fieldsOf(next, next.root)?.find(({ name }) => name === 'it')?.value;
      expect(isSamePlain(plainValue(next, said), to)).toBe(true);
      const ends = windows ? [before, after].map((part) => part.replaceAll('\n', '\r\n')) : [before, after];
      expect([outcome.text.startsWith(ends[0] ?? ''), outcome.text.endsWith(ends[1] ?? '')]).toEqual([
        true,
        true,
      ]);
      if (isSamePlain(plainValue(tree, present), to)) expect(outcome.text).toBe(text);
    }),
    { numRuns: 200 },
  );
});
