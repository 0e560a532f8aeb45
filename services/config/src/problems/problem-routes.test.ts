import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConfigProblem } from '@marquee/contracts';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(() => config.close());
const { get } = asking(() => config, 'editor');
const put = (path: string, text: string) => writeFile(join(config.root, path), text);
const problems = async (query = '') => (await get(`/config/problems${query}`).expect(200)).body.data;
const codes = async (query = '') =>
  (await problems(query)).problems.map(({ file, line, code }: ConfigProblem) => `${file}:${line} ${code}`);
const ID = fileIdOf('config.yml');

const CONFIG = `libraries:
  Films:
    overlay_files:
      - file: config/overlays/gone.yml
plex:
  url: http://plex:32400
  token: T0K3N-T0K3N
settings:
  asset_directory: config/assets/films
`;

test('an empty folder has no problems', async () => {
  expect(await problems()).toMatchObject({ files: 0, problems: [], more: 0 });
});

test('tells what is wrong in all files, and again only when something has changed', async () => {
  await put('config.yml', CONFIG);
  expect(await codes()).toContain('config.yml:4 config.missing-file');
  await mkdir(join(config.root, 'overlays'));
  await put('overlays/gone.yml', 'overlays:\n  a:\n    overlay: {name: text(4K)}\n    plex_al: true\n');
  const all = await codes();
  expect(all).not.toContain('config.yml:4 config.missing-file');
  expect(all.some((line: string) => line.startsWith('overlays/gone.yml:4 '))).toBe(true);
  config.pass(60_000);
  const first = await problems();
  config.pass(1_000);
  expect((await problems()).checkedAt).toBe(first.checkedAt);
  await put('config.yml', CONFIG.replace('Films', 'Series'));
  expect((await problems()).checkedAt).not.toBe(first.checkedAt);
});

test('of one file, which must be there', async () => {
  await put('config.yml', CONFIG);
  await put('other.yml', 'collections: {a: {plex_al: 1}}\n');
  const lines: string[] = await codes(`?fileId=${ID}`);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.every((line) => line.startsWith('config.yml:'))).toBe(true);
  await get(`/config/problems?fileId=${fileIdOf('never.yml')}`).expect(404);
});

test('places and edits are those of the text that is shown, and no secret is told', async () => {
  await put(
    'config.yml',
    'plex: {token: T0K3N-T0K3N, tokn: 1}\nsettings:\n  asset_folder: true\ntmdb:\n  apikey: [S3CR3T-S3CR3T]\n',
  );
  const answer = await get('/config/problems').expect(200);
  expect(answer.text).not.toMatch(/T0K3N|S3CR3T/);
  const { content } = (await get(`/config/files/${ID}`).expect(200)).body.data;
  const lines = content.split('\n');
  const found: ConfigProblem[] = answer.body.data.problems;
  const at = ({ line, column, endColumn }: ConfigProblem) => lines[line - 1].slice(column - 1, endColumn - 1);
  expect(found.filter(({ line }) => line === 1).map(at)).toContain('tokn');
  for (const { fix } of found)
    for (const { line, endColumn } of fix?.edits ?? [])
      expect(endColumn).toBeLessThanOrEqual(lines[line - 1].length + 1);
});

test('folders of Kometa’s own, and links, are there though nobody looks into them', async () => {
  await put('config.yml', CONFIG.replace('overlays/gone', 'linked/a'));
  await mkdir(join(config.root, 'assets'));
  await mkdir(join(config.root, '../elsewhere'));
  await symlink('../elsewhere', join(config.root, 'linked'));
  expect((await codes()).filter((line: string) => /missing-(file|folder)/.test(line))).toEqual([]);
});

test('a file that is too large is told, and the others are checked', async () => {
  await put('config.yml', CONFIG);
  await put('huge.yml', '#'.repeat(10_000_001));
  expect(await codes()).toEqual(
    expect.arrayContaining(['huge.yml:1 yaml.too-large', 'config.yml:4 config.missing-file']),
  );
});
