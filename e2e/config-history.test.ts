import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
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
