import { type PlexTvStandIn, startPlexTvStandIn } from './plex-tv-stand-in.ts';
import { smallWorld } from './testing/small-world.ts';

const device = {
  'X-Plex-Client-Identifier': 'a-device',
  'X-Plex-Product': 'Marquee',
  Accept: 'application/json',
};
let now = 1_800_000_000;
let plexTv: PlexTvStandIn;

beforeEach(async () => {
  plexTv = await startPlexTvStandIn({ ...smallWorld(), now: () => now });
});
afterEach(() => plexTv.close());

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${plexTv.url}${path}`, { method, headers });
const as = (name: string, accept = 'application/json') => ({
  'X-Plex-Token': `${name}-account-token`,
  Accept: accept,
});
const startPin = async () => (await ask('/api/v2/pins?strong=true', device, 'POST')).json();

describe('a PIN', () => {
  test('holds no token until its person says yes', async () => {
    const answer = await ask('/api/v2/pins?strong=true', device, 'POST');
    expect(answer.status).toBe(201);
    const pin = await answer.json();
    expect(pin).toMatchObject({
      code: expect.stringMatching(/^\w{25}$/),
      product: 'Marquee',
      clientIdentifier: 'a-device',
      expiresIn: 1800,
      authToken: null,
    });
    const read = async () => (await ask(`/api/v2/pins/${pin.id}`, device)).json();
    expect((await read()).authToken).toBeNull();
    plexTv.approve(pin.code, 9002);
    expect((await read()).authToken).toBe('sam-account-token');
  });

  test('needs a client identifier, and is there for no other', async () => {
    expect((await ask('/api/v2/pins', {}, 'POST')).status).toBe(400);
    const { id } = await startPin();
    expect((await ask(`/api/v2/pins/${id}`)).status).toBe(400);
    const other = await ask(`/api/v2/pins/${id}`, { ...device, 'X-Plex-Client-Identifier': 'another' });
    expect(other.status).toBe(404);
    expect(await other.json()).toMatchObject({ errors: [{ code: 1020, status: 404 }] });
  });

  test('is gone when its time is over', async () => {
    const { id, code } = await startPin();
    now += 1800;
    expect((await ask(`/api/v2/pins/${id}`, device)).status).toBe(404);
    expect(() => plexTv.approve(code, 9001)).toThrow('no such PIN');
  });

  test('is written as XML for those who want that', async () => {
    const { id } = await startPin();
    const text = await (await ask(`/api/v2/pins/${id}`, { ...device, Accept: '*/*' })).text();
    expect(text).toContain(`<pin id="${id}"`);
    expect(text).toContain('authToken=""');
  });
});

test('the page says yes for its person', async () => {
  const { id, code } = await startPin();
  const page = await ask('/auth');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('"title":"sam"');
  expect((await ask(`/auth?code=${code}&account=9002`, {}, 'POST')).status).toBe(200);
  expect(await (await ask(`/api/v2/pins/${id}`, device)).json()).toMatchObject({
    authToken: 'sam-account-token',
  });
  expect((await ask('/auth?code=unknown&account=9002', {}, 'POST')).status).toBe(404);
});

describe('an account', () => {
  test('is told to its token, in every form there is', async () => {
    const known = { id: 9002, username: 'sam', authToken: 'sam-account-token' };
    expect(await (await ask('/api/v2/user', as('sam'))).json()).toMatchObject(known);
    expect(await (await ask('/users/account.json', as('sam'))).json()).toMatchObject({ user: known });
    const text = await (await ask('/api/v2/user', as('sam', '*/*'))).text();
    expect(text).toMatch(/^<\?xml.*\n<user id="9002".*scrobbleTypes=""><subscription .*<profile /);
  });

  test.each([
    '/api/v2/user',
    '/users/account.json',
    '/api/v2/resources',
    '/api/users',
    '/api/v2/friends',
    '/api/v2/ping',
  ])('at %s is nobody without a token that is known', async (path) => {
    for (const headers of [{}, { 'X-Plex-Token': 'wrong' }]) {
      const answer = await ask(path, headers);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({
        errors: [{ code: 1001, message: 'User could not be authenticated', status: 401 }],
      });
    }
  });

  test('may use its own servers and those shared with it, each by a token of its own', async () => {
    const servers = async (name: string) => (await ask('/api/v2/resources', as(name))).json();
    expect(await servers('owner')).toMatchObject([
      { clientIdentifier: 'attic-machine', owned: true, accessToken: 'attic-token-9001' },
    ]);
    expect(await servers('sam')).toMatchObject([
      { clientIdentifier: 'attic-machine', owned: false, accessToken: 'attic-token-9002' },
    ]);
    expect(await servers('stranger')).toMatchObject([{ clientIdentifier: 'cellar-machine', owned: true }]);
    plexTv.state.servers[0]?.access.pop();
    expect(await servers('sam')).toEqual([]);
    const text = await (await ask('/api/v2/resources', as('owner', '*/*'))).text();
    expect(text).toMatch(/<resources><resource .*<connections><connection protocol="http"/);
  });

  test('that owns a server sees who may use it', async () => {
    const text = await (await ask('/api/users', as('owner'))).text();
    expect(text).toContain('<User id="9002" title="sam"');
    expect(text).toContain('machineIdentifier="attic-machine"');
    expect(await (await ask('/api/v2/friends', as('owner'))).json()).toMatchObject([
      { id: 9002, title: 'sam' },
    ]);
    expect(await (await ask('/api/users', as('sam'))).text()).not.toContain('<User');
  });
});

test('what was asked is remembered, with its token, and faults strike as told', async () => {
  plexTv.faults.add({ path: '/api/v2/*', times: 1, effect: { kind: 'status', status: 503 } });
  expect((await ask('/api/v2/ping', as('sam'))).status).toBe(503);
  expect(await (await ask('/api/v2/ping', as('sam'))).json()).toEqual({ pong: true });
  expect(plexTv.exchanges).toMatchObject([
    { path: '/api/v2/ping', status: 503 },
    { path: '/api/v2/ping', token: 'sam-account-token', status: 200 },
  ]);
});
