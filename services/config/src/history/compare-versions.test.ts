import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await putOnDisk('config.yml', 'plex:\n  token: T0K3N\n');
  await putOnDisk('old.yml', 'a: 1\n');
});
afterEach(() => config.close());
const { get, post, put } = asking(() => config, 'editor');
const putOnDisk = (path: string, text: string) => writeFile(join(config.root, path), text);
const newest = async () => (await get('/config/versions?limit=1').expect(200)).body.data.entries[0].id;
const save = (path: string, content: string) =>
  put(`/config/files/${fileIdOf(path)}`)
    .set('if-match', '*')
    .send({ content })
    .expect(200);
const compare = async (query: string) => (await get(`/config/compare?${query}`).expect(200)).body.data.files;
const compareFile = async (path: string, query: string) =>
  (await get(`/config/compare/files/${fileIdOf(path)}?${query}`).expect(200)).body.data;

test('two versions, and the folder as it is now, are compared file by file', async () => {
  const first = await newest();
  await save('config.yml', 'libraries:\n');
  const second = await newest();
  await post('/config/files').send({ path: 'new.yml', content: 'x: 1\n' }).expect(201);
  await unlink(join(config.root, 'old.yml'));

  expect(await compare(`from=${first}&to=${second}`)).toEqual([
    { fileId: fileIdOf('config.yml'), path: 'config.yml', change: 'changed' },
  ]);
  expect(await compare(`from=${first}`)).toMatchObject([
    { path: 'config.yml', change: 'changed' },
    { path: 'new.yml', change: 'added' },
    { path: 'old.yml', change: 'removed' },
  ]);
  expect(await compare(`to=${second}`)).toMatchObject([
    { path: 'new.yml', change: 'removed' },
    { path: 'old.yml', change: 'added' },
  ]);
  expect(await compare('')).toEqual([]);
});

test('a file is shown on both sides, without its secrets', async () => {
  const first = await newest();
  await save('config.yml', 'libraries:\n');
  await unlink(join(config.root, 'old.yml'));
  expect(await compareFile('config.yml', `from=${first}`)).toEqual({
    path: 'config.yml',
    before: 'plex:\n  token: <<hidden:plex/token>>\n',
    after: 'libraries:\n',
  });
  expect(await compareFile('old.yml', `from=${first}`)).toEqual({
    path: 'old.yml',
    before: 'a: 1\n',
    after: null,
  });
});

test('versions and files that never were are told', async () => {
  const unknown = await get(`/config/compare?from=${'0'.repeat(40)}`).expect(404);
  expect(unknown.body.error.code).toBe('config.version-not-found');
  await get(`/config/versions/${'0'.repeat(40)}`).expect(404);
  const id = await newest();
  expect((await get(`/config/versions/${id}`).expect(200)).body.data).toMatchObject({ id, by: 'outside' });
  const never = await get(`/config/compare/files/${fileIdOf('never.yml')}`).expect(404);
  expect(never.body.error.code).toBe('config.file-not-found');
});

test('versions are found by who made them, how, and what they say', async () => {
  await newest();
  await put(`/config/files/${fileIdOf('old.yml')}`)
    .set('if-match', '*')
    .send({ content: 'a: 2\n', message: 'Ribbons for all' })
    .expect(200);
  const list = async (query: string) => (await get(`/config/versions?${query}`).expect(200)).body.data;
  const messages = async (query: string) =>
    (await list(query)).entries.map(({ message }: { message: string }) => message);
  expect(await messages('search=ribbons')).toEqual(['Ribbons for all']);
  expect(await messages('search=OLD.yml')).toEqual(['Ribbons for all', 'As it was found']);
  expect(await messages('origin=outside')).toEqual(['As it was found']);
  expect(await messages('by=Test%20editor')).toEqual(['Ribbons for all']);
  expect(await messages('by=Nobody')).toEqual([]);
  expect((await list('by=Nobody')).authors).toEqual(['Test editor', 'outside']);
});
