import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectionSummary } from '@marquee/contracts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

jest.setTimeout(180_000);

const FILES = 50;
const EACH = 100;
const textOf = (file: number) =>
  `# File ${file}\ncollections:\n${Array.from(
    { length: EACH },
    (_, at) =>
      `  # Number ${at}\n  "Collection ${file}.${at}": # kept\n    imdb_list: ls${at}   # by hand\n    sync_mode: sync\n`,
  ).join('\n')}`;
const paths = Array.from({ length: FILES }, (_, file) => `many/${file}.yml`);

let config: RunningConfig;
beforeAll(async () => {
  config = await runningConfig();
  await mkdir(join(config.root, 'many'));
  await writeFile(
    join(config.root, 'config.yml'),
    'libraries:\n  Films:\n    collection_files:\n      - folder: config/many\n',
  );
  for (const [file, path] of paths.entries()) await writeFile(join(config.root, path), textOf(file));
});
afterAll(() => config.close());
const { get, post } = asking(() => config, 'editor');
const list = async (): Promise<CollectionSummary[]> =>
  (await get('/collections').expect(200)).body.data.collections;
const onDisk = () => Promise.all(paths.map((path) => readFile(join(config.root, path), 'utf8')));

test('five thousand in fifty files are listed, switched off as one version, and undone as one', async () => {
  const before = await onDisk();
  const all = await list();
  expect(all).toHaveLength(FILES * EACH);
  expect(new Set(all.map(({ id }) => id)).size).toBe(FILES * EACH);
  expect(all.every(({ enabled, libraries }) => enabled && libraries[0] === 'Films')).toBe(true);

  const ids = all.map(({ id }) => id);
  const { body } = await post('/collections/bulk')
    .send({ ids, action: { kind: 'disable' } })
    .expect(200);
  expect(body.data).toMatchObject({ changed: FILES * EACH, refused: [] });
  expect(body.data.version.files).toHaveLength(FILES);
  expect((await list()).some(({ enabled }) => enabled)).toBe(false);
  expect(await onDisk()).toEqual(
    before.map((text) =>
      text.replaceAll('sync_mode: sync\n', 'sync_mode: sync\n    run_definition: false\n'),
    ),
  );

  await post(`/config/versions/${body.data.version.id}/undo`).expect(200);
  expect(await onDisk()).toEqual(before);
});

test('thousands are removed, and moved into one file', async () => {
  const all = await list();
  const ids = all.slice(0, 2_000).map(({ id }) => id);
  const { fileId, file: last } = all.at(-1) ?? { fileId: '', file: '' };
  const moved = (
    await post('/collections/bulk')
      .send({ ids, action: { kind: 'move', fileId } })
      .expect(200)
  ).body.data;
  expect(moved).toMatchObject({ changed: 2_000, refused: [] });
  expect(await readFile(join(config.root, 'many/0.yml'), 'utf8')).toBe('# File 0\ncollections: {}\n');
  expect((await readFile(join(config.root, last), 'utf8')).match(/# by hand/g)).toHaveLength(2_000 + EACH);
  expect(await list()).toHaveLength(FILES * EACH);
  await post(`/config/versions/${moved.version.id}/undo`).expect(200);
  expect(await list()).toEqual(all);
});
