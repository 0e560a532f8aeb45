import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Library, PlexAnswer, PrepareJob, SignedIn, User } from '@marquee/contracts';
import { knownToPlexTv, type PlexTvStandIn, startPlexTvStandIn } from '@marquee/stand-ins';
import { freePort } from '@marquee/testing';
import { z } from 'zod';
import { bearer, type Credentials, owner } from '../account.ts';
import { type Answer, ask } from '../ask.ts';
import { START_MS } from '../distributed/claim-broker.ts';
import { type Installation, startInstallation } from '../distributed/installation.ts';
import { overhearBroker, readRedis, redisLogin } from '../distributed/overhear.ts';
import { startProgram } from '../program.ts';
import { until } from '../until.ts';
import { createCanaries } from './canaries.ts';
import { eachFile } from './each-file.ts';
import { overhearSockets } from './overhear-sockets.ts';
import { type Places, provokeErrors, walkEverywhere } from './walk.ts';

jest.setTimeout(120_000);

const canaries = createCanaries();
let marquee: Installation;
let plexTv: PlexTvStandIn;
let redis: { url: string; remove(): Promise<void> };
let admin: Credentials;
let places: Places;
const heard = { frames: 0, messages: 0 };
const closing: (() => unknown)[] = [];

const api = (path: string, more: Parameters<typeof ask>[1] = {}): Promise<Answer> =>
  ask(`${marquee.gateway.url}/api${path}`, { ...more, headers: { ...admin, ...more.headers } });
const cookieIn = (answer: Answer, name: string) =>
  answer.headers
    .getSetCookie()
    .find((text) => text.startsWith(`${name}=`))
    ?.slice(name.length + 1)
    .split(';')[0] ?? '';
/** What a sign-in hands out is for that browser alone. */
function watchSession(whose: string, answer: Answer, signedIn: unknown = answer.data): Credentials {
  const { accessToken } = SignedIn.parse(signedIn);
  canaries.watch(`access token of ${whose}`, accessToken);
  canaries.watch(`refresh cookie of ${whose}`, cookieIn(answer, 'marquee'));
  canaries.watch(`view cookie of ${whose}`, cookieIn(answer, 'marquee-view'));
  return bearer(accessToken);
}
/** Answers to what goes wrong are taken down like all others. */
async function answered(where: string, answer: Promise<Answer>): Promise<Answer> {
  const { status, data, error, headers } = await answer;
  canaries.search(where, JSON.stringify({ status, data, error, headers: [...headers] }));
  return { status, data, error, headers };
}

beforeAll(async () => {
  plexTv = await startPlexTvStandIn({ accounts: [], servers: [] });
  redis = await redisLogin('marquee-canary', canaries.plant('password of Redis'));
  marquee = await startInstallation({
    plexBy: 'settings',
    env: {
      MARQUEE_PLEX_TV_URL: plexTv.url,
      MARQUEE_PLEX_APP_URL: plexTv.url,
      MARQUEE_SERVICE_KEY: canaries.plant('service key'),
      REDIS_URL: redis.url,
    },
  });
  const { authorization } = marquee.headers;
  canaries.watch('API key', authorization.slice('Bearer '.length));
  canaries.watch('set-up code', /"setupCode":"([^"]+)"/.exec(marquee.gateway.said())?.[1] ?? '');
  const dataKey = await readFile(join(marquee.dataFolder, 'secrets', 'data_key'), 'utf8');
  canaries.watch('data key', dataKey.trim());
  admin = marquee.headers;
  const ear = await overhearBroker((text) => {
    heard.messages += 1;
    canaries.search('message of the broker', text);
  });
  closing.push(ear.stop);
}, START_MS);
afterAll(async () => {
  for (const close of closing) await close();
  await marquee?.end();
  await redis?.remove();
  await plexTv?.close();
});
afterEach(() => expect(canaries.sightings()).toEqual([]));

test('people come in by password, by Plex and by key, and what they hold is theirs alone', async () => {
  const first = await ask(`${marquee.gateway.url}/api/auth/login`, { method: 'POST', body: owner });
  const before = watchSession('the owner before', first);
  const next = canaries.plant('password of the owner');
  const changed = await ask(`${marquee.gateway.url}/api/auth/me/password`, {
    method: 'PUT',
    headers: before,
    body: { current: owner.password, next },
  });
  admin = watchSession('the owner', changed);
  const sockets = await overhearSockets(marquee.gateway.url, admin, (path, frame) => {
    heard.frames += 1;
    canaries.search(`frame of ${path}`, frame);
  });
  closing.push(sockets.close);

  const password = canaries.plant('password of somebody');
  await api('/users', { method: 'POST', body: { name: 'Grace', password, role: 'viewer' } });
  const grace = await ask(`${marquee.gateway.url}/api/auth/login`, {
    method: 'POST',
    body: { name: 'Grace', password },
  });
  watchSession('somebody', grace);
  const refreshed = await ask(`${marquee.gateway.url}/api/auth/refresh`, {
    method: 'POST',
    headers: { origin: marquee.gateway.url, cookie: `marquee=${cookieIn(grace, 'marquee')}` },
  });
  watchSession('somebody later', refreshed);
  const key = await api('/auth/api-keys', { method: 'POST', body: { name: 'Script', role: 'viewer' } });
  canaries.watch('another API key', z.object({ key: z.string() }).parse(key.data).key);
});

test('a Plex server is chosen, and somebody of Plex comes in', async () => {
  const [ownerOfPlex, friend] = marquee.plex.state.accounts;
  if (!ownerOfPlex || !friend) throw new Error('The demo has an owner and a friend');
  ownerOfPlex.accessToken = canaries.plant('Plex token in Settings');
  friend.accessToken = canaries.plant('token of a friend for the Plex server');
  const { server, accounts } = knownToPlexTv(marquee.plex);
  const tokenAtPlexTv = canaries.plant('token of a friend at plex.tv');
  plexTv.state.servers.push(server);
  plexTv.state.accounts.push(
    ...accounts.map((account) =>
      account.id === friend.plexId ? { ...account, token: tokenAtPlexTv } : account,
    ),
  );
  const away = `http://127.0.0.1:${await freePort()}`;
  await answered(
    'settings saved',
    api('/system/config', {
      method: 'PUT',
      headers: { 'if-match': (await api('/system/config')).headers.get('etag') ?? '' },
      body: {
        signIn: { plex: true, plexPeople: 'everyone' },
        plex: {
          mode: 'servers',
          servers: [
            { id: 'cellar', name: 'Cellar', url: marquee.plex.url, token: ownerOfPlex.accessToken },
            { id: 'attic', name: 'Attic', url: away, token: canaries.plant('token of a Plex that is away') },
          ],
        },
      },
    }),
  );
  const libraries = await until(
    async () => z.array(Library).parse((await api('/libraries')).data),
    (list) => list.length > 0,
  );

  const started = await ask(`${marquee.gateway.url}/api/auth/plex/start`, { method: 'POST' });
  const state = cookieIn(started, 'marquee-plex');
  canaries.watch('cookie of a sign-in with Plex', state);
  const { signInUrl } = z.object({ signInUrl: z.string() }).parse(started.data);
  plexTv.approve(new URLSearchParams(new URL(signInUrl).hash.slice(2)).get('code') ?? '', friend.plexId);
  const finished = await ask(`${marquee.gateway.url}/api/auth/plex/finish`, {
    method: 'POST',
    headers: { origin: marquee.gateway.url, cookie: `marquee-plex=${state}` },
  });
  const signedIn = PlexAnswer.parse(finished.data);
  if (signedIn.state !== 'signed-in') throw new Error('Plex has not let them in');
  watchSession('a friend of Plex', finished, signedIn.session);

  const [films] = libraries;
  const job = await answered(
    'poster job',
    api(`/libraries/${films?.id}/prepare-posters`, {
      method: 'POST',
      headers: { 'idempotency-key': 'canaries' },
      body: { width: 360 },
    }),
  );
  const { id: jobId } = PrepareJob.parse(job.data);
  const userId = z.array(User).parse((await api('/users')).data)[0]?.id ?? '';
  const itemId = films?.collage[0] ?? '';
  places = { libraryId: films?.id ?? '', jobId, userId, itemId, kind: 'poster', section: 'plex' };
  await until(
    async () => PrepareJob.parse((await api(`/libraries/${films?.id}/prepare-posters/${jobId}`)).data),
    ({ endedAt }) => endedAt !== null,
  );
});

test('there are at least twelve of them, and each is heard in every spelling', () => {
  expect(canaries.names().length).toBeGreaterThanOrEqual(12);
  const control = createCanaries();
  const secret = control.plant('control');
  const bytes = Buffer.from(`{"token":${secret}}`);
  const spellings = [
    `token=${secret}`,
    encodeURIComponent(secret),
    JSON.stringify({ message: JSON.stringify({ secret }) }),
    ...[bytes, Buffer.from(`x${secret}`), Buffer.from(`xy${secret}`)].map((text) => text.toString('base64')),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
  for (const spelling of spellings) control.search(spelling, spelling);
  expect(control.sightings().map(({ where }) => where)).toEqual(spellings);
});

test('no answer of the gateway or of a service holds one, whatever an admin reads', async () => {
  const seen = canaries.search;
  const asked = await walkEverywhere({ url: marquee.gateway.url, headers: admin, places, seen });
  expect(asked).toBeGreaterThan(30);
  await walkEverywhere({ url: marquee.config.url, headers: admin, places, seen });
});

test('nor does an answer to what is wrong, though it was asked with one', async () => {
  const seen = canaries.search;
  await provokeErrors({ url: marquee.gateway.url, headers: admin, places, seen });
  await provokeErrors({ url: marquee.config.url, headers: admin, places, seen });
  const token = canaries.plant('token that was tried');
  const away = `http://127.0.0.1:${await freePort()}`;
  const tried = (body: object) =>
    answered(
      'a try of Plex',
      api('/admin/test/plex', { method: 'POST', body: { id: 'x', name: 'X', ...body } }),
    );
  expect((await tried({ url: away, token })).data).toMatchObject({ ok: false });
  expect((await tried({ url: marquee.plex.url, token })).data).toMatchObject({ ok: false });
  expect((await tried({ url: `http://${encodeURIComponent(token)}@169.254.169.254/`, token })).status).toBe(
    422,
  );
  expect((await tried({ url: 'no address', token })).status).toBe(422);
  expect((await tried({ url: away, token: `${token} ${token}` })).status).toBe(422);
  const password = canaries.plant('password that was tried');
  const login = `${marquee.gateway.url}/api/auth/login`;
  for (const name of ['Ada', 'Nobody'])
    await answered('a wrong password', ask(login, { method: 'POST', body: { name, password } }));
  await answered('a wrong form', ask(login, { method: 'POST', body: { name: 1, password } }));
  const code = canaries.plant('code that was tried');
  const setUp = { code, name: 'Eve', password };
  await answered('set-up', ask(`${marquee.gateway.url}/api/auth/setup`, { method: 'POST', body: setUp }));
  await answered(
    'an unknown key',
    ask(`${marquee.gateway.url}/api/users`, { headers: bearer(`mq_${token}`) }),
  );
});

test('nor while Plex and plex.tv fail in every way', async () => {
  const effects = [
    { kind: 'status', status: 401 },
    { kind: 'status', status: 503 },
    { kind: 'malformed' },
    { kind: 'cut' },
  ] as const;
  for (const effect of effects) {
    const mend = [marquee.plex, plexTv].map(({ faults }) => faults.add({ path: '*', effect }));
    await walkEverywhere({ url: marquee.gateway.url, headers: admin, places, seen: canaries.search });
    for (const done of mend) done();
  }
});

test('no frame of a socket and no message of the broker has held one', async () => {
  await until(
    () => heard,
    ({ frames, messages }) => frames > 0 && messages > 0,
  );
});

test('nor does Redis, nor any file but the one with the data key', async () => {
  expect(await readRedis((key, text) => canaries.search(`Redis ${key}`, text))).toBeGreaterThan(0);
  const files = await eachFile(marquee.dataFolder, (path, text) => {
    if (path !== 'secrets/data_key') canaries.search(path, text);
  });
  expect(files).toContain('gateway/gateway.db');
});

test('no service has said one; only the set-up code, in its one line', () => {
  const lines = `${marquee.gateway.said()}\n${marquee.config.said()}`.split('\n');
  expect(lines.length).toBeGreaterThan(100);
  canaries.search('log', lines.filter((line) => !line.includes('"setupCode"')).join('\n'));
  expect(lines.filter((line) => line.includes('"setupCode"'))).toHaveLength(1);
});

test('a service that the broker and Redis let not in does not tell with which password', async () => {
  const wrong = (address: string, password: string) => {
    const url = new URL(address);
    url.username = 'marquee';
    url.password = encodeURIComponent(password);
    return url.href;
  };
  const service = await startProgram({
    script: 'services/config.mjs',
    ready: /"url":"(http:[^"]+)"/,
    env: {
      PORT: '0',
      MARQUEE_DATA: join(marquee.dataFolder, 'another'),
      MARQUEE_CONFIG_DIR: marquee.dataFolder,
      MARQUEE_LOG_LEVEL: 'debug',
      MARQUEE_SERVICE_KEY: canaries.plant('service key of another'),
      MARQUEE_GATEWAY_URL: marquee.gateway.url,
      MARQUEE_INTERNAL_URL: marquee.gateway.url,
      RABBITMQ_URL: wrong(
        process.env.RABBITMQ_URL ?? 'amqp://127.0.0.1:5672',
        canaries.plant('password of the broker'),
      ),
      REDIS_URL: wrong(redis.url, canaries.plant('wrong password of Redis')),
    },
  });
  closing.unshift(() => service.stop());
  const state = await until(
    async () => (await fetch(`${service.url}/readyz`)).text(),
    (text) => text.includes('broker'),
  );
  canaries.search('readiness', state);
  canaries.search('metrics', await (await fetch(`${service.url}/metrics`)).text());
  canaries.search('log of a service without broker', service.said());
  expect(service.said()).toMatch(/broker/);
});
