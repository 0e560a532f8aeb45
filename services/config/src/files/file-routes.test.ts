import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSaved, MAX_FILE_BYTES } from '@marquee/contracts';
import { hostilePaths } from '@marquee/testing';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { until } from '../testing/until.ts';
import { fileIdOf } from './file-id.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await writeFile(join(config.root, 'config.yml'), 'libraries:\r\n  Films: # mine\r\n');
  await mkdir(join(config.root, 'overlays'));
  await writeFile(join(config.root, 'overlays/logo.png'), 'x');
});
afterEach(() => config.close());
const { get, post, put } = asking(() => config, 'editor');
const ID = fileIdOf('config.yml');
const onDisk = (path: string) => readFile(join(config.root, path), 'utf8');
const create = (path: string, content = 'x') => post('/config/files').send({ path, content });

test('the folder at a glance', async () => {
  const { body } = await get('/config').expect(200);
  expect(body.data).toEqual({
    path: config.root,
    writable: true,
    files: 2,
    hasConfig: true,
    truncated: false,
  });
});

test('the files, each with what it is', async () => {
  const { body } = await get('/config/files').expect(200);
  expect(body.data).toMatchObject([
    { id: ID, path: 'config.yml', kind: 'yaml', editable: true, sizeBytes: 29 },
    { path: 'overlays/logo.png', kind: 'image', editable: false },
  ]);
});

test('a file is read with its bytes unchanged and its ETag', async () => {
  const { body, headers } = await get(`/config/files/${ID}`).expect(200);
  expect(body.data).toMatchObject({ path: 'config.yml', content: 'libraries:\r\n  Films: # mine\r\n' });
  expect(headers.etag).toBe(body.data.etag);
  await get(`/config/files/${ID}`).set('if-none-match', body.data.etag).expect(304);
});

test('a save without If-Match is refused, with a stale one too', async () => {
  expect((await put(`/config/files/${ID}`).send({ content: 'x' }).expect(428)).body.error.code).toBe(
    'request.precondition-required',
  );
  const stale = put(`/config/files/${ID}`).set('if-match', '"stale"').send({ content: 'x' });
  expect((await stale.expect(412)).body.error.code).toBe('request.precondition-failed');
  expect(await onDisk('config.yml')).toContain('# mine');
});

test('a save is on the disk as it was sent', async () => {
  const { etag } = (await get(`/config/files/${ID}`)).body.data;
  const content = '\ufefflibraries:\r\n  Series:\n';
  const { body, headers } = await put(`/config/files/${ID}`)
    .set('if-match', etag)
    .send({ content })
    .expect(200);
  expect(await onDisk('config.yml')).toBe(content);
  expect(headers.etag).toBe(body.data.etag);
  expect((await get(`/config/files/${ID}`)).body.data).toMatchObject({ content, etag: body.data.etag });
});

test('a short answer has the text only where another was made of it', async () => {
  const save = async (content: string) =>
    (
      await put(`/config/files/${ID}?answer=short`)
        .set('if-match', (await get(`/config/files/${ID}`)).body.data.etag)
        .send({ content })
        .expect(200)
    ).body.data;
  expect(await save('libraries:\n')).toMatchObject({ path: 'config.yml', content: null });
  expect(await onDisk('config.yml')).toBe('libraries:\n');
  expect((await save('plex:\n  token: new\n')).content).toBe('plex:\n  token: <<hidden:plex/token>>\n');
});

test('of ten saves over the same reading exactly one wins', async () => {
  const { etag } = (await get(`/config/files/${ID}`)).body.data;
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      put(`/config/files/${ID}`)
        .set('if-match', etag)
        .send({ content: `by ${n}` }),
    ),
  );
  const won = answers.filter(({ status }) => status === 200);
  expect(won).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(9);
  expect(await onDisk('config.yml')).toBe(won[0]?.body.data.content);
});

test('what somebody else changed on the disk meanwhile is not overwritten', async () => {
  const { etag } = (await get(`/config/files/${ID}`)).body.data;
  await writeFile(join(config.root, 'config.yml'), 'by hand');
  await put(`/config/files/${ID}`).set('if-match', etag).send({ content: 'x' }).expect(412);
  expect(await onDisk('config.yml')).toBe('by hand');
});

test('a new file is made with its folder, and is in the list', async () => {
  const { body } = await create('overlays/new/ribbons.yml', 'overlays:\n').expect(201);
  expect(body.data).toMatchObject({
    path: 'overlays/new/ribbons.yml',
    content: 'overlays:\n',
    editable: true,
  });
  expect(await onDisk('overlays/new/ribbons.yml')).toBe('overlays:\n');
  await get(`/config/files/${body.data.id}`).expect(200);
  expect((await create('overlays/new/ribbons.yml').expect(409)).body.error.code).toBe('config.file-exists');
});

test('the same Idempotency-Key makes one file', async () => {
  const send = (content: string) => create('a.yml', content).set('idempotency-key', 'k-12345678');
  const first = await send('x').expect(201);
  expect((await send('x').expect(201)).body.data).toEqual(first.body.data);
  expect((await send('y').expect(422)).body.error.code).toBe('request.idempotency-mismatch');
});

test('every hostile path is refused as a name, and nothing appears anywhere', async () => {
  const before = await readdir(join(config.root, '..'), { recursive: true });
  for (const [name, path] of hostilePaths) {
    const { status, body } = await create(path);
    const codes = path === '' || path.length > 400 ? ['request.invalid'] : ['config.name-refused'];
    // A lone surrogate does not even survive the way here.
    expect([name, status, [...codes, 'config.name-refused'].includes(body.error?.code)]).toEqual([
      name,
      422,
      true,
    ]);
  }
  const after = await readdir(join(config.root, '..'), { recursive: true });
  expect(after.filter((file) => !before.includes(file) && !/config\.db/.test(file))).toEqual([]);
});

test('every hostile path in the place of an id opens nothing', async () => {
  for (const [name, path] of hostilePaths.filter(([, one]) => one !== '' && !/\p{Cs}/u.test(one))) {
    const { status, text } = await get(`/config/files/${encodeURIComponent(path)}`);
    expect([name, status >= 400 && status < 500]).toEqual([name, true]);
    expect(text).not.toContain('root:');
    await get(`/config/files/${fileIdOf(path)}`).expect(404);
  }
});

test('a link that leads out is told as such and not followed', async () => {
  await writeFile(join(config.root, '../keys.yml'), 'secret');
  await symlink('../keys.yml', join(config.root, 'keys.yml'));
  const { body, text } = await get(`/config/files/${fileIdOf('keys.yml')}`).expect(403);
  expect(body.error.code).toBe('config.outside-folder');
  expect(text).not.toContain('secret');
  const noted = config.logged.filter((line) => line.includes('was refused'));
  expect(noted).toEqual([expect.stringMatching(/"by":"editor-1".*"file":"keys.yml"/)]);
});

test('what is not text is not opened', async () => {
  await writeFile(join(config.root, 'latin.yml'), Buffer.from([0x61, 0xe4]));
  for (const path of ['overlays/logo.png', 'latin.yml']) {
    expect((await get(`/config/files/${fileIdOf(path)}`).expect(415)).body.error.code).toBe(
      'config.not-text',
    );
  }
});

test('a large file is neither read nor written', async () => {
  await writeFile(join(config.root, 'big.yml'), Buffer.alloc(MAX_FILE_BYTES + 1, 'a'));
  expect((await get(`/config/files/${fileIdOf('big.yml')}`).expect(413)).body.error.code).toBe(
    'request.too-large',
  );
  const { status } = await create('huge.yml', 'a'.repeat(MAX_FILE_BYTES + 1));
  expect([413, 422]).toContain(status);
  expect((await create('wide.yml', 'ä'.repeat(MAX_FILE_BYTES)).expect(413)).body.error.code).toBe(
    'request.too-large',
  );
});

test('without the folder every answer says how to mend it, and Plex is still shown', async () => {
  await rm(config.root, { recursive: true });
  for (const answer of [get('/config'), get('/config/files'), get(`/config/files/${ID}`), create('a.yml')]) {
    const { body } = await answer.expect(503);
    expect(body.error).toMatchObject({
      code: 'config.folder-missing',
      details: [{ fix: expect.stringContaining('MARQUEE_CONFIG_DIR') }],
    });
  }
  await get('/libraries').expect(200);
});

test('a viewer sees the list, but no content', async () => {
  const viewer = asking(() => config, 'viewer');
  await viewer.get('/config/files').expect(200);
  await viewer.get(`/config/files/${ID}`).expect(403);
});

test('a save is told to whoever listens', async () => {
  const heard: unknown[] = [];
  await config.restart();
  await config.bus.subscribe(fileSaved, {}, (saved) => {
    heard.push(saved);
  });
  const { body } = await create('a.yml').expect(201);
  await until(() => heard.length > 0);
  expect(heard).toEqual([{ fileId: body.data.id, path: 'a.yml', etag: body.data.etag, by: 'editor-1' }]);
});
