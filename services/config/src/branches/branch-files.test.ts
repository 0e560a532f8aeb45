import { hostilePaths } from '@marquee/testing';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { branchRoom } from '../testing/branch-room.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

jest.setTimeout(30_000);

const YAML = 'plex:\n  url: http://plex:32400\n  token: T0K3N\nlibraries:\n  Films:\n';
const SHOWN = YAML.replace('T0K3N', '<<hidden:plex/token>>');
let config: RunningConfig;
const { get, post, put, drop, git, gitWith, fileOf, open, make, read, save, add, putOnDisk, onDisk } =
  branchRoom(() => config);
beforeEach(async () => {
  config = await runningConfig();
  await putOnDisk('config.yml', YAML);
  await putOnDisk('overlays/a.yml', 'overlays:\n');
  await putOnDisk('overlays/a.png', 'no picture');
  await make('christmas');
});
afterEach(() => config.close());
const list = async (): Promise<{ path: string }[]> =>
  (await get('/config/files?branch=christmas').expect(200)).body.data;
const paths = async () => (await list()).map(({ path }) => path);
const tried = async (asked: ReturnType<typeof get>, status: number) =>
  (await asked.expect(status)).body.error;
const create = (path: string, content = 'a: 1\n') =>
  post('/config/files?branch=christmas').send({ path, content });

test('its texts are listed and read as the folder’s are, with placeholders and an ETag of what is shown', async () => {
  expect(await list()).toMatchObject([
    { path: 'config.yml', id: fileIdOf('config.yml'), kind: 'yaml', editable: true, sizeBytes: SHOWN.length },
    { path: 'overlays/a.yml' },
  ]);
  const file = await open('config.yml', 'christmas');
  expect(file).toMatchObject({ path: 'config.yml', content: SHOWN });
  await get(fileOf('config.yml', 'christmas')).set('if-none-match', file.etag).expect(304);
  expect((await tried(get(fileOf('gone.yml', 'christmas')), 404)).code).toBe('config.file-not-found');
  expect((await tried(get(fileOf('config.yml', 'easter')), 404)).code).toBe('config.branch-not-found');
  expect((await tried(get('/config/files?branch=easter'), 404)).code).toBe('config.branch-not-found');
});

test('a file is saved with the ETag that it was read with, or not at all', async () => {
  const { etag } = await open('config.yml', 'christmas');
  const write = () => put(fileOf('config.yml', 'christmas'));
  await write().send({ content: 'x: 1\n' }).expect(428);
  const content = SHOWN.replace('Films', 'Snow');
  const { body } = await write().set('if-match', etag).send({ content, message: 'Snow' }).expect(200);
  expect(body.data).toMatchObject({ content, path: 'config.yml' });
  await write().set('if-match', etag).send({ content: 'x: 1\n' }).expect(412);
  const both = ['y: 1\n', 'z: 1\n'].map((text) =>
    write().set('if-match', body.data.etag).send({ content: text }),
  );
  expect((await Promise.all(both.map(async (one) => (await one).status))).sort()).toEqual([200, 412]);
  expect(await onDisk('config.yml')).toBe(YAML);
});

test('files are made, moved and removed; a name is a file or a folder', async () => {
  await create('snow/new.yml').expect(201);
  for (const path of ['snow/new.yml', 'snow/new.yml/x.yml', 'config.yml'])
    expect((await tried(create(path), 409)).code).toBe('config.file-exists');
  const { etag } = await open('snow/new.yml', 'christmas');
  const move = (to: string) =>
    post(`/config/files/${fileIdOf('snow/new.yml')}/move?branch=christmas`)
      .set('if-match', etag)
      .send({ path: to });
  expect((await tried(move('config.yml'), 409)).code).toBe('config.file-exists');
  expect((await tried(move('snow/new.txt'), 422)).code).toBe('config.name-refused');
  await move('ice/new.yml').expect(200);
  await drop(fileOf('overlays/a.yml', 'christmas')).set('if-match', '"other"').expect(412);
  await drop(fileOf('overlays/a.yml', 'christmas')).set('if-match', '*').expect(200);
  expect(await paths()).toEqual(['config.yml', 'ice/new.yml']);
  expect((await read('christmas')).versions.map(({ message }: { message: string }) => message)).toEqual([
    'Remove overlays/a.yml',
    'Move snow/new.yml to ice/new.yml',
    'Add snow/new.yml',
    'Begin christmas',
  ]);
  expect(git('ls-tree', '-r', '--name-only', 'christmas')).toBe('config.yml\nice/new.yml\n');
  expect(git('fsck', '--strict')).toBe('');
  expect(await onDisk('overlays/a.yml')).toBe('overlays:\n');
});

test('hostile names are refused as in the folder', async () => {
  const { etag } = await open('config.yml', 'christmas');
  const taken: string[] = [];
  for (const [name, path] of [
    ...hostilePaths,
    ['a picture', 'a.png'],
    ['left to Kometa', 'logs/a.yml'],
  ] as const) {
    const move = post(`/config/files/${fileIdOf('config.yml')}/move?branch=christmas`).set('if-match', etag);
    for (const { status, body } of [await create(path), await move.send({ path })])
      if (status !== 422 || !['config.name-refused', 'request.invalid'].includes(body.error.code))
        taken.push(`${name}: ${status}`);
  }
  expect(taken).toEqual([]);
  expect(await paths()).toEqual(['config.yml', 'overlays/a.yml']);
});

test('no secret is kept: what the folder would not give back is refused with its place', async () => {
  const { etag } = await open('config.yml', 'christmas');
  const write = (content: string) =>
    put(fileOf('config.yml', 'christmas')).set('if-match', etag).send({ content });
  const refused = await tried(
    write(`${SHOWN.replace('<<hidden:plex/token>>', 'N3W')}tmdb:\n  apikey: K3Y\n`),
    422,
  );
  expect(refused).toMatchObject({
    code: 'config.branch-secret',
    details: [
      { file: 'config.yml', line: 3, column: 10 },
      { file: 'config.yml', line: 7, column: 11 },
    ],
  });
  expect(JSON.stringify(refused)).not.toMatch(/N3W|K3Y/);
  expect((await tried(create('.env', 'TOKEN=N3W\n'), 422)).code).toBe('config.branch-secret');
  // Where nobody looks for a secret its placeholder must not stand.
  expect((await tried(write(`${SHOWN}x: <<hidden:plex/token>>\n`), 422)).code).toBe('config.secret-exposed');
  // The folder's own value becomes its placeholder.
  expect((await write(YAML.replace('Films', 'Snow')).expect(200)).body.data.content).toBe(
    SHOWN.replace('Films', 'Snow'),
  );
  const all = git('cat-file', '--batch-all-objects', '--batch');
  for (const secret of ['T0K3N', 'N3W', 'K3Y']) expect(all).not.toContain(secret);
});

test('what was pushed with a secret is shown without it, and what is no text is not shown', async () => {
  const blob = (bytes: string | Buffer) => gitWith(bytes, 'hash-object', '-w', '--stdin').trim();
  const entries = [
    `100644 blob ${blob('plex:\n  token: PUSH3D\n')}\tconfig.yml`,
    `100644 blob ${blob(Buffer.from([0xff, 0xfe, 0]))}\tbinary.yml`,
    `100644 blob ${blob('x')}\tpicture.png`,
    `100644 blob ${blob('x')}\tcon.yml`,
    `120000 blob ${blob('/etc/passwd')}\tlink.yml`,
  ];
  const tree = gitWith(entries.join('\n'), 'mktree').trim();
  const made = git(
    ...[
      '-c',
      'user.name=Grace',
      '-c',
      'user.email=g@example.org',
      'commit-tree',
      tree,
      '-p',
      'main',
      '-m',
      'P',
    ],
  ).trim();
  git('update-ref', 'refs/heads/pushed', made);
  const listed = (await get('/config/files?branch=pushed').expect(200)).body.data;
  expect(listed.map(({ path }: { path: string }) => path)).toEqual(['binary.yml', 'config.yml']);
  const { content, etag } = await open('config.yml', 'pushed');
  expect(content).toBe('plex:\n  token: <<hidden:plex/token>>\n');
  expect((await tried(get(fileOf('binary.yml', 'pushed')), 415)).code).toBe('config.not-text');
  const version = await get(`/config/versions/${made}/files/${fileIdOf('config.yml')}`).expect(200);
  const compared = await get(`/config/compare/files/${fileIdOf('config.yml')}?to=${made}`).expect(200);
  for (const { body } of [version, compared]) expect(JSON.stringify(body)).not.toContain('PUSH3D');
  // It is saved again without it.
  await put(fileOf('config.yml', 'pushed'))
    .set('if-match', etag)
    .send({ content: `${content}a: 1\n` })
    .expect(200);
  expect(git('show', 'pushed:config.yml')).toBe(`${content}a: 1\n`);
});

test('drafts of a branch are apart from those of the folder, and go with a moved file', async () => {
  const draftOf = (path: string, branch?: string) => fileOf(path, branch).replace(/(\?|$)/, '/draft$1');
  const keep = (branch: string | undefined, text: string) =>
    put(draftOf('config.yml', branch)).send({ text, baseEtag: '"x"' }).expect(200);
  await keep(undefined, 'folder');
  await keep('christmas', 'branch');
  const texts = async () =>
    await Promise.all(
      [undefined, 'christmas'].map(async (one) => (await get(draftOf('config.yml', one))).body.data?.text),
    );
  expect(await texts()).toEqual(['folder', 'branch']);
  expect(
    (
      await asking(() => config, 'admin')
        .get(draftOf('config.yml', 'christmas'))
        .expect(200)
    ).body.data,
  ).toBeNull();
  await post(`/config/files/${fileIdOf('config.yml')}/move?branch=christmas`)
    .set('if-match', '*')
    .send({ path: 'moved.yml' })
    .expect(200);
  expect((await get(draftOf('moved.yml', 'christmas')).expect(200)).body.data.text).toBe('branch');
  expect((await get(draftOf('config.yml')).expect(200)).body.data.text).toBe('folder');
  await drop(draftOf('moved.yml', 'christmas')).expect(200);
  expect((await get(draftOf('moved.yml', 'christmas')).expect(200)).body.data).toBeNull();
  expect((await tried(get(draftOf('config.yml', 'easter')), 404)).code).toBe('config.branch-not-found');
});

test('a save over an older reading is merged with what the branch says now', async () => {
  const { content, etag } = await open('config.yml', 'christmas');
  await save('config.yml', 'christmas', content.replace('Films', 'Snow'));
  const mine = content.replace('http:', 'https:');
  for (const began of [{ base: content }, { baseEtag: etag }]) {
    const merge = post(`/config/files/${fileIdOf('config.yml')}/merge?branch=christmas`);
    const { body } = await merge.send({ mine, ...began }).expect(200);
    expect(body.data).toMatchObject({
      ...{ conflicts: [], text: content.replace('http:', 'https:').replace('Films', 'Snow') },
      etag: (await open('config.yml', 'christmas')).etag,
    });
  }
  const other = post(`/config/files/${fileIdOf('config.yml')}/merge?branch=christmas`);
  expect((await tried(other.send({ mine, baseEtag: '"never"' }), 404)).code).toBe('config.version-not-found');
});

test('a text that is too long, or none, is refused', async () => {
  expect((await tried(create('a.yml', 'a'.repeat(10_000_001)), 422)).code).toBe('request.invalid');
  expect((await tried(create('a.yml', 'ä'.repeat(5_000_001)), 413)).code).toBe('request.too-large');
  expect((await tried(create('a.yml', 'a\0'), 422)).code).toBe('request.invalid');
  await add('a.yml', 'christmas', '');
  expect(await open('a.yml', 'christmas')).toMatchObject({ content: '', sizeBytes: 0 });
});
