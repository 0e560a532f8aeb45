import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntegrationTest, TriedConnection } from '@marquee/contracts';
import { type ProgramName, type ProgramStandIn, startProgramStandIn } from '@marquee/stand-ins';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

const KEY = 'k3y-of-sixteen-letters';
const PROGRAMS = ['tautulli', 'radarr', 'sonarr', 'tmdb', 'omdb', 'mdblist'] as const;
const KEY_OF: Readonly<Record<ProgramName, string>> = {
  ...{ tautulli: 'apikey', radarr: 'token', sonarr: 'token' },
  ...{ tmdb: 'apikey', omdb: 'apikey', mdblist: 'apikey' },
};
const HAS_URL: ReadonlySet<string> = new Set(['tautulli', 'radarr', 'sonarr']);

const programs = new Map<ProgramName, ProgramStandIn>();
let config: RunningConfig;
const { post } = asking(() => config, 'editor');
const urlOf = (name: ProgramName) => programs.get(name)?.url ?? '';

beforeAll(async () => {
  for (const name of PROGRAMS) programs.set(name, await startProgramStandIn(name, KEY));
  const bases = { tmdb: urlOf('tmdb'), omdb: urlOf('omdb'), mdblist: urlOf('mdblist') };
  config = await runningConfig({ bases });
  const sections = PROGRAMS.map(
    (name) => `${name}:\n${HAS_URL.has(name) ? `  url: ${urlOf(name)}\n` : ''}  ${KEY_OF[name]}: ${KEY}\n`,
  );
  const plex = `plex:\n  url: ${config.standIn.url}\n  token: ${config.standIn.token}\n`;
  await writeFile(join(config.root, 'config.yml'), [plex, ...sections].join(''));
});
afterAll(async () => {
  await config.close();
  for (const program of programs.values()) await program.close();
});

const tried = async (name: TriedConnection, values: Record<string, string>): Promise<IntegrationTest> => {
  const { body } = await post(`/config/connections/${name}/test`)
    .send({ fileId: fileIdOf('config.yml'), values })
    .expect(200);
  return body.data;
};
/** As the form shows the section. */
const shown = (name: ProgramName) => ({
  ...(HAS_URL.has(name) ? { url: urlOf(name) } : {}),
  [KEY_OF[name]]: `<<hidden:${name}/${KEY_OF[name]}>>`,
});

test.each(PROGRAMS)('%s is asked once, with the key of the file', async (name) => {
  const before = programs.get(name)?.asked.length ?? 0;
  expect(await tried(name, shown(name))).toMatchObject({ ok: true, checks: [{ name, state: 'ok' }] });
  expect(programs.get(name)?.asked.slice(before)).toEqual([expect.stringContaining(KEY)]);
});

test.each(PROGRAMS)('%s refuses another key, and the answer does not say which', async (name) => {
  const told = await tried(name, { ...shown(name), [KEY_OF[name]]: 'wrong-key-typed' });
  expect(told).toMatchObject({ ok: false, checks: [{ state: 'down' }] });
  expect(JSON.stringify(told)).not.toContain('wrong-key-typed');
});

test('Plex is asked who it is before it gets the token', async () => {
  const values = { url: config.standIn.url, token: '<<hidden:plex/token>>' };
  expect(await tried('plex', values)).toMatchObject({ ok: true });
  expect(await tried('plex', { ...values, token: 'another-token' })).toMatchObject({ ok: false });
  config.asked();
  const url = urlOf('tautulli');
  expect(await tried('plex', { url, token: 'typed-token' })).toMatchObject({ ok: false });
  expect(programs.get('tautulli')?.asked.join(' ')).not.toContain('typed-token');
});

test('the secret of the file goes to no other address', async () => {
  const before = programs.get('sonarr')?.asked.length ?? 0;
  const told = await tried('radarr', { ...shown('radarr'), url: urlOf('sonarr') });
  expect(told.checks[0]?.message).toContain('Type token in again');
  expect(programs.get('sonarr')?.asked).toHaveLength(before);
});

test('another program at the address is told', async () => {
  const told = await tried('radarr', { url: urlOf('sonarr'), token: KEY });
  expect(told.checks[0]?.message).toContain('Sonarr answers there, not Radarr');
});

test('what Kometa fills in itself, what is missing, and what is no answer are told', async () => {
  const messageOf = async (values: Record<string, string>) =>
    (await tried('tautulli', values)).checks[0]?.message;
  expect(await messageOf({ url: urlOf('tautulli'), apikey: '<<tautulli>>' })).toContain('Kometa learns');
  expect(await messageOf({ url: urlOf('tautulli') })).toContain('apikey is missing');
  expect(await messageOf({ url: 'http://127.0.0.1:9', apikey: KEY })).toContain('does not answer');
});

test('addresses that must not be asked are refused', async () => {
  for (const url of ['file:///etc/passwd', 'http://169.254.169.254/', 'http://127.0.0.1:2375']) {
    const { body } = await post('/config/connections/tautulli/test')
      .send({ fileId: fileIdOf('config.yml'), values: { url, apikey: KEY } })
      .expect(422);
    expect(body.error.code).toBe('settings.address-refused');
  }
});
