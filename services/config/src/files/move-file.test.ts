import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostilePaths } from '@marquee/testing';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { fileIdOf } from './file-id.ts';

jest.setTimeout(30_000);

const ID = fileIdOf('config.yml');
let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await writeFile(join(config.root, 'config.yml'), 'plex:\n  token: T0K3N\n', { mode: 0o640 });
});
afterEach(() => config.close());
const { get, post, put, drop } = asking(() => config, 'editor');
const onDisk = (path: string) => readFile(join(config.root, path), 'utf8');
const etagOf = async (id = ID) => (await get(`/config/files/${id}`).expect(200)).body.data.etag;
const move = async (path: string, etag?: string) =>
  await post(`/config/files/${ID}/move`)
    .set('if-match', etag ?? (await etagOf()))
    .send({ path });
const newest = async () => (await get('/config/versions?limit=1').expect(200)).body.data.entries[0];

test('a file is moved with its bytes, its mode and everybody’s drafts; the history tells of both names', async () => {
  await put(`/config/files/${ID}/draft`).send({ text: 'mine', baseEtag: '"1"' }).expect(200);
  const { body, status, headers } = await move('sub/other.yml');
  expect([status, headers.etag]).toEqual([200, body.data.etag]);
  const id = fileIdOf('sub/other.yml');
  expect(body.data).toMatchObject({
    id,
    path: 'sub/other.yml',
    content: expect.stringContaining('<<hidden:'),
  });
  expect(await onDisk('sub/other.yml')).toBe('plex:\n  token: T0K3N\n');
  expect((await stat(join(config.root, 'sub/other.yml'))).mode & 0o777).toBe(0o640);
  await get(`/config/files/${ID}`).expect(404);
  expect((await get(`/config/files/${id}/draft`).expect(200)).body.data.text).toBe('mine');
  expect(await newest()).toMatchObject({
    message: 'Move config.yml to sub/other.yml',
    files: expect.arrayContaining([
      { fileId: ID, path: 'config.yml', change: 'removed' },
      { fileId: id, path: 'sub/other.yml', change: 'added' },
    ]),
  });
});

test('no other file is written over, no kind changed, no stale reading taken', async () => {
  await writeFile(join(config.root, 'taken.yml'), 'mine');
  await writeFile(join(config.root, 'file'), '');
  const before = await etagOf();
  expect((await move('taken.yml')).body.error.code).toBe('config.file-exists');
  expect((await move('config.yml')).body.error.code).toBe('config.file-exists');
  expect((await move('file/a.yml')).body.error.code).toBe('config.file-exists');
  // As a text its token would be shown.
  expect((await move('config.txt')).body.error.code).toBe('config.name-refused');
  expect((await move('b.yml', '"stale"')).status).toBe(412);
  expect((await post(`/config/files/${ID}/move`).send({ path: 'b.yml' })).status).toBe(428);
  expect([await etagOf(), await onDisk('taken.yml')]).toEqual([before, 'mine']);
});

test('every hostile path is refused as a new name, and nothing appears or goes', async () => {
  const files = () => readdir(config.root, { recursive: true });
  const [before, etag] = [await files(), await etagOf()];
  for (const [name, path] of hostilePaths) {
    const { status, body } = await move(path, etag);
    expect([name, status, ['request.invalid', 'config.name-refused'].includes(body.error?.code)]).toEqual([
      name,
      422,
      true,
    ]);
  }
  expect(await files()).toEqual(before);
});

test('a folder that is a link out is not moved into, and a link is neither moved nor removed', async () => {
  await symlink('..', join(config.root, 'out'));
  await writeFile(join(config.root, '../keys.yml'), 'secret');
  await symlink('../keys.yml', join(config.root, 'keys.yml'));
  const { status, body } = await move('out/config.yml');
  expect([status, body.error.code]).toEqual([403, 'config.outside-folder']);
  const id = fileIdOf('keys.yml');
  for (const answer of [
    post(`/config/files/${id}/move`).send({ path: 'b.yml' }),
    drop(`/config/files/${id}`),
  ])
    expect((await answer.set('if-match', '*')).body.error.code).toBe('config.outside-folder');
  expect(await readFile(join(config.root, '../keys.yml'), 'utf8')).toBe('secret');
  expect(await onDisk('config.yml')).toContain('T0K3N');
});

test('a removed file is in the history as it was, whoever changed it last', async () => {
  await get('/config/versions').expect(200);
  await writeFile(join(config.root, 'config.yml'), 'by: hand\n');
  await drop(`/config/files/${ID}`).expect(428);
  await drop(`/config/files/${ID}`).set('if-match', '"stale"').expect(412);
  await drop(`/config/files/${ID}`)
    .set('if-match', await etagOf())
    .expect(200);
  await get(`/config/files/${ID}`).expect(404);
  expect(await readdir(config.root)).toEqual([]);
  const gone = await newest();
  expect(gone).toMatchObject({
    by: 'Test editor',
    message: 'Remove config.yml',
    files: [{ change: 'removed' }],
  });
  const { body } = await get(`/config/versions/${gone.id}/files/${ID}`).expect(200);
  expect(body.data).toMatchObject({ text: null, before: 'by: hand\n' });
});

test('pictures are neither moved nor removed here: the history would not have them', async () => {
  await writeFile(join(config.root, 'a.png'), 'x');
  const id = fileIdOf('a.png');
  await drop(`/config/files/${id}`).set('if-match', '*').expect(415);
  await post(`/config/files/${id}/move`).set('if-match', '*').send({ path: 'b.yml' }).expect(422);
  expect(await onDisk('a.png')).toBe('x');
});

test('a draft belongs to one person and outlives the file', async () => {
  const other = asking(() => config, 'admin');
  const address = `/config/files/${ID}/draft`;
  expect((await get(address).expect(200)).body.data).toBeNull();
  const draft = { text: 'plex:\n  token: new\n', baseEtag: '"1"' };
  const kept = (await put(address).send(draft).expect(200)).body.data;
  expect(kept).toEqual({ fileId: ID, baseEtag: '"1"', savedAt: expect.any(String) });
  expect((await other.get(address).expect(200)).body.data).toBeNull();
  expect((await get(`/overlays${address.slice('/config'.length)}`).expect(200)).body.data).toMatchObject(
    draft,
  );
  await drop(`/config/files/${ID}`).set('if-match', '*').expect(200);
  expect((await get(address).expect(200)).body.data).toMatchObject(draft);
  await drop(address).expect(200);
  await get(address).expect(404);
  await put(address).send(draft).expect(404);
});
