import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { readPreset } from './read-preset.ts';

const FILMS = 'collections:\n  # mine\n  First:\n    plex_all: true\n';
const CONFIG = 'plex:\n  token: T0K3N\nlibraries:\n  Films:\n';
const wish = {
  ...{ title: 'Decade', what: '', kind: 'collection', library: 'movie', name: 'Best of the <<decade>>s' },
  variables: [
    { name: 'decade', label: 'First year', kind: 'number', default: 1990 },
    { name: 'schedule', label: 'When', kind: 'text', optional: true },
    { name: 'mode', label: 'Mode', kind: 'choice', choices: ['sync', 'append'], default: 'sync' },
  ],
  yaml: 'plex_search:\n  all:\n    decade: <<decade>> # ten years\nsync_mode: <<mode>>\nschedule: <<schedule>>\n',
};

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await mkdir(join(config.root, 'collections'));
  await writeFile(join(config.root, 'collections/films.yml'), FILMS);
  await writeFile(join(config.root, 'config.yml'), CONFIG);
});
afterEach(() => config.close());
const { get, post, drop } = asking(() => config, 'editor');
const onDisk = (path: string) => readFile(join(config.root, path), 'utf8');
const save = async (over = {}) =>
  (
    await post('/config/templates')
      .send({ ...wish, ...over })
      .expect(201)
  ).body.data.id;
const inFilms = { fileId: fileIdOf('collections/films.yml') };
const use = (id: string, body: object) =>
  post(`/config/templates/${id}/use`).send({ values: {}, target: inFilms, ...body });
const refusal = async (asked: ReturnType<typeof use>) => {
  const { status, body } = await asked;
  return [status, body.error?.code, body.error?.details?.[0]?.path];
};

test('a template of one’s own is kept for everybody, filled, and written behind the others', async () => {
  await get('/config/versions').expect(200);
  const id = await save();
  expect((await get('/config/templates').expect(200)).body.data).toMatchObject([{ id, shipped: false }]);
  const { body } = await use(id, { values: { decade: 1980 } }).expect(200);
  expect(body.data).toEqual({
    ...{ name: 'Best of the 1980s', line: 6, listedIn: null },
    file: { fileId: inFilms.fileId, path: 'collections/films.yml' },
  });
  const wanted =
    '\n  Best of the 1980s:\n    plex_search:\n      all:\n        decade: 1980 # ten years\n    sync_mode: sync\n';
  expect(await onDisk('collections/films.yml')).toBe(FILMS + wanted);
  const { entries } = (await get('/config/versions?limit=1').expect(200)).body.data;
  expect(entries[0]).toMatchObject({ by: 'Test editor', message: 'Add Best of the 1980s by a template' });
  await drop(`/config/templates/${id}`).expect(200);
  await get(`/config/templates/${id}`).expect(404);
  await drop(`/config/templates/${id}`).expect(404);
});

test('a look at what it would write writes nothing', async () => {
  const id = await save();
  const target = { newFile: 'collections/decades.yml', library: 'Films' };
  const { body } = await post(`/config/templates/${id}/preview`).send({ values: {}, target }).expect(200);
  expect(body.data).toMatchObject({ name: 'Best of the 1990s', line: 2, listedIn: 'Films' });
  expect(body.data.changes).toMatchObject([
    { path: 'collections/decades.yml', before: null },
    { path: 'config.yml', before: CONFIG.replace('T0K3N', '<<hidden:plex/token>>') },
  ]);
  await expect(onDisk('collections/decades.yml')).rejects.toThrow('ENOENT');
  expect(await onDisk('config.yml')).toBe(CONFIG);
});

test('a new file is listed by its library in the same version, and secrets stay', async () => {
  const id = await save();
  await get('/config/versions').expect(200);
  await use(id, { target: { newFile: 'collections/decades.yml', library: 'Films' } }).expect(200);
  expect(await onDisk('collections/decades.yml')).toContain('collections:\n  Best of the 1990s:\n');
  expect(await onDisk('config.yml')).toBe(
    `${CONFIG}    collection_files:\n      - file: config/collections/decades.yml\n`,
  );
  const { entries } = (await get('/config/versions?limit=1').expect(200)).body.data;
  expect(entries[0].files).toMatchObject([
    { path: 'collections/decades.yml', change: 'added' },
    { path: 'config.yml', change: 'changed' },
  ]);
});

test('a playlist’s file is listed for all, a library goes into config.yml', async () => {
  const playlist = await save({ kind: 'playlist', variables: [], name: 'Evening', yaml: 'plex_all: true\n' });
  await use(playlist, { target: { newFile: 'playlists.yml', library: null } }).expect(200);
  expect(await onDisk('config.yml')).toContain('playlist_files:\n  - file: config/playlists.yml\n');
  const library = await save({ kind: 'library', variables: [], name: 'TV', yaml: 'operations:\n  x: 1\n' });
  const inConfig = { fileId: fileIdOf('config.yml') };
  await use(library, { target: inConfig }).expect(200);
  expect(await onDisk('config.yml')).toContain('  Films:\n\n  TV:\n    operations:\n');
  expect(await onDisk('config.yml')).toContain('token: T0K3N');
  expect((await get('/config/template-targets').expect(200)).body.data).toEqual({
    files: [
      { ...inFilms, path: 'collections/films.yml', kind: 'collection' },
      { ...inConfig, path: 'config.yml', kind: 'library' },
      { fileId: fileIdOf('playlists.yml'), path: 'playlists.yml', kind: 'playlist' },
    ],
    libraries: ['Films', 'TV'],
  });
});

test('what cannot be is refused with its reason, and nothing is written', async () => {
  const id = await save();
  const newFile = (name: string, library: string | null = null) => ({ target: { newFile: name, library } });
  expect(await refusal(use(id, { values: { decade: '1980' } }))).toEqual([
    ...[422, 'config.template-invalid', 'body.values.decade'],
  ]);
  expect(await refusal(use(id, { values: { decade: null } }))).toContain('body.values.decade');
  expect(await refusal(use(id, { values: { mode: 'other' } }))).toContain('body.values.mode');
  expect(await refusal(use(id, { values: { nobody: 1 } }))).toContain('body.values.nobody');
  expect(await refusal(use(id, { name: 'First' }))).toEqual([409, 'config.template-refused', 'body.name']);
  expect(await refusal(use(id, { target: { fileId: fileIdOf('config.yml') } }))).toContain(409);
  expect(await refusal(use(id, newFile('collections/films.yml')))).toContain('config.file-exists');
  expect(await refusal(use(id, newFile('a.txt')))).toContain('body.target.newFile');
  expect(await refusal(use(id, newFile('../a.yml')))).toContain('config.name-refused');
  expect(await refusal(use(id, newFile('a.yml', 'Nobody')))).toContain('body.target.library');
  expect(await refusal(use('nobody', {}))).toEqual([404, 'config.template-not-found', undefined]);
  expect(await onDisk('collections/films.yml')).toBe(FILMS);
  expect(await onDisk('config.yml')).toBe(CONFIG);
});

test.each([
  ['no block', { yaml: '- a\n' }, 'body.yaml'],
  ['no YAML', { yaml: 'a: [\n' }, 'body.yaml'],
  ['a secret', { yaml: 'radarr:\n  token: abcdef0123456789\n' }, 'body.yaml'],
  ['a hidden secret', { yaml: 'radarr:\n  token: <<hidden:radarr/token>>\n' }, 'body.yaml'],
  ['two of a name', { variables: [wish.variables[0], wish.variables[0]] }, 'body.variables.1.name'],
  ['no choices', { variables: [{ name: 'a', label: 'A', kind: 'choice' }] }, 'body.variables.0.choices'],
  [
    'another default',
    { variables: [{ name: 'a', label: 'A', kind: 'number', default: 'x' }] },
    'body.variables.0.default',
  ],
])('a template with %s is refused', async (_name, over, path) => {
  const { body } = await post('/config/templates')
    .send({ ...wish, ...over })
    .expect(422);
  expect(body.error).toMatchObject({ code: 'config.template-invalid', details: [{ path }] });
});

test('a preset keeps the comments of its definition', () => {
  const source =
    'title: All\nwhat: x\nkind: collection\nname: All\ndefinition:\n  # why\n  plex_all: true # all\n';
  expect(readPreset('all', source)).toEqual({
    ...{ id: 'all', title: 'All', what: 'x', kind: 'collection', library: null, name: 'All' },
    ...{ variables: [], yaml: '# why\nplex_all: true # all\n', shipped: true },
  });
  expect(() => readPreset('all', source.replace('kind: collection', 'kind: other'))).toThrow();
});
