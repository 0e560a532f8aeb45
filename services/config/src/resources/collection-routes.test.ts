import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectionSummary } from '@marquee/contracts';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

jest.setTimeout(30_000);

const CONFIG = `# Kometa
libraries:
  Films: # all of them
    collection_files:
      - file: config/films.yml   # mine
      - folder: config/shared
  Series:
plex:
  token: T0K3N-T0K3N
`;
const FILMS = `# Mine
collections:
  # By Ada
  Best of 1999:           # a good year
    imdb_list: ls1
    schedule: 'weekly(sunday)'
    changes_webhooks: https://discord.com/api/webhooks/1/S3CR3T-S3CR3T

  Trakt v1.5/“x”:
    trakt_list: https://trakt.tv/users/a/lists/b
    imdb_lst: oops

dynamic_collections:
  Genres:
    type: genre
`;
const SHARED =
  'collections:\r\n  Shared: &s\r\n    plex_all: true\r\n  Other: *s\r\n  More:\r\n    <<: *s\r\n    limit: 5\r\n';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await mkdir(join(config.root, 'shared'));
  await put('config.yml', CONFIG);
  await put('films.yml', FILMS);
  await put('shared/a.yml', SHARED);
  await put('empty.yml', 'collections:\n');
  // What is found is a version of its own.
  await get('/config/versions').expect(200);
});
afterEach(() => config.close());
const { get, post, put: send, drop } = asking(() => config, 'editor');
const put = (path: string, text: string) => writeFile(join(config.root, path), text);
const onDisk = (path: string) => readFile(join(config.root, path), 'utf8');
const list = async () => (await get('/collections').expect(200)).body.data;
const named = async (name: string): Promise<CollectionSummary> => {
  const found = (await list()).collections.find((one: CollectionSummary) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
};
const open = async (name: string) =>
  (await get(`/collections/${(await named(name)).id}`).expect(200)).body.data;
const save = (one: { id: string; etag: string }, body: object) =>
  send(`/collections/${one.id}`).set('if-match', one.etag).send(body);
const bulk = async (names: string[], action: object) => {
  const ids = await Promise.all(names.map(async (name) => (await named(name)).id));
  return (await post('/collections/bulk').send({ ids, action }).expect(200)).body.data;
};
const undo = (versionId: string) => post(`/config/versions/${versionId}/undo`);

test('all of them, with the libraries they are for and what is wrong in them', async () => {
  const { collections, files, more } = await list();
  expect(collections.map(({ file, line, name }: CollectionSummary) => `${file}:${line} ${name}`)).toEqual([
    'films.yml:4 Best of 1999',
    'films.yml:9 Trakt v1.5/“x”',
    'films.yml:14 Genres',
    'shared/a.yml:2 Shared',
    'shared/a.yml:4 Other',
    'shared/a.yml:5 More',
  ]);
  expect(collections[0]).toMatchObject({
    ...{ section: 'collections', title: 'Best of 1999', enabled: true, libraries: ['Films'] },
    ...{ builders: ['imdb_list'], needs: ['imdb'], schedule: 'weekly(sunday)' },
    problems: { errors: 0, warnings: 0 },
  });
  expect(collections[1].problems).toEqual({ errors: 1, warnings: 0 });
  expect(collections[2]).toMatchObject({ section: 'dynamic_collections', libraries: ['Films'] });
  expect([...files, more]).toEqual([
    { fileId: fileIdOf('films.yml'), path: 'films.yml', libraries: ['Films'], editable: true },
    { fileId: fileIdOf('shared/a.yml'), path: 'shared/a.yml', libraries: ['Films'], editable: true },
    0,
  ]);
});

test('one of them says what it says, without its secrets', async () => {
  const best = await open('Best of 1999');
  expect(best.values).toEqual({
    imdb_list: 'ls1',
    schedule: 'weekly(sunday)',
    changes_webhooks: expect.stringMatching(/<<hidden:/),
  });
  expect(best.text).toMatch(/^ {2}# By Ada\n {2}Best of 1999: {11}# a good year\n/);
  expect(JSON.stringify([best, await list()])).not.toContain('S3CR3T');
  expect((await open('More')).values).toEqual({ plex_all: true, limit: 5 });
  await get('/collections/AAAAAAAAAAAAAAAAAAAAAA').expect(404);
});

test('a save makes the smallest edit, and the secret stays', async () => {
  const best = await open('Best of 1999');
  const { body } = await save(best, {
    values: { ...best.values, imdb_list: ['ls1', 'ls2'], limit: 10 },
  }).expect(200);
  expect(await onDisk('films.yml')).toBe(
    FILMS.replace('    imdb_list: ls1\n', '    imdb_list:\n      - ls1\n      - ls2\n').replace(
      'S3CR3T-S3CR3T\n',
      'S3CR3T-S3CR3T\n    limit: 10\n',
    ),
  );
  expect(body.data).toMatchObject({ id: best.id, values: { limit: 10 } });
  expect(body.data.etag).toBe((await open('Best of 1999')).etag);
  const versions = (await get('/config/versions')).body.data.entries;
  expect(versions[0]).toMatchObject({ by: 'Test editor', message: 'Change “Best of 1999” in films.yml' });
  // The same again is no version.
  await save(body.data, { values: body.data.values }).expect(200);
  expect((await get('/config/versions')).body.data.total).toBe(versions.length);
});

test('its lines as they were written, with the secret behind its placeholder', async () => {
  const best = await open('Best of 1999');
  const text = best.text
    .replace('  # By Ada\n', '')
    .replace('imdb_list: ls1', 'imdb_list: "ls2"   # better')
    .replace('  Best of 1999:  ', '  Best of 2000:  ');
  const write = (etag: string, body: object) =>
    send(`/collections/${best.id}/text`).set('if-match', etag).send(body);
  await send(`/collections/${best.id}/text`).send({ text }).expect(428);
  expect((await write('"other"', { text }).expect(412)).body.error.code).toBe('request.precondition-failed');
  const taken = await write(best.etag, { text: '  Trakt v1.5/“x”:\n    limit: 1\n' }).expect(409);
  expect(taken.body.error.code).toBe('config.definition-exists');
  for (const [wrong, message] of [
    ['  A:\n    limit: [\n', /line/],
    ['  A:\n    limit: 1\n  B:\n    limit: 1\n', /one name/],
  ] as const) {
    const { error } = (await write(best.etag, { text: wrong }).expect(422)).body;
    expect(error).toMatchObject({
      code: 'config.lines-refused',
      details: [{ path: 'body.text', file: 'films.yml', message: expect.stringMatching(message) }],
    });
  }
  expect(await onDisk('films.yml')).toBe(FILMS);

  const { body } = await write(best.etag, { text }).expect(200);
  expect(await onDisk('films.yml')).toBe(
    FILMS.replace('  # By Ada\n', '')
      .replace('imdb_list: ls1', 'imdb_list: "ls2"   # better')
      .replace('  Best of 1999:  ', '  Best of 2000:  '),
  );
  const saved = await open('Best of 2000');
  expect(body.data).toMatchObject({ id: saved.id, line: 3, values: { imdb_list: 'ls2' }, etag: saved.etag });
  expect((await get('/config/versions')).body.data.entries[0]).toMatchObject({
    message: 'Change “Best of 2000” in films.yml',
  });
  await write(best.etag, { text }).expect(404);
});

test('of two who change the same one the second is told; another one of the file may change meanwhile', async () => {
  const [best, trakt] = [await open('Best of 1999'), await open('Trakt v1.5/“x”')];
  await save(best, { values: { imdb_list: 'ls2' } }).expect(200);
  expect((await save(best, { values: { imdb_list: 'ls3' } }).expect(412)).body.error.code).toBe(
    'request.precondition-failed',
  );
  await send(`/collections/${best.id}`).send({ values: {} }).expect(428);
  await save(trakt, { values: { plex_all: true } }).expect(200);
  expect(await onDisk('films.yml')).toMatch(/ls2[\s\S]*plex_all: true/);
});

test('another name is another id; one in use is refused', async () => {
  const best = await open('Best of 1999');
  const taken = await save(best, { values: best.values, name: 'Trakt v1.5/“x”' }).expect(409);
  expect(taken.body.error.code).toBe('config.definition-exists');
  const { body } = await save(best, { values: best.values, name: 'yes: no' }).expect(200);
  expect(body.data).toMatchObject({ name: 'yes: no', line: 4 });
  expect(body.data.id).not.toBe(best.id);
  expect(await onDisk('films.yml')).toBe(FILMS.replace('Best of 1999:', "'yes: no':"));
  await get(`/collections/${best.id}`).expect(404);
});

test.each([
  ['an alias', 'Other', { plex_all: false }, null],
  ['what a << brings', 'More', { limit: 6 }, 'edit'],
  ['what others repeat', 'Shared', { plex_all: true, limit: 1 }, 'shared'],
])('%s', async (_what, name, values, refused) => {
  const one = await open(name);
  const { body } = await save(one, { values }).expect(refused === null ? 200 : 422);
  if (refused === null)
    expect(await onDisk('shared/a.yml')).toContain('\r\n  Other:\r\n    plex_all: false\r\n');
  else {
    expect(body.error).toMatchObject({
      code: 'config.edit-refused',
      details: [{ file: 'shared/a.yml', fix: expect.stringContaining('Files') }],
    });
    expect(await onDisk('shared/a.yml')).toBe(SHARED);
  }
});

test('a file with a name twice is listed, and left to be mended', async () => {
  await put('twice.yml', 'collections:\n  A:\n    limit: 1\n  A:\n    limit: 2\n');
  const one = await open('A');
  const { body } = await save(one, { values: { limit: 3 } }).expect(422);
  expect(body.error.details[0].message).toMatch(/twice/);
});

test('a new one into a file, and into a new file that the library lists from then on', async () => {
  const { body } = await post('/collections')
    .send({
      fileId: fileIdOf('empty.yml'),
      name: '1980s',
      values: { plex_search: { any: { decade: 1980 } } },
    })
    .expect(201);
  expect(body.data).toMatchObject({
    name: '1980s',
    file: 'empty.yml',
    libraries: [],
    builders: ['plex_search'],
  });
  expect(await onDisk('empty.yml')).toBe(
    'collections:\n  1980s:\n    plex_search:\n      any:\n        decade: 1980\n',
  );
  const again = { fileId: fileIdOf('empty.yml'), name: '1980s', values: {} };
  expect((await post('/collections').send(again).expect(409)).body.error.code).toBe(
    'config.definition-exists',
  );

  const made = { newFile: 'new/mine.yml', name: 'Mine', values: { plex_all: true }, library: 'Series' };
  const mine = (await post('/collections').send(made).expect(201)).body.data;
  expect(mine.libraries).toEqual(['Series']);
  expect(await onDisk('new/mine.yml')).toBe('collections:\n  Mine:\n    plex_all: true\n');
  expect(await onDisk('config.yml')).toBe(
    CONFIG.replace('  Series:\n', '  Series:\n    collection_files:\n      - file: config/new/mine.yml\n'),
  );
  const [version] = (await get('/config/versions')).body.data.entries;
  expect(version.files).toHaveLength(2);
  expect((await post('/collections').send(made).expect(409)).body.error.code).toBe('config.file-exists');
  await undo(version.id).expect(200);
  expect(await onDisk('config.yml')).toBe(CONFIG);
  await expect(onDisk('new/mine.yml')).rejects.toThrow('ENOENT');
});

test.each([
  ['no such library', { newFile: 'x.yml', library: 'Nobody' }, 'request.invalid', 'body.library'],
  ['a name that leads out', { newFile: '../x.yml' }, 'config.name-refused', 'body.newFile'],
  ['no YAML', { newFile: 'x.txt' }, 'config.name-refused', 'body.newFile'],
  ['neither file', {}, 'request.invalid', 'body.fileId'],
  ['both', { newFile: 'x.yml', fileId: fileIdOf('films.yml') }, 'request.invalid', 'body.fileId'],
])('a new one with %s is refused', async (_what, body, code, path) => {
  const answer = await post('/collections').send({ name: 'A', values: {}, ...body });
  expect(answer.body.error).toMatchObject({ code, details: [{ path }] });
  expect(await onDisk('config.yml')).toBe(CONFIG);
});

test('taken out with its comment, and put back by undoing that', async () => {
  const best = await open('Best of 1999');
  await drop(`/collections/${best.id}`).set('if-match', '"other"').expect(412);
  const { body } = await drop(`/collections/${best.id}`).set('if-match', best.etag).expect(200);
  expect(await onDisk('films.yml')).toBe(
    FILMS.slice(0, FILMS.indexOf('  # By Ada')) + FILMS.slice(FILMS.indexOf('  Trakt')),
  );
  const undone = (await undo(body.data.versionId).expect(200)).body.data;
  // What nobody has any more is told.
  expect(undone.missingSecrets).toMatchObject([{ path: 'films.yml', line: 7 }]);
  expect((await open('Best of 1999')).text).toBe(best.text);
});

test('many at once are one version, which can be undone after further edits', async () => {
  const done = await bulk(['Best of 1999', 'Trakt v1.5/“x”', 'Genres', 'Shared'], { kind: 'disable' });
  expect(done).toMatchObject({
    changed: 2,
    version: { message: 'Switch off 2 collections', files: [{ path: 'films.yml' }] },
    refused: [
      { name: 'Genres', message: expect.stringContaining('no switch') },
      { name: 'Shared', message: expect.stringContaining('*s') },
    ],
  });
  expect((await named('Best of 1999')).enabled).toBe(false);
  const trakt = await open('Trakt v1.5/“x”');
  await put('films.yml', (await onDisk('films.yml')).replace('type: genre', 'type: country'));
  await undo(done.version.id).expect(200);
  expect(await onDisk('films.yml')).toBe(FILMS.replace('type: genre', 'type: country'));
  expect((await open('Trakt v1.5/“x”')).etag).not.toBe(trakt.etag);
  // A second time there is nothing left to take back.
  expect((await undo(done.version.id).expect(200)).body.data.version).toBeNull();
});

test('undo writes nothing where the same lines changed again, and names them', async () => {
  const { version } = await bulk(['Best of 1999'], { kind: 'set', path: ['imdb_list'], value: 'ls2' });
  await bulk(['Best of 1999'], { kind: 'set', path: ['imdb_list'], value: 'ls3' });
  const before = await onDisk('films.yml');
  const { body } = await undo(version.id).expect(409);
  expect(body.error).toMatchObject({
    code: 'config.undo-conflict',
    details: [{ file: 'films.yml', line: 5, message: expect.stringContaining('ls3') }],
  });
  expect(await onDisk('films.yml')).toBe(before);
  await undo('0'.repeat(40)).expect(404);
});

test('undo does not leave a file that cannot be read', async () => {
  const one = await open('Best of 1999');
  const { body } = await drop(`/collections/${one.id}`).set('if-match', one.etag).expect(200);
  // Meanwhile somebody writes another one of the name, elsewhere in the file.
  const again = { fileId: one.fileId, name: 'Best of 1999', values: { plex_all: true } };
  await post('/collections').send(again).expect(201);
  const before = await onDisk('films.yml');
  const refused = await undo(body.data.versionId).expect(409);
  expect(refused.body.error).toMatchObject({
    code: 'config.undo-conflict',
    details: [{ file: 'films.yml', message: expect.stringContaining('twice') }],
  });
  expect(await onDisk('films.yml')).toBe(before);
});

test('definitions are not written into config.yml, nor into what is no YAML', async () => {
  await put('note.txt', 'x');
  const { id } = await named('Best of 1999');
  for (const path of ['config.yml', 'note.txt']) {
    const fileId = fileIdOf(path);
    const wishes = [
      post('/collections').send({ fileId, name: 'A', values: {} }),
      post('/collections/bulk').send({ ids: [id], action: { kind: 'move', fileId } }),
    ];
    for (const wish of wishes) expect((await wish.expect(422)).body.error.code).toBe('config.edit-refused');
  }
});

test('moved and copied as they are written, secrets and comments with them', async () => {
  const moved = await bulk(['Best of 1999', 'More', 'Genres'], {
    kind: 'move',
    fileId: fileIdOf('empty.yml'),
  });
  expect(moved).toMatchObject({
    changed: 2,
    version: { message: 'Move 2 collections to empty.yml' },
    refused: [{ name: 'More', message: expect.stringContaining('*s') }],
  });
  expect(await onDisk('empty.yml')).toBe(
    `collections:\n${FILMS.slice(FILMS.indexOf('  # By Ada'), FILMS.indexOf('\n  Trakt'))}\n${FILMS.slice(FILMS.indexOf('dynamic_'))}`,
  );
  expect(await onDisk('films.yml')).not.toContain('By Ada');
  const copied = await bulk(['Best of 1999'], { kind: 'copy', fileId: fileIdOf('empty.yml') });
  expect(copied).toMatchObject({ changed: 1, refused: [] });
  expect((await onDisk('empty.yml')).match(/S3CR3T-S3CR3T/g)).toHaveLength(2);
  expect((await open('Best of 1999 (copy)')).values.imdb_list).toBe('ls1');
  await undo(copied.version.id).expect(200);
  await undo(moved.version.id).expect(200);
  expect([await onDisk('films.yml'), await onDisk('empty.yml')]).toEqual([FILMS, 'collections:\n']);
});

test('template variables, keys that go, and ids of nothing', async () => {
  await put('t.yml', 'collections:\n  A:\n    template: {name: x}\n    limit: 1\n  B:\n    limit: 1\n');
  const set = await bulk(['A', 'B'], { kind: 'set-variables', variables: { year: 1999 } });
  expect(set).toMatchObject({ changed: 1, refused: [{ name: 'B', message: 'It calls no template' }] });
  await bulk(['A', 'B'], { kind: 'unset', path: ['limit'] });
  expect(await onDisk('t.yml')).toBe('collections:\n  A:\n    template: {name: x, year: 1999}\n  B: {}\n');
  const nothing = { ids: ['AAAAAAAAAAAAAAAAAAAAAA'], action: { kind: 'delete' } };
  expect((await post('/collections/bulk').send(nothing).expect(200)).body.data).toMatchObject({
    ...{ version: null, changed: 0 },
    refused: [{ id: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  });
});

test('who may see some libraries only hears of nothing that is for others', async () => {
  const names = async (...libraries: string[]) => {
    const { body } = await asking(() => config, 'viewer', libraries)
      .get('/collections')
      .expect(200);
    const { collections, files } = body.data as { collections: CollectionSummary[]; files: unknown[] };
    expect(JSON.stringify(files)).not.toContain('"Films"');
    return collections.map(({ name }) => name);
  };
  const everybody = asking(() => config, 'viewer');
  expect((await everybody.get('/collections').expect(200)).body.data.collections.length).toBeGreaterThan(3);
  expect(await names('attic.2')).toEqual([]);
  expect(await names()).toEqual([]);
});
