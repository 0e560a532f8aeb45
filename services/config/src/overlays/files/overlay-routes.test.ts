import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSaved, MAX_OVERLAY_FILE_BYTES } from '@marquee/contracts';
import { fileIdOf } from '../../files/file-id.ts';
import { asking } from '../../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../../testing/running-config.ts';
import { until } from '../../testing/until.ts';

const RIBBONS = `overlays:
  # The best ones
  four-k:
    overlay:
      name: text(4K)
      horizontal_offset: 30
      vertical_offset: 30
    plex_all: true
`;
const ID = fileIdOf('overlays/ribbons.yml');
const FILE = `/overlays/files/${ID}`;

jest.setTimeout(30_000);

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await mkdir(join(config.root, 'overlays'));
  await writeFile(join(config.root, 'overlays/ribbons.yml'), RIBBONS);
  await writeFile(join(config.root, 'config.yml'), 'plex:\n  token: secret\n  overlays: no\n');
});
afterEach(() => config.close());
const { get, post, put, patch, drop } = asking(() => config, 'editor');
const onDisk = (path: string) => readFile(join(config.root, path), 'utf8');
const etagNow = async () => (await get(FILE).expect(200)).body.data.etag as string;
const save = async (text: string, message?: string) =>
  put(FILE)
    .set('if-match', await etagNow())
    .send({ text, ...(message === undefined ? {} : { message }) });
const versions = async () => (await get(`${FILE}/versions`).expect(200)).body.data;

test('the list holds every YAML file with overlays at its left edge, and no other', async () => {
  await writeFile(join(config.root, 'more.yaml'), 'queues: {}\n"overlays":\n  a:\n    overlay: 1\n');
  await writeFile(join(config.root, 'broken.yml'), 'overlays:\n  a: [\n');
  await writeFile(join(config.root, 'note.txt'), RIBBONS);
  await writeFile(join(config.root, 'collections.yml'), 'collections:\n  a:\n    overlays: 1\n');
  await writeFile(join(config.root, 'huge.yml'), RIBBONS + '#'.repeat(MAX_OVERLAY_FILE_BYTES));
  await symlink(join(config.root, 'more.yaml'), join(config.root, 'link.yml'));
  const { body } = await get('/overlays').expect(200);
  expect(body.data.map(({ path }: { path: string }) => path)).toEqual([
    'broken.yml',
    'more.yaml',
    'overlays/ribbons.yml',
  ]);
  expect(body.data[2]).toMatchObject({
    id: ID,
    entries: [{ mapping: 'four-k', kind: 'text', builders: ['plex_all'] }],
    problems: [],
  });
  expect(body.data[0].problems).not.toEqual([]);
});

test('the list is up to date after a change on the disk of the same size', async () => {
  const names = async () => (await get('/overlays').expect(200)).body.data[0].entries[0].mapping;
  expect(await names()).toBe('four-k');
  await writeFile(join(config.root, 'overlays/ribbons.yml'), RIBBONS.replace('four-k', 'nine-k'));
  expect(await names()).toBe('nine-k');
});

test('a file is read with its text, what Kometa makes of it, and its ETag', async () => {
  const { body, headers } = await get(FILE).expect(200);
  expect(body.data).toMatchObject({ path: 'overlays/ribbons.yml', text: RIBBONS });
  expect(headers.etag).toBe(body.data.etag);
  await get(FILE).set('if-none-match', body.data.etag).expect(304);
});

test('a config file without overlays is not opened here, nor are its versions', async () => {
  const id = fileIdOf('config.yml');
  expect((await get(`/overlays/files/${id}`).expect(404)).body.error.code).toBe('config.file-not-found');
  await get(`/overlays/files/${id}/versions`).expect(404);
  await put(`/overlays/files/${id}`).set('if-match', '*').send({ text: 'overlays:\n' }).expect(404);
  expect(await onDisk('config.yml')).toContain('token: secret');
});

test('a file that is too long is refused clearly', async () => {
  await writeFile(join(config.root, 'huge.yml'), RIBBONS + '#'.repeat(MAX_OVERLAY_FILE_BYTES));
  const { body } = await get(`/overlays/files/${fileIdOf('huge.yml')}`).expect(413);
  expect(body.error.details[0].message).toContain('1000000');
});

test('a save needs the ETag of the last reading, and is announced', async () => {
  const heard: unknown[] = [];
  await config.bus.subscribe(fileSaved, {}, (event) => void heard.push(event));
  await config.start();
  await put(FILE).send({ text: RIBBONS }).expect(428);
  await put(FILE).set('if-match', '"old"').send({ text: 'overlays:\n' }).expect(412);
  expect(await onDisk('overlays/ribbons.yml')).toBe(RIBBONS);
  const text = RIBBONS.replace('4K', '8K');
  const { body, headers } = await save(text).then((answer) => answer);
  expect(headers.etag).toBe(body.data.etag);
  expect(await onDisk('overlays/ribbons.yml')).toBe(text);
  await until(() => heard.length > 0);
  expect(heard).toEqual([{ fileId: ID, path: 'overlays/ribbons.yml', etag: body.data.etag, by: 'editor-1' }]);
});

test('a patch changes its lines and no other', async () => {
  const edits = [{ kind: 'set', mapping: 'four-k', attribute: 'horizontal_offset', value: 45 }];
  await patch(FILE).set('if-match', '"old"').send({ edits }).expect(412);
  const { body } = await patch(FILE)
    .set('if-match', await etagNow())
    .send({ edits, message: 'Move it' })
    .expect(200);
  expect(body.data.text).toBe(RIBBONS.replace('horizontal_offset: 30', 'horizontal_offset: 45'));
  expect(await onDisk('overlays/ribbons.yml')).toBe(body.data.text);
  expect((await versions())[0]).toMatchObject({ number: 2, message: 'Move it', by: 'Test editor' });
});

test('an impossible edit changes nothing', async () => {
  const edits = [{ kind: 'remove', mapping: 'nobody' }];
  const { body } = await patch(FILE)
    .set('if-match', await etagNow())
    .send({ edits })
    .expect(422);
  expect(body.error.code).toBe('overlay.edit-impossible');
  expect(await onDisk('overlays/ribbons.yml')).toBe(RIBBONS);
});

describe('versions', () => {
  test('begin with the file as it was found, then one for each save', async () => {
    await save(RIBBONS.replace('4K', '8K'), 'Sharper').then(({ status }) => expect(status).toBe(200));
    await save(RIBBONS, 'Back').then(({ status }) => expect(status).toBe(200));
    expect(await versions()).toMatchObject([
      { id: 'v3', number: 3, by: 'Test editor', message: 'Back' },
      { id: 'v2', number: 2, by: 'Test editor', message: 'Sharper' },
      { id: 'v1', number: 1, by: 'outside', sizeBytes: RIBBONS.length },
    ]);
    expect((await get(`${FILE}/versions/v1`).expect(200)).body.data.text).toBe(RIBBONS);
    expect((await get(`${FILE}/versions/v9`).expect(404)).body.error.code).toBe('overlay.version-not-found');
  });

  test('tell of what was changed beside us, between saves and after them', async () => {
    await save(RIBBONS.replace('4K', '8K'));
    await writeFile(join(config.root, 'overlays/ribbons.yml'), RIBBONS.replace('4K', 'by hand'));
    expect((await versions()).map(({ by }: { by: string }) => by)).toEqual([
      'outside',
      'Test editor',
      'outside',
    ]);
    await writeFile(join(config.root, 'overlays/ribbons.yml'), RIBBONS.replace('4K', 'again'));
    await save(RIBBONS);
    const all = await versions();
    expect(all.map(({ by }: { by: string }) => by)).toEqual([
      'Test editor',
      'outside',
      'outside',
      'Test editor',
      'outside',
    ]);
    expect((await get(`${FILE}/versions/v4`)).body.data.text).toContain('again');
  });

  test('hold the old text, which is written back like any other', async () => {
    await save('overlays:\n', 'Empty it');
    const { text } = (await get(`${FILE}/versions/v1`)).body.data;
    await save(text, 'As it was').then(({ status }) => expect(status).toBe(200));
    expect(await onDisk('overlays/ribbons.yml')).toBe(RIBBONS);
  });

  test('hold saves of the same file by the config files’ own routes', async () => {
    await put(`/config/files/${ID}`)
      .set('if-match', await etagNow())
      .send({ content: '' })
      .expect(200);
    expect((await versions()).map(({ by }: { by: string }) => by)).toEqual(['Test editor', 'outside']);
    // Also without a word in it, as it was an overlay file before.
    await get(FILE).expect(200);
  });

  test('of ten saves over the same reading one is kept', async () => {
    const etag = await etagNow();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        put(FILE)
          .set('if-match', etag)
          .send({ text: `overlays: # ${n}\n` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
    expect(await versions()).toHaveLength(2);
  });
});

describe('a new file', () => {
  const create = (path: string, text = RIBBONS) => post('/overlays/files').send({ path, text });

  test('is made with its first version', async () => {
    const { body } = await create('overlays/new/badges.yml').expect(201);
    expect(await onDisk('overlays/new/badges.yml')).toBe(RIBBONS);
    const { data } = (await get(`/overlays/files/${body.data.id}/versions`).expect(200)).body;
    expect(data).toMatchObject([{ number: 1, by: 'Test editor' }]);
  });

  test.each([
    ['overlays/ribbons.yml', 409, 'config.file-exists'],
    ['notes.txt', 422, 'config.name-refused'],
    ['.env', 422, 'config.name-refused'],
    ['../outside.yml', 422, 'config.name-refused'],
    ['logs/a.yml', 422, 'config.name-refused'],
  ])('named %s is refused', async (path, status, code) => {
    const { body } = await create(path).expect(status);
    expect(body.error.code).toBe(code);
  });

  test('without overlays is refused', async () => {
    const { body } = await create('a.yml', 'libraries:\n').expect(422);
    expect(body.error.code).toBe('overlay.invalid');
  });
});

describe('a draft', () => {
  test('belongs to one person and leaves the folder alone', async () => {
    expect((await get(`${FILE}/draft`).expect(200)).body.data).toBeNull();
    await put(`${FILE}/draft`).send({ text: 'a', baseEtag: '"1"' }).expect(200);
    const { body } = await put(`${FILE}/draft`).send({ text: 'b', baseEtag: '"1"' }).expect(200);
    expect(body.data).toEqual({ fileId: ID, baseEtag: '"1"', savedAt: expect.any(String) });
    expect((await get(`${FILE}/draft`)).body.data).toEqual({ ...body.data, text: 'b' });
    expect((await asking(() => config, 'admin').get(`${FILE}/draft`)).body.data).toBeNull();
    expect(await onDisk('overlays/ribbons.yml')).toBe(RIBBONS);
    await drop(`${FILE}/draft`).expect(200);
    expect((await get(`${FILE}/draft`)).body.data).toBeNull();
  });

  test('outlives its file, but is not begun for one that is not there', async () => {
    await put(`${FILE}/draft`).send({ text: 'typed', baseEtag: '"1"' }).expect(200);
    await rm(join(config.root, 'overlays/ribbons.yml'));
    expect((await get(`${FILE}/draft`).expect(200)).body.data.text).toBe('typed');
    await put(`${FILE}/draft`).send({ text: 'more', baseEtag: '"1"' }).expect(404);
    await drop(`${FILE}/draft`).expect(200);
    await get(`${FILE}/draft`).expect(404);
  });
});

describe('a hostile file', () => {
  const bomb = ['a0: &a0 [x, x]', ...levels(40), 'overlays:', '  a:', '    overlay: {name: *a40}'].join('\n');
  const deep = `overlays:\n  a: ${'['.repeat(100_000)}`;
  const wide = `overlays:\n${Array.from({ length: 40_000 }, (_, n) => `  k${n}: {}`).join('\n')}\n`;

  test.each([
    ['of references to references', bomb],
    ['nested a hundred thousand times', deep],
    ['of forty thousand keys', wide],
    ['with the name of every object’s ancestor', 'overlays:\n  __proto__:\n    overlay:\n      name: x\n'],
  ])('%s is listed and read with its problems', async (_name, text) => {
    await writeFile(join(config.root, 'hostile.yml'), text);
    const { body } = await get(`/overlays/files/${fileIdOf('hostile.yml')}`).expect(200);
    expect(body.data.problems.length + body.data.entries.length).toBeGreaterThan(0);
    await get('/overlays').expect(200);
    expect(Object.hasOwn(Object.prototype, 'overlay')).toBe(false);
    const { status } = await asking(() => config, 'viewer')
      .post('/overlays/items')
      .send({ itemIds: ['attic.1001'], files: [text] });
    expect([200, 422]).toContain(status);
  });
});

function levels(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`);
}
