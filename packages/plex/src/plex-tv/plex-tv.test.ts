import { inspect } from 'node:util';
import { type PlexTvStandIn, startPlexTvStandIn } from '@marquee/stand-ins';
import { startPlexServer } from '../testing/plex-server.ts';
import { createPlexTv, type PlexTv, type PlexTvOptions } from './plex-tv.ts';

const account = (id: number, name: string) => ({
  id,
  uuid: `${name}-uuid`,
  username: name,
  title: `${name} of Plex`,
  email: `${name}@example.org`,
  token: `${name}-canary-token`,
});
let now = 1_800_000_000;
let standIn: PlexTvStandIn;
let plexTv: PlexTv;
const secrets: string[] = [];
const lines: unknown[] = [];
const keep = (...line: unknown[]) => lines.push(line);

const clientOf = (baseUrl: string, more: Partial<PlexTvOptions> = {}) =>
  createPlexTv({
    baseUrl,
    clientIdentifier: 'marquee-test',
    version: '0.1.0',
    retry: { attempts: 2, firstDelayMs: 1, maxDelayMs: 5 },
    log: { debug: keep, warn: keep },
    onSecret: (secret) => secrets.push(secret),
    ...more,
  });

beforeEach(async () => {
  secrets.length = 0;
  lines.length = 0;
  standIn = await startPlexTvStandIn({
    accounts: [account(9001, 'ada'), account(9002, 'sam')],
    servers: [
      {
        name: 'Attic',
        machineIdentifier: 'attic-machine',
        version: '1.42.0',
        ownerId: 9001,
        url: 'http://127.0.0.1:32400',
        access: [
          { accountId: 9001, accessToken: 'ada-server-token' },
          { accountId: 9002, accessToken: 'sam-server-token' },
        ],
      },
    ],
    now: () => now,
  });
  plexTv = clientOf(standIn.url);
});
afterEach(async () => {
  plexTv.close();
  await standIn.close();
});

test('a PIN is waiting, then holds the token of whoever said yes', async () => {
  const pin = await plexTv.startPin();
  expect(pin).toEqual({
    id: expect.any(Number),
    code: expect.stringMatching(/^\w{25}$/),
    expiresAt: new Date((now + 1800) * 1000),
  });
  expect(await plexTv.readPin(pin.id)).toBeNull();
  standIn.approve(pin.id, 9002);
  expect(await plexTv.readPin(pin.id)).toBe('sam-canary-token');
  expect(secrets).toEqual(['sam-canary-token']);
});

test('a PIN that is too old or unknown is gone', async () => {
  const { id } = await plexTv.startPin();
  now += 1800;
  await expect(plexTv.readPin(id)).rejects.toMatchObject({ code: 'auth.plex-pin-gone' });
  await expect(plexTv.readPin(1)).rejects.toMatchObject({ code: 'auth.plex-pin-gone' });
});

test('the address to say yes at holds code and way back, each in one piece', () => {
  const signInUrl = clientOf('https://plex.tv').signInUrl(
    'a&b#c',
    'https://marquee.example/api/auth/callback?x=1&y',
  );
  expect(signInUrl).toMatch(/^https:\/\/app\.plex\.tv\/auth#\?clientID=marquee-test&code=a%26b%23c&/);
  expect([...new URLSearchParams(new URL(signInUrl).hash.slice(2))]).toEqual([
    ['clientID', 'marquee-test'],
    ['code', 'a&b#c'],
    ['context[device][product]', 'Marquee'],
    ['forwardUrl', 'https://marquee.example/api/auth/callback?x=1&y'],
  ]);
});

test('a token tells who it is and which servers they may use', async () => {
  expect(await plexTv.account('sam-canary-token')).toEqual({
    id: 9002,
    uuid: 'sam-uuid',
    username: 'sam',
    title: 'sam of Plex',
  });
  const attic = { name: 'Attic', machineIdentifier: 'attic-machine' };
  expect(await plexTv.servers('sam-canary-token')).toEqual([
    { ...attic, owned: false, accessToken: 'sam-server-token' },
  ]);
  expect(await plexTv.servers('ada-canary-token')).toEqual([
    { ...attic, owned: true, accessToken: 'ada-server-token' },
  ]);
});

test('an owner’s token tells who may use their servers', async () => {
  expect(await plexTv.people('ada-canary-token')).toEqual([
    { id: 9002, title: 'sam of Plex', username: 'sam', machineIdentifiers: ['attic-machine'] },
  ]);
});

test('a token that plex.tv refuses is told from a plex.tv that fails', async () => {
  await expect(plexTv.account('wrong')).rejects.toMatchObject({ code: 'plex.unauthorized' });
  standIn.faults.add({ path: '*', effect: { kind: 'status', status: 502 } });
  await expect(plexTv.account('wrong')).rejects.toMatchObject({ code: 'plex-tv.unreachable' });
});

test.each(['malformed', 'cut'] as const)('an answer that is %s counts as none', async (kind) => {
  standIn.faults.add({ path: '*', effect: { kind } });
  const asked = [plexTv.startPin(), plexTv.account('ada-canary-token'), plexTv.people('ada-canary-token')];
  for (const one of await Promise.allSettled(asked))
    expect(one).toMatchObject({ status: 'rejected', reason: { code: 'plex-tv.unreachable' } });
});

test.each([
  '{}',
  '[]',
  'null',
  '{"id":-1,"code":"x"}',
  '{"id":1,"code":""}',
  '{"id":1,"code":"x","authToken":"a\\r\\nb"}',
])('the answer %s is no PIN', async (body) => {
  standIn.faults.add({ path: '*', effect: { kind: 'status', status: 200, body } });
  await expect(plexTv.readPin(7)).rejects.toMatchObject({ code: 'plex-tv.unreachable' });
});

test('a token goes to plex.tv alone, even when that redirects', async () => {
  const canary = await startPlexServer((_, response) => response.end('{}'));
  const crooked = await startPlexServer((_, response) =>
    response.writeHead(307, { Location: `${canary.url}/api/v2/user` }).end(),
  );
  const client = clientOf(crooked.url);
  await expect(client.account('ada-canary-token')).rejects.toMatchObject({ code: 'plex-tv.unreachable' });
  expect(crooked.received[0]?.headers['x-plex-token']).toBe('ada-canary-token');
  expect(canary.received).toEqual([]);
  client.close();
  await Promise.all([canary.close(), crooked.close()]);
});

test('neither token nor PIN is in an address, an error or a log line', async () => {
  const { id } = await plexTv.startPin();
  standIn.approve(id, 9001);
  standIn.faults.add({ path: '*', effect: { kind: 'status', status: 500 } });
  const failed = await Promise.allSettled([
    plexTv.readPin(id),
    plexTv.account('ada-canary-token'),
    plexTv.servers('ada-canary-token'),
    plexTv.people('ada-canary-token'),
  ]);
  const told = inspect([failed, lines], { depth: Infinity, showHidden: true });
  expect(told).toContain('plex-tv.unreachable');
  expect(told).not.toContain('canary');
  expect(told).not.toContain(String(id));
  expect(standIn.exchanges.map(({ query }) => query).join()).not.toContain('canary');
  expect(standIn.exchanges.find(({ path }) => path === '/api/v2/pins')?.token).toBeUndefined();
});
