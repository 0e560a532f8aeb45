import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntegrationTest, TriedConnection } from '@marquee/contracts';
import { type ProgramName, type ProgramStandIn, startProgramStandIn } from '@marquee/stand-ins';
import { fileIdOf } from '../files/file-id.ts';
import { asking } from '../testing/ask.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';

const KEY = 'k3y-of-sixteen-letters';
const KEY_OF: Readonly<Record<ProgramName, string>> = {
  ...{ tautulli: 'apikey', radarr: 'token', sonarr: 'token', gotify: 'token', ntfy: 'token' },
  ...{ tmdb: 'apikey', omdb: 'apikey', mdblist: 'apikey', notifiarr: 'apikey' },
  ...{ github: 'token', trakt: 'client_id', mal: 'client_id' },
};
const PROGRAMS = Object.keys(KEY_OF) as ProgramName[];
/** Gotify has no question that only who has a key may ask. */
const ASKING_WITH_KEY = PROGRAMS.filter((name) => name !== 'gotify');
const HAS_URL: ReadonlySet<string> = new Set(['tautulli', 'radarr', 'sonarr', 'gotify', 'ntfy']);

const programs = new Map<ProgramName, ProgramStandIn>();
let config: RunningConfig;
const { post } = asking(() => config, 'editor');
const urlOf = (name: ProgramName) => programs.get(name)?.url ?? '';

beforeAll(async () => {
  for (const name of PROGRAMS) programs.set(name, await startProgramStandIn(name, KEY));
  const bases = Object.fromEntries(PROGRAMS.map((name) => [name, HAS_URL.has(name) ? '' : urlOf(name)]));
  config = await runningConfig({ bases });
  const sections = PROGRAMS.map(
    (name) => `${name}:\n${HAS_URL.has(name) ? `  url: ${urlOf(name)}\n` : ''}  ${KEY_OF[name]}: ${KEY}\n`,
  );
  const plex = `plex:\n  url: ${config.standIn.url}\n  token: ${config.standIn.token}\n`;
  const second = `libraries:\n  Films:\n    radarr:\n      token: ${KEY}\n  Series:\n    sonarr:\n      url: ${urlOf('radarr')}\n`;
  await writeFile(join(config.root, 'config.yml'), [plex, ...sections, second].join(''));
});
afterAll(async () => {
  await config.close();
  for (const program of programs.values()) await program.close();
});

const tried = async (
  name: TriedConnection,
  values: Record<string, string>,
  library?: string,
): Promise<IntegrationTest> => {
  const { body } = await post(`/config/connections/${name}/test`)
    .send({ fileId: fileIdOf('config.yml'), library, values })
    .expect(200);
  return body.data;
};
/** As the form shows the section. */
const shown = (name: ProgramName) => ({
  ...(HAS_URL.has(name) ? { url: urlOf(name) } : {}),
  ...(name === 'ntfy' ? { topic: 'kometa' } : {}),
  [KEY_OF[name]]: `<<hidden:${name}/${KEY_OF[name]}>>`,
});

test.each(ASKING_WITH_KEY)('%s is asked once, with the key of the file', async (name) => {
  const before = programs.get(name)?.asked.length ?? 0;
  expect(await tried(name, shown(name))).toMatchObject({ ok: true, checks: [{ name, state: 'ok' }] });
  expect(programs.get(name)?.asked.slice(before)).toEqual([expect.stringContaining(KEY)]);
});

test.each(ASKING_WITH_KEY)('%s refuses another key, and the answer does not say which', async (name) => {
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

test('Gotify is asked for its version, and keeps its token to itself', async () => {
  expect(await tried('gotify', shown('gotify'))).toMatchObject({
    ok: true,
    checks: [{ version: '2.6.3', message: expect.stringContaining('the first message will show') }],
  });
  expect(programs.get('gotify')?.asked.join('')).not.toContain(KEY);
});

test('a key that no header can carry is told without asking', async () => {
  const before = programs.get('ntfy')?.asked.length;
  const told = await tried('ntfy', { ...shown('ntfy'), token: 'tk_ä\nb' });
  expect(told.checks[0]?.message).toContain('token has characters that it cannot have');
  expect(programs.get('ntfy')?.asked).toHaveLength(before ?? 0);
});

test('a library’s own section is tried with what it takes over from the whole file', async () => {
  const hidden = '<<hidden:libraries/Films/radarr/token>>';
  expect(await tried('radarr', { token: hidden }, 'Films')).toMatchObject({ ok: true });
  const elsewhere = await tried('sonarr', { url: urlOf('radarr') }, 'Series');
  expect(elsewhere.checks[0]?.message).toContain('Radarr answers there, not Sonarr');
  const typed = await tried('sonarr', { url: urlOf('ntfy') }, 'Series');
  expect(typed.checks[0]?.message).toContain('Type token in again');
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
