import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  branchChanged,
  ConfigBranch,
  ConfigFile,
  ConfigFileContent,
  ConfigProblems,
  ConfigVersion,
  configChanged,
  pageOf,
} from '@marquee/contracts';
import { z } from 'zod';
import { ask as askAnybody } from './ask.ts';
import { type HeardEvents, listenTo } from './distributed/event-stream.ts';
import { type Product, startProduct } from './product.ts';
import { until } from './until.ts';

jest.setTimeout(90_000);

let marquee: Product;
let heard: HeardEvents;
beforeAll(async () => {
  marquee = await startProduct();
  heard = await listenTo(marquee.url, configChanged.name, marquee.headers);
});
afterAll(async () => {
  heard?.close();
  await marquee?.end();
});
const ask = (path: string, { headers, ...more }: Parameters<typeof askAnybody>[1] = {}) =>
  askAnybody(`${marquee.url}/api${path}`, { ...more, headers: { ...marquee.headers, ...headers } });
const versions = async () => pageOf(ConfigVersion).parse((await ask('/config/versions')).data).entries;
const onHost = (path: string) => join(marquee.dataFolder, 'kometa', path);
const open = async (path: string) => {
  const files = z.array(ConfigFile).parse((await ask('/config/files')).data);
  const id = files.find((file) => file.path === path)?.id;
  return ConfigFileContent.parse((await ask(`/config/files/${id}`)).data);
};

test('what is edited on the host and in Marquee is one history, told live, cloned with git, and taken back', async () => {
  const before = await until(versions, (all) => all.length > 0);
  const found = await readFile(onHost('config.yml'), 'utf8');
  const { id, content, etag } = await open('config.yml');
  const saved = await ask(`/config/files/${id}`, {
    method: 'PUT',
    headers: { 'if-match': etag },
    body: { content: `${content}# by Marquee\n`, message: 'A word of mine' },
  });
  expect(saved.status).toBe(200);
  await writeFile(onHost('config.yml'), `${found}# by hand\n`);
  const all = await versions();
  expect(all.slice(0, 2)).toMatchObject([
    { by: 'outside', message: 'Changed beside Marquee' },
    { by: 'Ada', origin: 'save', message: 'A word of mine' },
  ]);
  await until(
    () => heard.events.map(({ data }) => configChanged.payload.parse(data).origin),
    (origins) => origins.includes('save') && origins.at(-1) === 'outside',
  );

  const clone = join(marquee.dataFolder, 'clone');
  execFileSync('git', ['clone', '--quiet', join(marquee.dataFolder, 'config/history.git'), clone]);
  expect(await readFile(join(clone, 'config.yml'), 'utf8')).toContain('# by hand');
  const git = (...args: string[]) => execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8' });
  expect(git('log', '--format=%an')).toBe(`${all.map(({ by }) => by).join('\n')}\n`);

  const restored = await ask('/config/restore', { method: 'POST', body: { versionId: before.at(-1)?.id } });
  expect(restored).toMatchObject({ status: 200, data: { notRestored: [], missingSecrets: [] } });
  expect(await readFile(onHost('config.yml'), 'utf8')).toBe(found);
});

test('the folder is checked in the product’s own thread', async () => {
  await writeFile(onHost('broken.yml'), 'collections:\n  a:\n    plex_al: true\n');
  const { status, data } = await ask('/config/problems');
  expect(status).toBe(200);
  expect(ConfigProblems.parse(data).problems).toMatchObject([
    { file: 'broken.yml', line: 2 },
    { file: 'broken.yml', line: 3, fix: { edits: [{ text: 'plex_all' }] } },
  ]);
});

test('a save over an older reading is merged', async () => {
  const { id, content, etag } = await open('broken.yml');
  await writeFile(onHost('broken.yml'), content.replace('plex_al', 'plex_all'));
  const merged = await ask(`/config/files/${id}/merge`, {
    method: 'POST',
    body: { mine: `# mine\n${content}`, baseEtag: etag },
  });
  expect(merged).toMatchObject({
    status: 200,
    data: { conflicts: [], text: `# mine\n${content.replace('plex_al', 'plex_all')}` },
  });
});

test('a branch is pushed with git, changed in Marquee, pulled, merged, and removed', async () => {
  const live = await listenTo(marquee.url, branchChanged.name, marquee.headers);
  const clone = join(marquee.dataFolder, 'clone-of-branches');
  const repository = join(marquee.dataFolder, 'config/history.git');
  // What the tests before have written is a version first.
  await versions();
  execFileSync('git', ['clone', '--quiet', repository, clone]);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', clone, '-c', 'user.name=Grace', '-c', 'user.email=g@example.org', ...args], {
      encoding: 'utf8',
    });
  git('switch', '--quiet', '--create', 'christmas');
  await writeFile(join(clone, 'snow.yml'), 'collections:\n');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Snow');
  git('push', '--quiet', 'origin', 'christmas');
  const branches = async () => z.array(ConfigBranch).parse((await ask('/config/branches')).data);
  expect(await branches()).toMatchObject([
    { name: 'christmas', by: 'Grace', behind: 0, files: [{ path: 'snow.yml', change: 'added' }] },
  ]);

  const added = await ask('/config/files?branch=christmas', {
    method: 'POST',
    body: { path: 'ice.yml', content: 'collections:\n' },
  });
  expect(added.status).toBe(201);
  git('pull', '--quiet', 'origin', 'christmas');
  expect(await readFile(join(clone, 'ice.yml'), 'utf8')).toBe('collections:\n');
  await expect(readFile(onHost('ice.yml'), 'utf8')).rejects.toThrow('ENOENT');

  const plan = z
    .object({ versionId: z.string(), branchVersionId: z.string() })
    .parse((await ask('/config/branches/christmas/merge')).data);
  const merged = await ask('/config/branches/christmas/merge', {
    method: 'POST',
    body: { versionId: plan.versionId, branchVersionId: plan.branchVersionId },
  });
  expect(merged).toMatchObject({ status: 200, data: { version: { message: 'Merge christmas' } } });
  expect(await readFile(onHost('snow.yml'), 'utf8')).toBe('collections:\n');
  expect(await branches()).toEqual([]);
  git('pull', '--quiet', 'origin', 'main');
  expect(git('log', '-1', '--format=%s')).toBe('Merge christmas\n');
  await until(
    () => live.events.map(({ data }) => branchChanged.payload.parse(data).versionId),
    (ids) => ids.length === 2 && ids[1] === null,
  );
  live.close();
  expect(
    execFileSync('git', ['-C', repository, 'fsck', '--strict', '--no-dangling'], { encoding: 'utf8' }),
  ).toBe('');
});
