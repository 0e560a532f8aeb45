import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileIdOf } from './files/file-id.ts';
import { asking } from './testing/ask.ts';
import { type RunningConfig, runningConfig } from './testing/running-config.ts';

jest.setTimeout(120_000);

const levels = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n));
const bomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...levels(12, (n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}x]`),
];
const base = levels(2_000, (n) => `  k${n}: v`).join('\n');

/** Each is a file of collections to somebody: no place that reads YAML may stumble over it. */
const texts: readonly (readonly [name: string, text: string])[] = [
  ['references to references', [...bomb, 'collections:', '  A: {summary: *a12}', ''].join('\n')],
  ['forty thousand keys', `collections:\n${levels(40_000, (n) => `  k${n}: {}`).join('\n')}\n`],
  ['five thousand lists in one another', `collections:\n  A: ${'['.repeat(5_000)}\n`],
  ['five thousand maps in one another', `collections:\n  A: ${'{a: '.repeat(5_000)}\n`],
  ['a storm of merges', `base: &b\n${base}\ncollections:\n  A:\n    <<: [${'*b, '.repeat(5_000)}*b]\n`],
  ['a reference to what holds it', 'collections: &c\n  A: *c\n'],
  ['a call of Python', 'collections:\n  A: !!python/object/apply:os.system ["id"]\n'],
  ['a tag of nobody', 'collections:\n  A: !<tag:example.org,2000:x> {}\n'],
  [
    'the name of every object’s ancestor',
    'collections:\n  __proto__: {role: admin}\n  constructor: {prototype: {role: admin}}\n',
  ],
  ['keys that are lists and maps', 'collections:\n  ? [a, b]\n  : {}\n  ? {a: b}\n  : {}\n'],
  ['several documents', 'collections:\n  A: {}\n---\ncollections:\n  B: {}\n'],
  ['a mark of another order of bytes', '\ufeffcollections:\n  A: {}\n'],
  [
    'nothing but references that lead nowhere',
    `collections:\n${levels(2_000, (n) => `  k${n}: *n${n}`).join('\n')}\n`,
  ],
  ['one line of two million signs', `collections:\n  A: {summary: "${'x'.repeat(2_000_000)}"}\n`],
  ['signs that turn the text around', 'collections:\n  "\u202eA\u2066": {summary: "\u200b\u0301"}\n'],
];

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(() => config.close());
const { get, post, put } = asking(() => config);

test.each(texts)('%s: is kept as it is, and no answer stumbles', async (_name, text) => {
  const odd: string[] = [];
  const ask = async (what: string, asking: PromiseLike<{ status: number }>) => {
    const { status } = await asking;
    if (status >= 500) odd.push(`${what}: ${status}`);
    return status;
  };
  const id = fileIdOf('hostile.yml');
  await writeFile(join(config.root, 'hostile.yml'), text);
  await writeFile(join(config.root, 'config.yml'), text.replace('collections:', 'libraries:'));

  const read = await get(`/config/files/${id}`);
  expect(read.status).toBe(200);
  await ask('problems', get('/config/problems'));
  await ask('collections', get('/collections'));
  await ask('overlays', get('/overlays'));
  await ask('versions', get('/config/versions'));
  await ask('draft', put(`/config/files/${id}/draft`).send({ text, baseEtag: '"x"' }));
  await ask('merge', post(`/config/files/${id}/merge`).send({ text, base: text }));
  await ask('export', get('/config/bundle'));
  const definition = { plex_all: true };
  await ask('preview', post('/collections/preview').send({ libraryId: 'attic.1', name: 'x', definition }));
  expect(odd).toEqual([]);

  // What was read can be saved again, with a line of one's own, and is what was sent.
  const content = `${read.body.data.content}# mine\n`;
  const saved = await put(`/config/files/${id}`).set('if-match', read.body.data.etag).send({ content });
  expect(saved.status).toBe(200);
  expect((await get(`/config/files/${id}`).expect(200)).body.data.content).toBe(content);
  expect(Object.hasOwn(Object.prototype, 'role')).toBe(false);
  // Everything else goes on.
  await rm(join(config.root, 'config.yml'));
  await get('/libraries').expect(200);
});
