import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configChanged } from '@marquee/contracts';
import { sql } from 'kysely';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { until } from '../testing/until.ts';

jest.setTimeout(30_000);

const YAML = 'plex:\n  url: http://plex:32400\n  token: T0K3N\n';
const ID = fileIdOf('config.yml');
let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await writeFile(join(config.root, 'config.yml'), YAML);
  await mkdir(join(config.root, 'overlays'));
  await writeFile(join(config.root, 'overlays/a.yml'), 'overlays:\n');
});
afterEach(() => config.close());
const { get, post, put, drop } = asking(() => config, 'editor');
const onDisk = (path: string) => readFile(join(config.root, path), 'utf8');
const putOnDisk = (path: string, text: string) => writeFile(join(config.root, path), text);
const open = async (id = ID) => (await get(`/config/files/${id}`).expect(200)).body.data;
const save = async (content: string, message?: string) =>
  await put(`/config/files/${ID}`)
    .set('if-match', (await open()).etag)
    .send({ content, ...(message === undefined ? {} : { message }) })
    .expect(200);
const page = async (query = '') => (await get(`/config/versions${query}`).expect(200)).body.data;
const versions = async (query = '') => (await page(query)).entries;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'safe.directory=*', '-C', config.history, ...args], { encoding: 'utf8' });

test('begins with the folder as it was found, then one version for each save, newest first', async () => {
  expect(await versions()).toMatchObject([
    {
      by: 'outside',
      origin: 'outside',
      message: 'As it was found',
      files: [
        { fileId: ID, path: 'config.yml', change: 'added' },
        { path: 'overlays/a.yml', change: 'added' },
      ],
    },
  ]);
  await save((await open()).content.replace('http', 'https'), 'By https');
  await post('/config/files').send({ path: 'new.yml', content: 'x: 1\n' }).expect(201);
  expect((await versions()).slice(0, 2)).toMatchObject([
    { by: 'Test editor', origin: 'save', message: 'Add new.yml', files: [{ change: 'added' }] },
    { by: 'Test editor', message: 'By https', files: [{ fileId: ID, change: 'changed' }] },
  ]);
  expect((await versions(`?fileId=${ID}`)).map(({ message }: { message: string }) => message)).toEqual([
    'By https',
    'As it was found',
  ]);
});

test('git itself can check and clone it, and finds no secret in it', async () => {
  await putOnDisk('.env', 'KOMETA_PLEX_TOKEN=S3CR3T\n');
  await save(`${(await open()).content}tmdb:\n  apikey: N3W\n`);
  expect(git('fsck', '--strict')).toBe('');
  const clone = join(config.root, '../clone');
  execFileSync('git', ['-c', 'safe.directory=*', 'clone', '--quiet', config.history, clone]);
  expect(await readFile(join(clone, 'config.yml'), 'utf8')).toBe(
    'plex:\n  url: http://plex:32400\n  token: <<hidden:plex/token>>\ntmdb:\n  apikey: <<hidden:tmdb/apikey>>\n',
  );
  expect(await onDisk('config.yml')).toContain('apikey: N3W');
  expect(git('log', '--format=%an|%s', '-1')).toBe('Test editor|Change config.yml\n');
  const all = git('cat-file', '--batch-all-objects', '--batch');
  for (const secret of ['T0K3N', 'S3CR3T', 'N3W']) expect(all).not.toContain(secret);
});

test('pages stay apart while versions are added', async () => {
  await versions();
  for (const n of [1, 2, 3, 4]) await save(`n: ${n}\n`);
  const first = await page('?limit=2');
  expect(first.total).toBe(5);
  await save('n: 5\n');
  const second = await page(`?limit=2&cursor=${first.nextCursor}`);
  const third = await page(`?limit=2&cursor=${second.nextCursor}`);
  const ids = [first, second, third].flatMap(({ entries }) => entries.map(({ id }: { id: string }) => id));
  expect(new Set(ids).size).toBe(5);
  expect(third.nextCursor).toBeNull();
  const { body } = await get(`/config/versions?fileId=${ID}&cursor=${first.nextCursor}`).expect(422);
  expect(body.error.code).toBe('request.bad-cursor');
});

test('what is changed, made and removed beside us is found when the history is read', async () => {
  await versions();
  await putOnDisk('config.yml', YAML.replace('http', 'https'));
  await putOnDisk('more.yml', 'x: 1\n');
  await unlink(join(config.root, 'overlays/a.yml'));
  const [changed, found] = await versions();
  expect(changed).toMatchObject({
    by: 'outside',
    message: 'Changed beside Marquee',
    files: [
      { path: 'overlays/a.yml', change: 'removed' },
      { path: 'config.yml', change: 'changed' },
    ],
  });
  expect(found).toMatchObject({ message: 'As it was found', files: [{ path: 'more.yml', change: 'added' }] });
  // Another value of a secret is no other text.
  await putOnDisk('config.yml', YAML.replace('http', 'https').replace('T0K3N', 'OTHER'));
  expect(await versions()).toHaveLength(3);
});

test('what is changed beside us is found when the file is read, before a save, and at start', async () => {
  await versions();
  const authors = async () => (await versions(`?fileId=${ID}`)).map(({ by }: { by: string }) => by).join(' ');
  await putOnDisk('config.yml', 'read: 1\n');
  await open();
  await putOnDisk('config.yml', 'save: 1\n');
  await put(`/config/files/${ID}`).set('if-match', '*').send({ content: 'mine: 1\n' }).expect(200);
  expect(await authors()).toBe('Test editor outside outside outside');
  await putOnDisk('config.yml', 'start: 1\n');
  const heard: string[] = [];
  await config.bus.subscribe(configChanged, {}, ({ by, files }) => {
    heard.push(`${by}: ${files.map(({ path }) => path).join(' ')}`);
  });
  await config.restart();
  await until(() => git('log', '-1', '--format=%an') === 'outside\n');
  await until(() => heard.filter((line) => line === 'outside: config.yml').length === 3);
  expect(heard).toContain('editor-1: config.yml');
});

test('a version whose news was lost by a kill is told at the next start, once', async () => {
  const [found] = await versions();
  await save('lost: 1\n', 'Lost');
  // As if the process had ended between the commit and the transaction after it.
  await config.db().updateTable('told_version').set({ version_id: found.id }).execute();
  await sql`DELETE FROM outbox`.execute(config.db());
  const heard: string[] = [];
  await config.bus.subscribe(configChanged, {}, ({ by, versionId }) => {
    heard.push(`${by} ${versionId}`);
  });
  const [lost] = await versions();
  await config.restart();
  await until(() => heard.length === 1);
  await config.restart();
  await save('told: 1\n');
  const [told] = await versions();
  await until(() => heard.length > 1);
  expect(heard).toEqual([`editor-1 ${lost.id}`, `editor-1 ${told.id}`]);
});

test('a file is shown as it was in a version, and before it', async () => {
  await versions();
  await save('a: 1\n');
  await save('a: 2\n');
  const [latest, , first] = await versions();
  const text = async (version: string, id = ID) =>
    (await get(`/config/versions/${version}/files/${id}`).expect(200)).body.data;
  expect(await text(latest.id)).toMatchObject({ path: 'config.yml', text: 'a: 2\n', before: 'a: 1\n' });
  expect(await text(first.id)).toMatchObject({ before: null });
  expect(await text(latest.id, fileIdOf('overlays/a.yml'))).toMatchObject({
    text: 'overlays:\n',
    before: 'overlays:\n',
  });
  await get(`/config/versions/${'0'.repeat(40)}/files/${ID}`).expect(404);
  await get(`/config/versions/${latest.id}/files/${fileIdOf('never.yml')}`).expect(404);
});

describe('a restore of one file', () => {
  const restore = async (versionId: string, etag?: string) =>
    await post(`/config/files/${ID}/restore`)
      .set('if-match', etag ?? (await open()).etag)
      .send({ versionId });

  test('is a version of its own and keeps the present values of secrets', async () => {
    const [found] = await versions();
    await save('plex: {token: N3W}\nlibraries:\n');
    const { body, status, headers } = await restore(found.id);
    expect([status, headers.etag]).toEqual([200, body.data.file.etag]);
    expect(await onDisk('config.yml')).toBe(YAML.replace('T0K3N', 'N3W'));
    expect(body.data.missingSecrets).toEqual([]);
    expect((await versions())[0]).toMatchObject({
      origin: 'restore',
      by: 'Test editor',
      message: `config.yml: Back to version ${found.id.slice(0, 7)}`,
    });
  });

  test('tells the secrets that have no value any more, and leaves their placeholders', async () => {
    const [found] = await versions();
    await save('libraries:\n');
    const { body } = await restore(found.id);
    expect(body.data.missingSecrets).toEqual([
      { path: 'config.yml', name: 'plex/token', line: 3, column: 10 },
    ]);
    expect(await onDisk('config.yml')).toContain('token: <<hidden:plex/token>>');
  });

  test('is refused when the file has changed meanwhile, or the version has no such file', async () => {
    const [found] = await versions();
    expect((await restore(found.id, '"stale"')).status).toBe(412);
    expect((await restore('0'.repeat(40))).body.error.code).toBe('config.version-not-found');
    await post('/config/files').send({ path: 'new.yml', content: 'x' }).expect(201);
    const id = fileIdOf('new.yml');
    const { body } = await post(`/config/files/${id}/restore`)
      .set('if-match', '*')
      .send({ versionId: found.id })
      .expect(404);
    expect(body.error.code).toBe('config.file-not-found');
  });

  test('brings back a file that was removed', async () => {
    const [found] = await versions();
    await drop(`/config/files/${ID}`)
      .set('if-match', (await open()).etag)
      .expect(200);
    await get(`/config/files/${ID}`).expect(404);
    expect((await restore(found.id, '"any"')).status).toBe(412);
    expect((await restore(found.id, '*')).status).toBe(200);
    expect(await onDisk('config.yml')).toContain('url: http://plex:32400');
  });
});

describe('a restore of the folder', () => {
  test('makes every text what it was, in one version', async () => {
    const [found] = await versions();
    await save('plex: {token: N3W}\n');
    await post('/config/files').send({ path: 'new.yml', content: 'x' }).expect(201);
    await unlink(join(config.root, 'overlays/a.yml'));
    await putOnDisk('found.yml', 'y: 1\n');
    const { body } = await post('/config/restore').send({ versionId: found.id }).expect(200);
    expect(body.data).toMatchObject({ missingSecrets: [], notRestored: [] });
    expect(body.data.version).toMatchObject({ origin: 'restore' });
    expect(body.data.version.files).toHaveLength(4);
    expect(await onDisk('config.yml')).toBe(YAML.replace('T0K3N', 'N3W'));
    expect(await onDisk('overlays/a.yml')).toBe('overlays:\n');
    const { body: files } = await get('/config/files').expect(200);
    expect(files.data.map(({ path }: { path: string }) => path)).toEqual(['config.yml', 'overlays/a.yml']);
    // Nothing is lost: what was there a moment ago is a version too.
    const [, before] = await versions();
    const text = await get(`/config/versions/${before.id}/files/${fileIdOf('found.yml')}`).expect(200);
    expect(text.body.data.text).toBe('y: 1\n');
    const again = await post('/config/restore').send({ versionId: found.id }).expect(200);
    expect(again.body.data.version).toBeNull();
  });

  test('tells what it could not write, and restores the others', async () => {
    const [found] = await versions();
    await save('a: 1\n');
    await rm(join(config.root, 'overlays'), { recursive: true });
    await putOnDisk('overlays', 'a file where a folder was');
    const { body } = await post('/config/restore').send({ versionId: found.id }).expect(200);
    expect(body.data.notRestored).toEqual([{ path: 'overlays/a.yml', message: expect.any(String) }]);
    expect(await onDisk('config.yml')).toContain('url: http://plex:32400');
    await post('/config/restore')
      .send({ versionId: 'f'.repeat(40) })
      .expect(404);
  });
});

test('versions that the database kept of overlay files begin the history, once', async () => {
  const db = config.db();
  await sql`CREATE TABLE IF NOT EXISTS overlay_versions (file_id TEXT, number INTEGER, text TEXT, size_bytes INTEGER,
    etag TEXT, author TEXT, message TEXT, saved_at TEXT)`.execute(db);
  const rows = [
    ['overlays:\n', 'outside', 'As it was found', '2026-01-01T00:00:00.000Z'],
    ['overlays: {a: 1}\n', 'Ada', 'One', '2026-01-02T00:00:00.000Z'],
    ['overlays:\n', 'Ben', '', '2026-01-03T00:00:00.000Z'],
  ];
  const id = fileIdOf('overlays/a.yml');
  for (const [place, [text, author, message, at]] of rows.entries())
    await sql`INSERT INTO overlay_versions VALUES (${id}, ${place + 1}, ${text}, 1, 'x', ${author}, ${message}, ${at})`.execute(
      db,
    );
  for (const _start of [1, 2]) {
    await config.restart();
    const { data } = (await get(`/overlays/files/${id}/versions`).expect(200)).body;
    expect(data).toMatchObject([
      { id: 'v3', by: 'Ben', savedAt: '2026-01-03T00:00:00.000Z' },
      { id: 'v2', by: 'Ada', message: 'One', sizeBytes: 17 },
      { id: 'v1', by: 'outside', message: 'As it was found' },
    ]);
    const { rows: tables } = await sql`SELECT 1 FROM sqlite_master WHERE name = 'overlay_versions'`.execute(
      config.db(),
    );
    expect(tables).toEqual([]);
  }
  expect((await versions())[0]).toMatchObject({ files: [{ path: 'config.yml', change: 'added' }] });
});

test('an old version is never lost to a killed process: half an object is swept, and made again', async () => {
  await save('a: 1\n');
  const left = join(config.history, 'objects', '.marquee-00000000-1-0000000000000000.tmp');
  await writeFile(left, 'half');
  execFileSync('touch', ['-d', '2020-01-01', left]);
  await config.restart();
  await save('a: 2\n');
  expect(git('fsck', '--strict')).toBe('');
  expect((await versions(`?fileId=${ID}`))[0]).toMatchObject({ message: 'Change config.yml' });
});
