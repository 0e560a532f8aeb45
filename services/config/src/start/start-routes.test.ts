import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { envEntries } from '@marquee/kometa';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(() => config.close());
const admin = asking(() => config);
const editor = asking(() => config, 'editor', ['attic.1']);
const onDisk = (path: string) => readFile(join(config.root, path), 'utf8');

const TYPED = { from: 'typed', url: 'http://plex:32400', token: 'T0K3N T0K3N #1' };
const FILMS = { id: 'attic.1', collections: ['basic', 'imdb'], overlays: ['resolution'] };
const wish = (more: object = {}) => ({
  ...{ plex: TYPED, tmdbKey: 'TMDB-K3Y', libraries: [FILMS] },
  ...more,
});

test('what could be in it: the libraries that one may see, and what is good for them', async () => {
  const { body } = await admin.get('/config/start').expect(200);
  expect(body.data).toMatchObject({ hasConfig: false });
  expect(body.data.servers[0]).toMatchObject({
    ...{ id: 'attic', connection: 'ready', url: config.standIn.url },
  });
  expect(body.data.servers[0].libraries[0]).toMatchObject({ id: 'attic.1', kind: 'movie', items: 130 });
  expect(body.data.offers.movie.collections[0]).toMatchObject({ name: 'basic', chosen: true });
  const less = (await editor.get('/config/start').expect(200)).body.data.servers[0];
  expect(less).toMatchObject({ connection: 'admin-only', url: null });
  expect(less.libraries.map(({ id }: { id: string }) => id)).toEqual(['attic.1']);
});

test('config.yml with placeholders, .env with the keys for its owner alone, and a folder in full health', async () => {
  const { body, text } = await editor.post('/config/start').send(wish()).expect(201);
  expect(body.data).toMatchObject({ path: 'config.yml', version: { message: 'A first config.yml' } });
  const written = await onDisk('config.yml');
  expect(written).toContain('  token: <<my-plex-token>>\n');
  expect(written).toContain('      - default: imdb\n');
  const env = await onDisk('.env');
  expect(envEntries(env)).toMatchObject([
    { name: 'KOMETA_MY_PLEX_TOKEN', value: TYPED.token },
    { name: 'KOMETA_TMDB_APIKEY', value: 'TMDB-K3Y' },
  ]);
  expect((await stat(join(config.root, '.env'))).mode & 0o777).toBe(0o600);
  const doctor = await editor.get('/config/doctor').expect(200);
  expect(doctor.body.data).toMatchObject({ score: { value: 100 }, kinds: [] });
  expect(text + doctor.text).not.toMatch(/T0K3N|TMDB-K3Y/);
});

test('Marquee’s own token goes into .env for an admin, and nobody else', async () => {
  const own = wish({ plex: { from: 'marquee', serverId: 'attic' } });
  await editor.post('/config/start').send(own).expect(403);
  const { text } = await admin.post('/config/start').send(own).expect(201);
  expect(text).not.toContain(config.standIn.token);
  expect(await onDisk('config.yml')).toContain(`  url: ${config.standIn.url}\n`);
  expect(await onDisk('.env')).toContain(`KOMETA_MY_PLEX_TOKEN=${config.standIn.token}\n`);
});

test('nothing is written over: not config.yml, and no variable of .env', async () => {
  await writeFile(join(config.root, '.env'), '# mine\nKOMETA_TMDB_APIKEY=other', { mode: 0o640 });
  await editor.post('/config/start').send(wish()).expect(201);
  expect(await onDisk('.env')).toBe(
    "# mine\nKOMETA_TMDB_APIKEY=other\nKOMETA_MY_PLEX_TOKEN='T0K3N T0K3N #1'\nKOMETA_TMDB_APIKEY_2=TMDB-K3Y\n",
  );
  expect(await onDisk('config.yml')).toContain('  apikey: <<tmdb-apikey-2>>\n');
  const again = await editor.post('/config/start').send(wish()).expect(409);
  expect(again.body.error.code).toBe('config.file-exists');
  expect((await editor.get('/config/start')).body.data.hasConfig).toBe(true);
});

test.each([
  [
    'a library that is not shared',
    wish({ libraries: [{ ...FILMS, id: 'attic.2' }] }),
    404,
    'library.not-found',
  ],
  ['a file that is not offered', wish({ libraries: [{ ...FILMS, overlays: ['nope'] }] }), 422, /nope is not/],
  [
    'a library with nothing in it',
    wish({ libraries: [{ ...FILMS, collections: [], overlays: [] }] }),
    ...([422, /Nothing is chosen/] as const),
  ],
  ['a library twice', wish({ libraries: [FILMS, FILMS] }), 422, /second Films/],
  ['a key that .env cannot hold', wish({ tmdbKey: `a\${b}` }), 422, /cannot be written/],
  ['no address', wish({ plex: { ...TYPED, url: 'ftp://x' } }), 422, /./],
  ['no libraries', wish({ libraries: [] }), 422, /./],
])('%s is refused, and nothing is written', async (_what, body, status, said) => {
  const answer = await editor.post('/config/start').send(body).expect(status);
  expect(JSON.stringify(answer.body.error)).toMatch(said);
  await expect(onDisk('config.yml')).rejects.toThrow(/ENOENT/);
  await expect(onDisk('.env')).rejects.toThrow(/ENOENT/);
});
