import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConfigSecret } from '@marquee/contracts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

let config: RunningConfig;
beforeEach(async () => {
  config = await runningConfig();
});
afterEach(() => config.close());
const { get, post } = asking(() => config, 'editor');
const put = (path: string, text: string) => writeFile(join(config.root, path), text);
const onDisk = (path: string) => readFile(join(config.root, path), 'utf8');
const list = async () => (await get('/config/secrets').expect(200)).body.data;
const told = async () =>
  (await list()).secrets.map(
    ({ path, state, variable, move }: ConfigSecret) =>
      `${path.join('/')} ${state} ${variable ?? '-'} ${move}`,
  );
const ids = async (...wanted: string[]): Promise<string[]> =>
  (await list()).secrets
    .filter(({ path }: ConfigSecret) => wanted.length === 0 || wanted.includes(path.join('/')))
    .map(({ id }: ConfigSecret) => id);

const CONFIG = `# mine
libraries: {}
plex:
  url: http://plex
  token: "T0K3N # 1"   # of the attic
tmdb:
  apikey: S3CR3T-S3CR3T
trakt: {client_id: <<TRAKT_ID>>, client_secret: <<gone>>}
omdb:
  apikey:
`;

test('which there are and where they are, never what they are', async () => {
  await put('config.yml', CONFIG);
  await put('.env', 'KOMETA_TRAKT_ID=ID-ID-ID\nTZ=UTC\n');
  expect(await told()).toEqual([
    'plex/token set - to-env',
    'tmdb/apikey set - to-env',
    'trakt/client_id placeholder KOMETA_TRAKT_ID back',
    'trakt/client_secret unresolved KOMETA_GONE nothing',
    'omdb/apikey unset - nothing',
  ]);
  const { text, body } = await get('/config/secrets').expect(200);
  expect(body.data.env).toEqual({ exists: true, variables: 1 });
  expect(text).not.toMatch(/T0K3N|S3CR3T|ID-ID/);
});

test('moved to .env as one version, with placeholders in their places, and put back', async () => {
  await put('config.yml', CONFIG);
  const places = await ids('plex/token', 'tmdb/apikey');
  const moved = await post('/config/secrets/move').send({ ids: places }).expect(200);
  expect(moved.body.data).toMatchObject({
    moved: places,
    left: [],
    version: { message: 'Move keys to .env' },
  });
  expect(await onDisk('config.yml')).toBe(
    CONFIG.replace('"T0K3N # 1"', '"<<my-plex-token>>"').replace('S3CR3T-S3CR3T', '<<tmdb-apikey>>'),
  );
  expect(await onDisk('.env')).toBe("KOMETA_MY_PLEX_TOKEN='T0K3N # 1'\nKOMETA_TMDB_APIKEY=S3CR3T-S3CR3T\n");
  expect((await stat(join(config.root, '.env'))).mode & 0o777).toBe(0o600);
  const problems = (await get('/config/problems').expect(200)).text;
  expect(problems).not.toMatch(/my-plex-token|tmdb-apikey/);
  const versions = await get('/config/versions?limit=10').expect(200);
  expect(moved.text + versions.text).not.toMatch(/T0K3N|S3CR3T/);

  const back = await post('/config/secrets/restore').send({ ids: places }).expect(200);
  expect(back.body.data).toMatchObject({ moved: places, left: [] });
  expect(await onDisk('config.yml')).toBe(CONFIG);
  expect(await onDisk('.env')).toBe('');
});

test('.env keeps its lines and its rights, and no variable is written over', async () => {
  await put('config.yml', CONFIG);
  await put('.env', '# mine\nKOMETA_TMDB_APIKEY=other');
  await chmod(join(config.root, '.env'), 0o640);
  await post('/config/secrets/move')
    .send({ ids: await ids('tmdb/apikey') })
    .expect(200);
  expect(await onDisk('.env')).toBe('# mine\nKOMETA_TMDB_APIKEY=other\nKOMETA_TMDB_APIKEY_2=S3CR3T-S3CR3T\n');
  expect(await onDisk('config.yml')).toContain('  apikey: <<tmdb-apikey-2>>\n');
  expect((await stat(join(config.root, '.env'))).mode & 0o777).toBe(0o640);
});

test('a variable that another placeholder asks for stays', async () => {
  await put('config.yml', 'plex: {url: u, token: <<shared-key>>}\ntmdb: {apikey: <<SHARED_KEY>>}\n');
  await put('.env', 'KOMETA_SHARED_KEY="a b"\n');
  await post('/config/secrets/restore')
    .send({ ids: await ids('tmdb/apikey') })
    .expect(200);
  expect(await onDisk('config.yml')).toBe('plex: {url: u, token: <<shared-key>>}\ntmdb: {apikey: a b}\n');
  expect(await onDisk('.env')).toBe('KOMETA_SHARED_KEY="a b"\n');
});

test('what cannot be moved is told with its reason, and the rest is', async () => {
  const odd = `${CONFIG}mdblist: {apikey: 'a$\{b}'}\ntautulli: {url: 'http://u:pa55word@t', apikey: abc}\n`;
  await put('config.yml', odd);
  const all = await ids();
  const { body } = await post('/config/secrets/move').send({ ids: all }).expect(200);
  expect(body.data.moved).toEqual(await ids('plex/token', 'tmdb/apikey', 'tautulli/apikey'));
  expect(body.data.left).toHaveLength(all.length - 3);
  expect(body.data.left.map(({ why }: { why: string }) => why)).toContainEqual(
    expect.stringContaining('.env cannot hold it'),
  );
  const nothing = await post('/config/secrets/move')
    .send({ ids: ['A'.repeat(22)] })
    .expect(200);
  expect(nothing.body.data).toMatchObject({ version: null, moved: [] });
});
