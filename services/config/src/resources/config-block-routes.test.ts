import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

jest.setTimeout(30_000);

const CONFIG = `# Kometa's own
libraries:   # all
  # Ours
  Films:
    schedule: weekly(sunday)
    collection_files:
      - default: basic   # charts
    operations:
      mass_genre_update: tmdb # by Ada
    radarr:
      url: http://radarr
      token: T0K3N-T0K3N

  Series:
  Kids:
    library_name: Private
    template_variables: {language: en}
    schedule: [daily, monthly(1)]
settings:
  cache: true    # keep
  sync_mode: append
plex: {url: http://plex, token: PL3X-PL3X}
`;
let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await put(CONFIG);
});
afterEach(() => config.close());
const { get, post, put: send, drop } = asking(() => config, 'editor');
const put = (text: string) => writeFile(join(config.root, 'config.yml'), text);
const onDisk = () => readFile(join(config.root, 'config.yml'), 'utf8');
const libraries = async () => (await get('/config/libraries').expect(200)).body.data;
const library = async (name: string) => {
  const { id } = (await libraries()).find((one: { name: string }) => one.name === name);
  return (await get(`/config/libraries/${id}`).expect(200)).body.data;
};
const bulk = async (names: string[], action: object) => {
  const ids = await Promise.all(names.map(async (name) => (await library(name)).id));
  return (await post('/config/libraries/bulk').send({ ids, action }).expect(200)).body.data;
};

test('the library blocks in their order, without secrets', async () => {
  expect(await libraries()).toMatchObject([
    {
      ...{
        name: 'Films',
        title: 'Films',
        line: 4,
        enabled: true,
        schedule: 'weekly(sunday)',
        operations: true,
      },
      files: { collections: 1, metadata: 0, overlays: 0, images: 0 },
    },
    { name: 'Series', line: 14, enabled: true, operations: false },
    { name: 'Kids', title: 'Private' },
  ]);
  const films = await library('Films');
  expect(films.values.radarr.token).toMatch(/^<<hidden:/);
  expect(JSON.stringify(films)).not.toContain('T0K3N');
});

test('Plex’s libraries know their block', async () => {
  const all = (await get('/libraries').expect(200)).body.data;
  expect(
    all.map(({ title, configured }: { title: string; configured: unknown }) => [title, configured]),
  ).toEqual([
    ['Films', { id: expect.any(String), name: 'Films', enabled: true }],
    ['Series', { id: expect.any(String), name: 'Series', enabled: true }],
    ['Music', null],
    ['Private', { id: (await library('Kids')).id, name: 'Kids', enabled: true }],
  ]);
  await bulk(['Series'], { kind: 'disable' });
  expect((await get('/libraries/attic.2').expect(200)).body.data.configured.enabled).toBe(false);
});

test('a block is changed by the smallest edits, renamed and moved', async () => {
  const films = await library('Films');
  const values = {
    ...films.values,
    collection_files: [...films.values.collection_files, { default: 'imdb' }],
  };
  const edit = { values, name: 'Movies', after: 'Series' };
  await send(`/config/libraries/${films.id}`).send(edit).expect(428);
  const { body } = await send(`/config/libraries/${films.id}`)
    .set('if-match', films.etag)
    .send(edit)
    .expect(200);
  expect(body.data).toMatchObject({
    name: 'Movies',
    values: { collection_files: [{}, { default: 'imdb' }] },
  });
  const text = await onDisk();
  expect(text).toContain('token: T0K3N-T0K3N');
  expect(text).toContain('      - default: basic   # charts\n      - default: imdb\n');
  expect((await libraries()).map(({ name }: { name: string }) => name)).toEqual(['Series', 'Movies', 'Kids']);
  const taken = { values, name: 'Kids' };
  await send(`/config/libraries/${body.data.id}`).set('if-match', body.data.etag).send(taken).expect(409);
});

test('a new block, and one less', async () => {
  const made = { name: 'Music', values: { collection_files: [{ default: 'genre' }] } };
  const { body } = await post('/config/libraries').send(made).expect(201);
  expect(body.data).toMatchObject({ name: 'Music', enabled: true });
  await post('/config/libraries').send(made).expect(409);
  const music = await library('Music');
  await drop(`/config/libraries/${music.id}`).set('if-match', music.etag).expect(200);
  expect(await onDisk()).toBe(CONFIG);
});

test('switched off and on, the schedule is kept', async () => {
  const off = await bulk(['Films', 'Series', 'Kids'], { kind: 'disable' });
  expect(off).toMatchObject({
    changed: 2,
    version: { message: 'Switch off 2 libraries' },
    refused: [{ name: 'Kids', message: expect.stringContaining('cannot be kept') }],
  });
  expect(await onDisk()).toContain('    schedule: all[never, weekly(sunday)]\n');
  expect((await libraries()).map(({ enabled }: { enabled: boolean }) => enabled)).toEqual([
    false,
    false,
    true,
  ]);
  expect(await bulk(['Films', 'Series'], { kind: 'enable' })).toMatchObject({ changed: 2 });
  expect(await onDisk()).toBe(CONFIG.replace('  Series:\n', '  Series: {}\n'));
  await bulk(['Kids'], { kind: 'set-variables', variables: { language: 'de', year: 1 } });
  expect(await onDisk()).toContain('template_variables: {language: de, year: 1}');
});

test('operations of a library', async () => {
  const all = (await get('/operations-config').expect(200)).body.data;
  expect(all).toMatchObject([{ library: 'Films', line: 8, values: { mass_genre_update: 'tmdb' } }]);
  const [films] = all;
  const blocks = [films.values, { schedule: 'daily', mass_studio_update: 'tmdb' }];
  const values = { ...films.values, assets_for_all: true };
  const saved = await send(`/operations-config/${films.id}`)
    .set('if-match', films.etag)
    .send({ values })
    .expect(200);
  expect(await onDisk()).toBe(CONFIG.replace('# by Ada\n', '# by Ada\n      assets_for_all: true\n'));
  await send(`/operations-config/${films.id}`)
    .set('if-match', films.etag)
    .send({ values: blocks })
    .expect(412);
  const again = { library: 'Films', values: blocks };
  await post('/operations-config').send(again).expect(409);
  await post('/operations-config')
    .send({ ...again, library: 'Nobody' })
    .expect(404);
  const series = (
    await post('/operations-config')
      .send({ ...again, library: 'Series' })
      .expect(201)
  ).body.data;
  expect(series).toMatchObject({ library: 'Series', values: blocks });
  await drop(`/operations-config/${films.id}`).set('if-match', saved.body.data.etag).expect(200);
  expect((await get('/operations-config')).body.data).toHaveLength(1);
});

test('settings are saved whatever Kometa makes of them, and what that is comes with the answer', async () => {
  const settings = (await get('/config/settings').expect(200)).body.data;
  expect(settings).toMatchObject({ values: { cache: true, sync_mode: 'append' }, problems: [] });
  const values = { ...settings.values, sync_mode: 'sideways' };
  const { body } = await send('/config/settings').set('if-match', settings.etag).send({ values }).expect(200);
  expect(body.data.problems).toMatchObject([
    { line: 21, path: ['settings', 'sync_mode'], severity: 'error' },
  ]);
  expect(await onDisk()).toBe(CONFIG.replace('append', 'sideways'));
  await send('/config/settings').set('if-match', settings.etag).send({ values }).expect(412);
});

test('a config.yml without settings gets some; without config.yml there is nothing', async () => {
  await put('libraries:\n');
  const none = (await get('/config/settings').expect(200)).body.data;
  expect(none).toMatchObject({ values: {}, text: '' });
  await send('/config/settings')
    .set('if-match', none.etag)
    .send({ values: { cache: true } })
    .expect(200);
  expect(await onDisk()).toBe('libraries:\nsettings:\n  cache: true\n');
  expect(await libraries()).toEqual([]);
});
