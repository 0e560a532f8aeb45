import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

jest.setTimeout(30_000);

const CONFIG = 'libraries:\n  Films:\nplaylist_files: # all\n  - file: config/p.yml\n';
const PLAYLISTS = `playlists:
  # For Sundays
  Long night:
    libraries: Films, Series   # both
    trakt_list: https://trakt.tv/users/a/lists/b
  "Short: one": {libraries: Films, imdb_list: ls1}
`;
const OVERLAYS = 'overlays:\n  4K:\n    overlay: {name: 4K}\n    plex_all: true\n  HDR: {plex_all: true}\n';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
  await put('config.yml', CONFIG);
  await put('p.yml', PLAYLISTS);
  await put('o.yml', OVERLAYS);
});
afterEach(() => config.close());
const { get, post, put: send, drop } = asking(() => config, 'editor');
const put = (path: string, text: string) => writeFile(join(config.root, path), text);
const onDisk = (path: string) => readFile(join(config.root, path), 'utf8');
const list = async () => (await get('/playlists-config').expect(200)).body.data;

test('playlists are listed, read, changed and removed like collections', async () => {
  const { playlists, files } = await list();
  expect(files).toMatchObject([{ path: 'p.yml', libraries: [] }]);
  expect(playlists).toMatchObject([
    { name: 'Long night', line: 3, libraries: ['Films', 'Series'], needs: ['trakt'] },
    { name: 'Short: one', libraries: ['Films'], builders: ['imdb_list'] },
  ]);
  const [long, short] = playlists;
  const one = (await get(`/playlists-config/${long.id}`).expect(200)).body.data;
  const values = { ...one.values, libraries: 'Films' };
  const saved = await send(`/playlists-config/${long.id}`)
    .set('if-match', one.etag)
    .send({ values })
    .expect(200);
  expect(await onDisk('p.yml')).toBe(PLAYLISTS.replace('Films, Series ', 'Films '));
  const off = { ids: [long.id, short.id], action: { kind: 'disable' } };
  expect((await post('/playlists-config/bulk').send(off).expect(200)).body.data).toMatchObject({
    changed: 2,
  });
  expect(await onDisk('p.yml')).toContain('imdb_list: ls1, run_definition: false}');
  await drop(`/playlists-config/${long.id}`).set('if-match', saved.body.data.etag).expect(412);
});

test('a new file of playlists is listed from then on', async () => {
  const body = {
    newFile: 'more.yml',
    name: 'More',
    values: { libraries: 'Films', plex_search: { any: { year: 1 } } },
  };
  const { body: made } = await post('/playlists-config').send(body).expect(201);
  expect(made.data).toMatchObject({ file: 'more.yml', name: 'More' });
  expect(await onDisk('config.yml')).toBe(`${CONFIG}  - file: config/more.yml\n`);
  await post('/playlists-config')
    .send({ fileId: fileIdOf('more.yml'), name: 'More', values: {} })
    .expect(409);
});

test('overlays of several files are switched off and on together', async () => {
  const definitions = ['4K', 'HDR', 'Gone'].map((name) => ({ fileId: fileIdOf('o.yml'), name }));
  const bulk = async (kind: string) =>
    (await post('/overlays/bulk').send({ definitions, action: { kind } }).expect(200)).body.data;
  expect(await bulk('disable')).toMatchObject({ changed: 2, refused: [{ message: expect.any(String) }] });
  expect(await onDisk('o.yml')).toBe(
    OVERLAYS.replace('all: true\n', 'all: true\n    run_definition: false\n').replace(
      'HDR: {plex_all: true',
      'HDR: {plex_all: true, run_definition: false',
    ),
  );
  expect(await bulk('enable')).toMatchObject({ changed: 2, version: { message: 'Switch on 2 overlays' } });
  expect(await onDisk('o.yml')).toBe(OVERLAYS);
});
