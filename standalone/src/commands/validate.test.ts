import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { useTempFolder } from '@marquee/testing';
import { buildSync } from 'esbuild';
import { validate } from './validate.ts';

const folder = useTempFolder();
const CONFIG = `plex: {url: u, token: t}
tmdb: {apikey: k}
libraries:
  Movies:
    collection_files:
      - file: config/mine.yml
`;
const COLLECTIONS = 'collections:\n  a:\n    plex_all: true\n';

async function write(files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder(), path)), { recursive: true });
    await writeFile(join(folder(), path), text);
  }
  return folder();
}

let script = '';

beforeAll(() => {
  script = join(process.cwd(), 'node_modules/.cache/marquee-tests', `validate-thread-${process.pid}.mjs`);
  buildSync({
    entryPoints: [join(__dirname, 'validate-thread.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    banner: {
      js: "import { createRequire as requireOfBundle } from 'node:module'; const require = requireOfBundle(import.meta.url);",
    },
  });
}, 60_000);

async function run(
  path: string,
  json = false,
  limitMs = 60_000,
): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockReturnValue(true),
  );
  const said = (spy: typeof out) => (spy?.mock.calls ?? []).map(([text]) => String(text)).join('');
  try {
    const code = await validate(path, { json, script, limitMs, now: new Date(2026, 10, 21, 5) });
    return { code, out: said(out), err: said(err) };
  } finally {
    out?.mockRestore();
    err?.mockRestore();
  }
}

test('a folder without faults ends with 0 and says so', async () => {
  const path = await write({ 'config.yml': CONFIG, 'mine.yml': COLLECTIONS });
  expect(await run(path)).toEqual({ code: 0, out: '0 errors, 0 warnings\n', err: '' });
});

test('each finding is a line with its place, and errors end with 1', async () => {
  const path = await write({ 'config.yml': CONFIG.replace('collection_files', 'colection_files') });
  const { code, out } = await run(path);
  expect(code).toBe(1);
  expect(out).toBe(
    `${join(path, 'config.yml')}:5:5 error config.unknown-key Kometa knows no colection_files here; it seems that collection_files is meant\n1 error, 0 warnings\n`,
  );
});

test('--json is an array of findings with fixes by line and column', async () => {
  const path = await write({ 'config.yml': `${CONFIG}settings:\n  cache: yes\n`, 'mine.yml': COLLECTIONS });
  const { code, out } = await run(path, true);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual([
    {
      file: join(path, 'config.yml'),
      line: 8,
      column: 10,
      path: ['settings', 'cache'],
      severity: 'error',
      code: 'config.wrong-type',
      message: 'cache must be true or false',
      fix: {
        title: 'Write true',
        edits: [{ line: 8, column: 10, endLine: 8, endColumn: 13, text: 'true' }],
      },
    },
  ]);
});

test('without findings --json is an empty array', async () => {
  const path = await write({ 'config.yml': CONFIG, 'mine.yml': COLLECTIONS });
  expect(await run(path, true)).toEqual({ code: 0, out: '[]\n', err: '' });
});

test('of one file alone, files that it names may lie elsewhere', async () => {
  const path = await write({ 'config.yml': CONFIG });
  const { code, out } = await run(join(path, 'config.yml'));
  expect(code).toBe(0);
  expect(out).toContain('warning config.missing-file');
  expect(await run(path)).toMatchObject({
    code: 1,
    out: expect.stringContaining('error config.missing-file'),
  });
});

test('a link that leads out of the folder is not followed', async () => {
  await write({ 'elsewhere/mine.yml': 'collections: text\n', 'config/config.yml': CONFIG });
  await symlink(join(folder(), 'elsewhere/mine.yml'), join(folder(), 'config/mine.yml'));
  await symlink(join(folder(), 'elsewhere'), join(folder(), 'config/more'));
  const { code, out } = await run(join(folder(), 'config'));
  expect(code).toBe(1);
  expect(out).toContain('error config.missing-file');
  expect(out).not.toContain('wrong-type');
});

test('.env fills placeholders in', async () => {
  const files = { 'config.yml': CONFIG.replace('token: t', 'token: <<plex>>'), 'mine.yml': COLLECTIONS };
  const path = await write(files);
  expect((await run(path)).out).toContain('warning config.placeholder');
  await write({ '.env': 'KOMETA_PLEX=x\n' });
  expect((await run(path)).out).toBe('0 errors, 0 warnings\n');
});

test('a path that is not there, or a folder without YAML, ends with 2 and says so', async () => {
  const path = await write({ 'notes.txt': '' });
  expect(await run(join(path, 'none.yml'))).toEqual({
    code: 2,
    out: '',
    err: `${join(path, 'none.yml')}: there is no such file or folder\n`,
  });
  expect(await run(path)).toMatchObject({ code: 2, out: '' });
});

test('a file that takes too long is told of, and the others are checked', async () => {
  const huge = `collections:\n${'  a b c: {plex_all: true}\n'.repeat(100_000)}`;
  const path = await write({ 'config.yml': `${CONFIG}foo: 1\n`, 'mine.yml': COLLECTIONS, 'other.yml': huge });
  const { code, out } = await run(path, false, 300);
  expect(out).toContain(`${join(path, 'config.yml')}:7:1 warning config.unknown-key`);
  expect(out).toContain(
    `${join(path, 'other.yml')}:1:1 warning yaml.too-slow Not checked: the file takes more than 0.3 s; split it`,
  );
  expect(code).toBe(0);
}, 60_000);

test('a file of more than 10 MB is not read', async () => {
  const path = await write({
    'config.yml': CONFIG,
    'mine.yml': `${COLLECTIONS}#${'x'.repeat(10_000_000)}\n`,
  });
  const { code, out } = await run(path);
  expect(code).toBe(0);
  expect(out).toContain('mine.yml:1:1 warning yaml.too-large Not checked: the file has more than 10 MB');
}, 60_000);
