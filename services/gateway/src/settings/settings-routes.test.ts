import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SettingsWish } from '@marquee/contracts';
import { type PlexStandIn, startDemoPlex } from '@marquee/stand-ins';
import { asRole, tempFolder } from '@marquee/testing';
import request from 'supertest';
import { type RunningSettings, runningSettings } from '../testing/running-settings.ts';

jest.setTimeout(30_000);

const TOKEN = 'canary-token-7d1e';
const admin = asRole('admin');

let running: RunningSettings;
beforeEach(async () => {
  running = await runningSettings();
});
afterEach(() => running.close());

const read = () => request(running.app()).get('/api/system/config').set(admin);
const save = async (wish: SettingsWish, etag?: string) =>
  request(running.app())
    .put('/api/system/config')
    .set(admin)
    .set('if-match', etag ?? (await read()).headers.etag ?? '')
    .send(wish);
const tryIt = (body: object) => request(running.app()).post('/api/admin/test/plex').set(admin).send(body);
const cellar = { id: 'plex', name: 'Cellar', url: 'http://192.168.1.10:32400' };
const saveServers = (...servers: object[]) =>
  save({ plex: { mode: 'servers', servers: servers.map((server) => ({ ...cellar, ...server })) } });
const tokens = async () => (await running.settings().plexServers()).map(({ token }) => token);

test('before anything was set the demo is shown and sign-in is as safe as can be', async () => {
  expect((await read().expect(200)).body.data).toEqual({
    general: { instanceName: 'Marquee' },
    signIn: { plex: true, plexPeople: 'invited' },
    plex: { mode: 'unset', servers: [], managed: false },
  });
  expect(await running.settings().plexServers()).toEqual([]);
});

test('a section is saved without touching the others', async () => {
  await saveServers({ token: TOKEN });
  const saved = await save({ general: { instanceName: 'Home' } });
  expect(saved.status).toBe(200);
  expect(saved.body.data).toMatchObject({
    general: { instanceName: 'Home' },
    plex: { servers: [{ name: 'Cellar' }] },
  });
  expect(saved.headers.etag).toBe((await read()).headers.etag);
  expect(await tokens()).toEqual([TOKEN]);
});

test('who has not seen the latest state changes nothing', async () => {
  const { etag } = (await read()).headers;
  expect((await save({ general: { instanceName: 'First' } }, etag)).status).toBe(200);
  const late = await save({ general: { instanceName: 'Second' } }, etag);
  expect([late.status, late.body.error.code]).toEqual([412, 'request.precondition-failed']);
  const blind = await request(running.app()).put('/api/system/config').set(admin).send({});
  expect(blind.status).toBe(428);
  expect((await read()).body.data.general.instanceName).toBe('First');
});

test('of two who save at the same time one wins', async () => {
  const { etag } = (await read()).headers;
  const answers = await Promise.all(
    ['One', 'Two', 'Three'].map((instanceName) => save({ general: { instanceName } }, etag)),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
});

test('another token is another state, although nothing of it is shown', async () => {
  await saveServers({ token: TOKEN });
  const { etag } = (await read()).headers;
  await saveServers({ token: 'another-token-1' });
  expect((await read()).headers.etag).not.toBe(etag);
});

describe('a token', () => {
  test('is kept sealed, used, and never shown, logged or told on', async () => {
    const saved = await saveServers({ token: TOKEN });
    expect(saved.body.data.plex.servers).toEqual([{ ...cellar, token: { set: true, unreadable: false } }]);
    expect(await tokens()).toEqual([TOKEN]);
    const rows = await running.db.selectFrom('secrets').selectAll().execute();
    expect(rows).toMatchObject([
      { place: 'plex.servers.plex.token', sealed: expect.stringMatching(/^v1\./) },
    ]);
    await running.flush();
    const everything = JSON.stringify([
      saved.body,
      (await read()).body,
      rows,
      await running.db.selectFrom('settings').selectAll().execute(),
      running.told,
      running.deeds,
      running.logged,
    ]);
    expect(everything).not.toContain(TOKEN);
    expect(everything).not.toContain(Buffer.from(TOKEN).toString('base64').slice(0, 16));
  });

  test('stays when it is left out, and is cleared by null', async () => {
    await saveServers({ token: TOKEN });
    await saveServers({ name: 'Attic' });
    expect(await tokens()).toEqual([TOKEN]);
    await saveServers({ name: 'Attic', token: null });
    expect(await tokens()).toEqual([null]);
    expect((await read()).body.data.plex.servers[0].token.set).toBe(false);
  });

  test.each([
    ['another host', 'http://192.168.1.66:32400'],
    ['another port', 'http://192.168.1.10:32401'],
    ['another scheme', 'https://192.168.1.10:32400'],
  ])('is forgotten with %s', async (_what, url) => {
    await saveServers({ token: TOKEN });
    await saveServers({ url });
    expect(await tokens()).toEqual([null]);
    await saveServers({});
    expect(await tokens()).toEqual([null]);
  });

  test('moves to another address only when it is given again', async () => {
    await saveServers({ token: TOKEN });
    await saveServers({ url: 'http://192.168.1.66:32400', token: 'fresh-token-22' });
    expect(await tokens()).toEqual(['fresh-token-22']);
  });

  test('does not pass to another server, nor outlive its own', async () => {
    await saveServers({ token: TOKEN });
    await saveServers({ id: 'other' });
    expect(await tokens()).toEqual([null]);
    expect(await running.db.selectFrom('secrets').selectAll().execute()).toEqual([]);
  });

  test('that cannot be unsealed is told as such', async () => {
    await saveServers({ token: TOKEN });
    running.loseKey();
    expect((await read()).body.data.plex.servers[0].token).toEqual({ set: true, unreadable: true });
    expect(await tokens()).toEqual([null]);
  });
});

describe('a change', () => {
  test('is told to the services by its section alone', async () => {
    const heard: string[] = [];
    const stop = running.settings().onChange((section) => heard.push(section));
    await saveServers({ token: TOKEN });
    await save({ general: { instanceName: 'Home' } });
    await save({ general: { instanceName: 'Home' } });
    await saveServers({ token: 'another-token-1' });
    stop();
    await save({ signIn: { plex: false, plexPeople: 'invited' } });
    await running.flush();
    expect(heard).toEqual(['plex', 'general', 'plex']);
    expect(running.told).toEqual(
      ['plex', 'general', 'plex', 'signIn'].map((section) => ({ section, by: 'Test admin' })),
    );
  });

  test('is noted with what differs, before and after', async () => {
    await save({ signIn: { plex: true, plexPeople: 'everyone' } });
    await saveServers({ token: TOKEN });
    expect(running.deeds).toMatchObject([
      {
        actor: { name: 'Test admin' },
        action: 'settings.changed',
        target: { id: 'signIn' },
        before: { plexPeople: 'invited' },
        after: { plexPeople: 'everyone' },
        from: { address: '192.0.2.7' },
      },
      {
        target: { id: 'plex' },
        before: { mode: 'unset', servers: [] },
        after: { mode: 'servers', servers: [{ name: 'Cellar', token: { set: true } }], newTokens: ['plex'] },
      },
    ]);
    expect(running.deeds[0]?.before).toEqual({ plexPeople: 'invited' });
  });
});

test.each([
  ['http://169.254.169.254/latest', 'settings.address-refused'],
  ['http://gateway:8090', 'settings.address-refused'],
  ['http://user:pass@192.168.1.10:32400', 'settings.address-refused'],
  ['http://192.168.1.10:32400/?x=1', 'request.invalid'],
  ['file:///etc/passwd', 'request.invalid'],
])('%s is not taken', async (url, code) => {
  const answer = await saveServers({ url });
  expect([answer.status, answer.body.error.code]).toEqual([422, code]);
  expect(answer.body.error.details[0].path).toBe('body.plex.servers.0.url');
});

test.each(['two words', 'line\nbreak', 'tökén', ''])(
  'a token %j is not taken, since no request could carry it',
  async (token) => {
    const answer = await saveServers({ token });
    expect([answer.status, answer.body.error.details[0].path]).toEqual([422, 'body.plex.servers.0.token']);
  },
);

test('ids are one of a kind, and not the demo’s', async () => {
  const twice = await saveServers({}, { url: 'http://192.168.1.11:32400' });
  expect(twice.body.error.details).toMatchObject([{ path: 'body.plex.servers.1.id' }]);
  expect((await saveServers({ id: 'demo' })).status).toBe(422);
});

test('a server set by environment variables is shown, used, and not changed here', async () => {
  const managed = { name: 'From outside', url: 'http://192.168.1.20:32400', token: TOKEN };
  const outside = await runningSettings({ managed });
  try {
    const seen = await request(outside.app()).get('/api/system/config').set(admin);
    expect(seen.body.data.plex).toEqual({
      mode: 'servers',
      servers: [
        { id: 'plex', name: managed.name, url: managed.url, token: { set: true, unreadable: false } },
      ],
      managed: true,
    });
    expect(await outside.settings().plexServers()).toEqual([{ id: 'plex', ...managed, demo: false }]);
    const change = (wish: SettingsWish) =>
      request(outside.app())
        .put('/api/system/config')
        .set(admin)
        .set('if-match', seen.headers.etag ?? '')
        .send(wish);
    expect((await change({ plex: { mode: 'demo', servers: [] } })).body.error.code).toBe('settings.managed');
    expect((await change({ general: { instanceName: 'Home' } })).status).toBe(200);
  } finally {
    await outside.close();
  }
});

describe('trying a server', () => {
  let plex: PlexStandIn;
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  beforeAll(async () => {
    folder = await tempFolder();
    plex = await startDemoPlex({ cacheDir: folder.path });
  });
  afterEach(() => plex.faults.clear());
  afterAll(async () => {
    await plex.close();
    await folder.remove();
  });
  const wish = (more: object = {}) => ({ id: 'plex', name: 'Plex', url: plex.url, ...more });
  const states = (body: { data: { checks: { name: string; state: string }[] } }) =>
    body.data.checks.map(({ name, state }) => `${name} ${state}`);

  test('tells its version, its name and its libraries', async () => {
    const { body } = await tryIt(wish({ token: plex.token })).expect(200);
    expect(body.data.ok).toBe(true);
    expect(states(body)).toEqual(['server ok', 'token ok', 'libraries ok']);
    expect(body.data.checks[0]).toMatchObject({ version: expect.stringMatching(/^\d/) });
    expect(body.data.checks[1].message).toMatch(/^Connected to “.+”$/);
    expect(body.data.checks[2].message).toMatch(/^\d+ libraries$/);
  });

  test('a wrong token is told apart from a wrong address', async () => {
    const { body } = await tryIt(wish({ token: 'not-the-token' }));
    expect(states(body)).toEqual(['server ok', 'token down']);
    expect(body.data).toMatchObject({ ok: false });
    expect(body.data.checks[1].message).toContain('Enter the token of the server’s owner again');
  });

  test('nobody there, and somebody who is not Plex', async () => {
    plex.faults.add({ path: '*', effect: { kind: 'malformed' } });
    const stranger = (await tryIt(wish({ token: plex.token }))).body;
    expect(states(stranger)).toEqual(['server down']);
    expect(stranger.data.checks[0].message).toContain('not a Plex Media Server');
    const { url } = await closedServer();
    const nobody = (await tryIt(wish({ url, token: plex.token }))).body;
    expect(states(nobody)).toEqual(['server down']);
    expect(nobody.data.checks[0].message).toContain('the connection was refused');
    expect(JSON.stringify([stranger, nobody])).not.toContain(plex.token);
  });

  test('the saved token is used for the saved address', async () => {
    await saveServers({ url: plex.url, token: plex.token });
    expect((await tryIt(wish())).body.data.ok).toBe(true);
    expect(states((await tryIt(wish({ token: null }))).body)).toEqual(['server ok', 'token down']);
    running.loseKey();
    expect(states((await tryIt(wish())).body)).toEqual(['server ok', 'token down']);
  });

  test('a stranger’s address never sees the saved token, tried or saved', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const canary = createServer((incoming, response) => {
      seen.push(incoming.headers);
      const identity = { machineIdentifier: 'canary', version: '1.0.0', claimed: true };
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ MediaContainer: identity }));
    });
    await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
    try {
      await saveServers({ url: plex.url, token: plex.token });
      const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
      expect(states((await tryIt(wish({ url }))).body)).toEqual(['server ok', 'token down']);
      await saveServers({ url });
      expect(await tokens()).toEqual([null]);
      await tryIt(wish({ url }));
      expect(seen).toHaveLength(2);
      expect(seen.filter((headers) => 'x-plex-token' in headers)).toEqual([]);
      expect(JSON.stringify(seen)).not.toContain(plex.token);
    } finally {
      canary.closeAllConnections();
      await new Promise((done) => canary.close(done));
    }
  });

  test('our own door is not tried', async () => {
    running.ownPorts.push(Number(new URL(plex.url).port));
    const before = plex.exchanges.length;
    const answer = await tryIt(wish({ token: plex.token }));
    expect([answer.status, answer.body.error.code]).toEqual([422, 'settings.address-refused']);
    expect(plex.exchanges).toHaveLength(before);
  });
});

/** The address of a port where nobody listens any more. */
async function closedServer(): Promise<{ url: string }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return { url: `http://127.0.0.1:${port}` };
}
