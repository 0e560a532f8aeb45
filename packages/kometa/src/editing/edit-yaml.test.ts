import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isMap, isScalar, isSeq } from 'yaml';
import { isSameMeaning } from '../yaml/is-same-meaning.ts';
import { meaningOf } from '../yaml/meaning.ts';
import { plainOf, pythonText } from '../yaml/read-values.ts';
import { isMergeKey, readYaml, spanOf, type YamlTree } from '../yaml/yaml-tree.ts';
import { editYaml } from './edit-yaml.ts';
import { patched } from './patch.ts';
import { meaningOfValue, type YamlEdit, type YamlPath, type YamlValue } from './yaml-edit.ts';
import { patchesOf } from './yaml-patches.ts';

const FILE = `# Mine
libraries:
  Movies:   # films
    collection_files:
      - default: basic # kept

      - file: 'config/mine.yml'
        template_variables: {use_x: yes, "b": 1}
    settings: &shared
      cache: true
    note: |
      one
      two
  Shows:
    settings: *shared
    own:
      <<: *shared
      x: 1

plex:
  url: "http://x" # here
  token:
list:
- a
- b
empty: {}
`;

function edited(text: string, ...edits: YamlEdit[]): string {
  const outcome = editYaml(text, edits);
  if ('problem' in outcome) throw new Error(JSON.stringify(outcome.problem));
  return outcome.text;
}

/** Lines that are gone and lines that are new. */
function changes(before: string, after: string): { gone: string[]; put: string[] } {
  const [one, other] = [before.split('\n'), after.split('\n')];
  const left = [...other];
  const gone = one.filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return { gone, put: left };
}

const MOVIES = ['libraries', 'Movies'];
const set = (path: YamlPath, value: YamlValue): YamlEdit => ({ kind: 'set', path, value });

test.each<[string, YamlEdit, string[], string[]]>([
  [
    'a value beside a comment',
    set(['plex', 'url'], 'http://y'),
    ['  url: "http://x" # here'],
    ['  url: "http://y" # here'],
  ],
  ['a value that was blank', set(['plex', 'token'], 'T'), ['  token:'], ['  token: T']],
  ['a text that looks like a number', set(['plex', 'token'], '012'), ['  token:'], ["  token: '012'"]],
  [
    'in braces',
    set([...MOVIES, 'collection_files', 1, 'template_variables', 'use_x'], 'a, b'),
    ['        template_variables: {use_x: yes, "b": 1}'],
    ['        template_variables: {use_x: \'a, b\', "b": 1}'],
  ],
  [
    'in a list',
    set([...MOVIES, 'collection_files', 0, 'default'], 'imdb'),
    ['      - default: basic # kept'],
    ['      - default: imdb # kept'],
  ],
  ['an item', set(['list', 0], 7), ['- a'], ['- 7']],
  [
    'a block of text',
    set([...MOVIES, 'note'], 'one\nthree'),
    ['    note: |', '      two'],
    ['    note: |-', '      three'],
  ],
  ['a new key', set(['plex', 'timeout'], 60), [], ['  timeout: 60']],
  [
    'a new key with a map',
    set(['plex', 'more'], { a: [1, { b: 2 }], c: {} }),
    [],
    ['  more:', '    a:', '      - 1', '      - b: 2', '    c: {}'],
  ],
  [
    'a new key in braces',
    set([...MOVIES, 'collection_files', 1, 'template_variables', 'c'], [1]),
    ['        template_variables: {use_x: yes, "b": 1}'],
    ['        template_variables: {use_x: yes, "b": 1, c: [1]}'],
  ],
  ['below what is blank', set(['plex', 'token', 'a'], 1), [], ['    a: 1']],
  ['in empty braces', set(['empty', 'a'], { b: 1 }), ['empty: {}'], ['empty: {a: {b: 1}}']],
  [
    'a map for a value',
    set(['plex', 'url'], { a: 1 }),
    ['  url: "http://x" # here'],
    ['  url: # here', '    a: 1'],
  ],
  [
    'a value for a map',
    set([...MOVIES, 'collection_files', 1], 'x'),
    ["      - file: 'config/mine.yml'", '        template_variables: {use_x: yes, "b": 1}'],
    ['      - x'],
  ],
  [
    'another item',
    { kind: 'insert', path: [...MOVIES, 'collection_files', 1], value: { file: 'x', z: 1 } },
    [],
    ['      - file: x', '        z: 1'],
  ],
  ['a first item', { kind: 'insert', path: ['list', 0], value: 'z' }, [], ['- z']],
  ['an item into what is blank', { kind: 'insert', path: ['plex', 'token', 0], value: 'z' }, [], ['    - z']],
  ['without a key', { kind: 'remove', path: ['plex', 'url'] }, ['  url: "http://x" # here'], []],
  ['without an item', { kind: 'remove', path: ['list', 1] }, ['- b'], []],
  [
    'without the first key of an item',
    { kind: 'remove', path: [...MOVIES, 'collection_files', 1, 'file'] },
    ["      - file: 'config/mine.yml'", '        template_variables: {use_x: yes, "b": 1}'],
    ['      - template_variables: {use_x: yes, "b": 1}'],
  ],
  [
    'another name',
    { kind: 'rename', path: ['libraries', 'Movies'], to: 'Films: all' },
    ['  Movies:   # films'],
    ["  'Films: all':   # films"],
  ],
])('%s', (_what, edit, gone, put) => {
  const after = edited(FILE, edit);
  expect(changes(FILE, after)).toEqual({ gone, put });
});

test('what is moved takes its comments along, and blank lines stay where they are', () => {
  const text = '# top\n\n# of a\na: 1\n\nb: 2 # two\nc:\n- x\n# of y\n- y\n';
  expect(edited(text, { kind: 'move', path: ['a'], after: 'b' })).toBe(
    '# top\n\nb: 2 # two\n\n# of a\na: 1\nc:\n- x\n# of y\n- y\n',
  );
  expect(edited(text, { kind: 'move', path: ['c', 1], after: null })).toBe(
    '# top\n\n# of a\na: 1\n\nb: 2 # two\nc:\n# of y\n- y\n- x\n',
  );
});

test('the last of something leaves braces behind', () => {
  const text = 'a:\n  b: 1\nc:\n  - x # gone\nd:\n  - e: 1\nf: [g]\n';
  const gone = (path: YamlPath): YamlEdit => ({ kind: 'remove', path });
  expect(edited(text, gone(['a', 'b']), gone(['c', 0]), gone(['d', 0, 'e']), gone(['f', 0]))).toBe(
    'a: {}\nc: [] # gone\nd:\n  - {}\nf: []\n'.replace(' # gone', ''),
  );
  expect(edited('a: 1\n', gone(['a'])).trim()).toBe('{}');
});

test.each<[string, YamlEdit, string]>([
  ['what is repeated elsewhere', set([...MOVIES, 'settings', 'cache'], false), 'edit.shared'],
  ['what leads through an alias', set(['libraries', 'Shows', 'settings', 'cache'], false), 'edit.alias'],
  ['what comes from a <<', { kind: 'remove', path: ['libraries', 'Shows', 'own', 'cache'] }, 'edit.merged'],
  ['what is not there', { kind: 'remove', path: ['nothing'] }, 'edit.not-found'],
  ['a place behind the list', { kind: 'insert', path: ['list', 9], value: 1 }, 'edit.not-found'],
  ['a name that is taken', { kind: 'rename', path: ['plex'], to: 'list' }, 'edit.exists'],
  ['an item of what is no list', { kind: 'insert', path: ['plex', 0], value: 1 }, 'edit.not-a-list'],
  ['a key of a text', set(['plex', 'url', 'x'], 1), 'edit.not-a-map'],
  [
    'the order in braces',
    { kind: 'move', path: [...MOVIES, 'collection_files', 1, 'template_variables', 'b'], after: null },
    'edit.in-braces',
  ],
  ['an anchor that others name', { kind: 'remove', path: [...MOVIES, 'settings'] }, 'edit.shared'],
])('refused: %s', (_what, edit, code) => {
  const outcome = editYaml(FILE, [set(['plex', 'token'], 'T'), edit]);
  expect(outcome).toMatchObject({ problem: { code, edit: 1 } });
});

test('a file that cannot be read is not edited', () => {
  expect(editYaml('a: [', [set(['a'], 1)])).toMatchObject({ problem: { code: 'edit.unreadable' } });
});

test('without edits, and with edits that change nothing, the text stays byte for byte', () => {
  expect(edited(FILE)).toBe(FILE);
  expect(
    edited(
      FILE,
      { kind: 'move', path: ['plex'], after: 'libraries' },
      { kind: 'rename', path: ['plex'], to: 'plex' },
    ),
  ).toBe(FILE);
});

test('a file of YAML 1.1 is edited as such', () => {
  const text = '%YAML 1.1\n---\na: on # of old\nb: 012\n';
  expect(edited(text, set(['a'], 'y'), set(['b'], '12:30'), set(['c'], true))).toBe(
    "%YAML 1.1\n---\na: 'y' # of old\nb: '12:30'\nc: true\n",
  );
});

test('an empty file and one with line ends of Windows take keys', () => {
  expect(edited('', set(['a'], { b: 1 }))).toBe('a:\n  b: 1\n');
  expect(edited('# c\r\na: 1\r\n', set(['b'], [1, 2]))).toBe('# c\r\na: 1\r\nb:\r\n  - 1\r\n  - 2\r\n');
});

/** Every scalar of a file, by its way from the root; what others repeat is left out. */
function scalarsOf(tree: YamlTree): { path: YamlPath; span: { start: number; end: number } }[] {
  const shared = new Set<unknown>(tree.targets.values());
  const found: { path: YamlPath; span: { start: number; end: number } }[] = [];
  const walk = (node: unknown, path: YamlPath, from: number): void => {
    if (shared.has(node)) return;
    if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index], from);
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isMergeKey(key)) walk(value, [...path, pythonText(tree, key)], spanOf(key)?.start ?? from);
      }
    } else if (isScalar(node)) {
      const span = spanOf(node) ?? { start: from, end: from };
      found.push({ path, span: span.end > span.start ? span : { start: from, end: span.end } });
    }
  };
  walk(tree.root, [], 0);
  return found;
}

const data = join(process.env.MARQUEE_REFERENCE ?? join(__dirname, '../../../../../shared'), 'kometa-data');
const files = existsSync(data)
  ? readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:ya?ml|template)$/.test(path),
    )
  : [];

if (files.length === 0) {
  test('Kometa’s own files are there to be edited', () => {
    process.stderr.write(`No files of Kometa in ${data}: editing not tried on them\n`);
    expect(process.env.CI).not.toBe('true');
  });
} else {
  let count = 0;

  test.each(files)(
    'every scalar of Kometa’s %s can be edited, and only its own lines change',
    (path) => {
      const text = readFileSync(join(data, path), 'utf8');
      const tree = readYaml(text);
      const scalars = scalarsOf(tree);
      count += scalars.length;
      const edits = scalars.map((scalar, index) =>
        set(scalar.path, index % 3 === 0 ? `it's #${index}: x` : index),
      );
      for (const [index, edit] of edits.entries()) {
        const { start, end } = scalars[index]?.span ?? { start: 0, end: 0 };
        const after = patched(text, patchesOf(tree, edit));
        const from = text.lastIndexOf('\n', start - 1) + 1;
        const rest = text.indexOf('\n', Math.max(start, start + text.slice(start, end).trimEnd().length));
        expect(after.slice(0, from)).toBe(text.slice(0, from));
        if (rest !== -1) expect(after.endsWith(text.slice(rest))).toBe(true);
      }
      // All at once, read again and compared.
      expect(editYaml(text, edits)).toHaveProperty('text');
      const one = edits[Math.floor(edits.length / 2)];
      if (one) expect(editYaml(text, [one])).toHaveProperty('text');
    },
    60_000,
  );

  afterAll(() => process.stderr.write(`Edited ${count} scalars in ${files.length} of Kometa’s files\n`));
}

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    'yes',
    '012',
    '2020-01-01',
    '<<',
    '# x',
    'a: b',
    '- a',
    '',
    ' x ',
    'a\nb',
    'a\tb',
    '~',
    '=',
    '1_0',
    '🎬',
  ),
);
const scalar = fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const { value } = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      word.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 3, noNullPrototype: true },
    ),
  ),
}));

/** Plain data without what stands at a path. */
function without(plain: unknown, path: YamlPath): unknown {
  const copy = structuredClone(plain);
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((one, step) => (one as Record<string | number, unknown>)[step], copy);
  if (Array.isArray(holder)) holder[Number(path.at(-1))] = null;
  else delete (holder as Record<string, unknown>)[String(path.at(-1))];
  return copy;
}

test('whatever is written is read back, and nothing else changes', () => {
  const places: YamlPath[] = [
    ['plex', 'url'],
    ['plex', 'token'],
    ['plex', 'new'],
    ['list', 1],
    ['empty', 'a'],
    ['libraries', 'Movies', 'note'],
    ['libraries', 'Movies', 'collection_files', 1, 'template_variables', 'b'],
  ];
  fc.assert(
    fc.property(fc.constantFrom(...places), value, (path, written) => {
      const outcome = editYaml(FILE, [set(path, written)]);
      if ('problem' in outcome) throw new Error(JSON.stringify(outcome.problem));
      const tree = readYaml(outcome.text);
      const before = readYaml(FILE);
      expect(without(plainOf(tree, tree.root), path)).toEqual(without(plainOf(before, before.root), path));
      for (const comment of FILE.match(/#.*/g) ?? []) expect(outcome.text).toContain(comment);
    }),
    { numRuns: 300 },
  );
});

test('any value is the same as a file of its own', () => {
  fc.assert(
    fc.property(value, (written) => {
      const tree = readYaml(edited('', set(['a'], written)));
      expect(isSameMeaning(meaningOf(tree), meaningOfValue({ a: written }))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
