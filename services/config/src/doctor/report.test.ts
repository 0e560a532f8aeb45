import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConfigReport } from '@marquee/contracts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await mkdir(join(config.root, 'overlays'));
});
afterEach(() => config.close());
const put = (path: string, text: string) => writeFile(join(config.root, path), text);
const report = async (ask = asking(() => config)): Promise<ConfigReport> =>
  (await ask.get('/config/report').expect(200)).body.data;

test('an empty folder has nothing in it but what Plex has', async () => {
  expect(await report()).toMatchObject({ kinds: [], libraries: [], missing: [], unlisted: [], old: [] });
});

test('files by what they are, libraries beside those of Plex, and what is missing, idle or old', async () => {
  await put(
    'config.yml',
    `libraries:
  Films:
    collection_files:
      - pmm: basic
      - file: config/gone.yml
  Nowhere: {}
  Mine:
    library_name: Private
plex: {url: u, token: t, show_missing: true}
tmdb: {apikey: k}
`,
  );
  await put('idle.yml', 'collections: {}\n');
  await put('overlays/a.yml', 'overlays: {}\n');
  await put('overlays/a.png', 'no picture');
  await put('.env', 'TZ=UTC\n');
  await put('readme.md', '# mine\n');
  const { kinds, libraries, unnamed, missing, unlisted, old } = await report();
  expect(kinds.map(({ kind, count, files }) => `${kind} ${count} ${files[0]?.path}`)).toEqual([
    'config 1 config.yml',
    'collection 1 idle.yml',
    'overlay 1 overlays/a.yml',
    'env 1 .env',
    'picture 1 overlays/a.png',
    'text 1 readme.md',
  ]);
  const told = libraries.map(({ name, line, plex, kind }) => `${line} ${name} ${plex} ${kind}`);
  expect(told).toEqual(['2 Films found movie', '6 Nowhere missing null', expect.stringMatching(/^7 Mine /)]);
  expect(unnamed.map(({ title }) => title)).not.toContain('Films');
  expect(missing.map(({ line }) => line)).toEqual([5]);
  expect(unlisted.map(({ file }) => file)).toEqual(['idle.yml', 'overlays/a.yml']);
  expect(old.map(({ fix }) => fix)).toHaveLength(2);
});

test('who does not see all libraries is not told that one is missing', async () => {
  await put(
    'config.yml',
    'libraries: {Films: {}, Private: {}}\nplex: {url: u, token: t}\ntmdb: {apikey: k}\n',
  );
  const { libraries, unnamed } = await report(asking(() => config, 'editor', ['attic.1']));
  expect(libraries.map(({ name, plex }) => `${name} ${plex}`)).toEqual(['Films found', 'Private unknown']);
  expect(unnamed).toEqual([]);
});
