import { fieldsOf, plainOf, pythonText } from './read-values.ts';
import { ANY_FILE, readYaml } from './yaml-tree.ts';

const read = (text: string) => {
  const tree = readYaml(text);
  return plainOf(tree, tree.root);
};

const laughs = [
  'a: &a [x, x]',
  ...[...'bcdefghij'].map(
    (name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`,
  ),
].join('\n');

test.each([
  ['an alias bomb', laughs, 'aliases'],
  ['a storm of merges', `b: &b {x: 1}\nc:\n  <<: [${Array(20_000).fill('*b').join(',')}]`, 'aliases'],
  ['an anchor within itself', 'a: &a [*a]', 'aliases'],
  ['an unknown alias', 'a: *nobody', 'alias-unknown'],
  ['deep brackets', `a: ${'['.repeat(5_000)}`, 'depth'],
  ['deep dashes', '- '.repeat(5_000), 'depth'],
  ['deep maps', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'depth'],
  ['a million characters', `a: ${'x'.repeat(1_000_000)}`, 'too-large'],
  ['too many parts', `a: [${'1,'.repeat(300_000)}]`, 'too-large'],
  ['many mistakes', '[]'.repeat(200_000), 'syntax'],
  ['a call', 'a: !!python/object/apply:os.system ["id"]', 'tag'],
  ['a tag of its own', 'a: !secret x', 'tag'],
  ['a tab', 'a:\n\tb: 1', 'tab'],
  ['a key that stands twice', 'a: 1\nb: 2\na: 3', 'duplicate-key'],
  ['two documents', 'a: 1\n---\nb: 2\n', 'documents'],
  ['a bracket that stays open', 'a: [1, 2\nb: 3', 'syntax'],
])('%s is told and not followed', (_what, text, code) => {
  const tree = readYaml(text);
  expect(tree.faults[0]?.code).toBe(code);
  expect(tree.faults.length).toBeLessThanOrEqual(40);
  expect(tree.root === null).toBe(code !== 'duplicate-key');
});

test('a fault has its place', () => {
  const tree = readYaml('a: 1\r\nb: 2\r\na: 3\r\n');
  expect(tree.faults.map((fault) => tree.lines.place(fault.span))).toEqual([
    { line: 3, column: 1, endLine: 3, endColumn: 2 },
  ]);
});

test('names that mean something to JavaScript are plain keys', () => {
  const plain = read('__proto__: {role: admin}\nconstructor: 1') as Record<string, unknown>;
  expect(Object.keys(plain)).toEqual(['__proto__', 'constructor']);
  expect(({} as { role?: string }).role).toBeUndefined();
});

test('values are those of YAML 1.2, and angle brackets need no quotes', () => {
  expect(read('a: 010\nb: 0x10\nc: 2020-01-02\nd: yes\ne: <<x>>\n<<g>>: {h: <<x>>}')).toEqual({
    a: 10,
    b: 16,
    c: '2020-01-02',
    d: 'yes',
    e: '<<x>>',
    '<<g>>': { h: '<<x>>' },
  });
});

test('merged keys come last and never over own ones', () => {
  const tree = readYaml('a: &a {x: 1, y: 1}\nb: &b {z: 2, x: 2}\nc: {<<: [*a, *b], y: 3}');
  const fields = fieldsOf(tree, fieldsOf(tree, tree.root)?.[2]?.value);
  expect(fields?.map(({ name, merged }) => [name, merged])).toEqual([
    ['y', false],
    ['x', true],
    ['z', true],
  ]);
  expect(read('a: &a {x: 1}\nb: {<<: *a, y: 2}')).toEqual({ a: { x: 1 }, b: { y: 2, x: 1 } });
});

test.each([
  ['1.0', '1.0'],
  ['1e3', '1000.0'],
  ['2.350', '2.35'],
  ['0x10', '16'],
  ['true', 'True'],
  ['~', 'None'],
  ['[a, 1]', "['a', 1]"],
  ['{a: b}', "{'a': 'b'}"],
  ["'1.0'", '1.0'],
  ['.inf', 'inf'],
  ['123456789012345678901', '123456789012345678901'],
])('%s is the text %s', (yaml, text) => {
  const tree = readYaml(`a: ${yaml}`);
  expect(pythonText(tree, fieldsOf(tree, tree.root)?.[0]?.value)).toBe(text);
});

test('of any file ten times as much is read, and no more', () => {
  const keys = Array.from({ length: 40_000 }, (_, at) => `key ${at}: a value that is ${at} long`).join('\n');
  expect(readYaml(keys).faults[0]?.code).toBe('too-large');
  expect(readYaml(keys, ANY_FILE).faults).toEqual([]);
  expect(readYaml(`a: ${'x'.repeat(10_000_000)}`, ANY_FILE).faults[0]?.code).toBe('too-large');
  expect(readYaml(laughs, ANY_FILE).faults[0]?.code).toBe('aliases');
});
