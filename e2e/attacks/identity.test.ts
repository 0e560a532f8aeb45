import { AuditEntry, PlexAttempt, pageOf } from '@marquee/contracts';
import { type PlexTvStandIn, startPlexTvStandIn } from '@marquee/stand-ins';
import { bearer, owner } from '../account.ts';
import { ask } from '../ask.ts';
import { type Product, startProduct } from '../product.ts';
import { type RawAnswer, rawAsk } from './raw-request.ts';

jest.setTimeout(60_000);

/** The only peer that is believed when it says where somebody comes from. */
const PROXY = '127.0.0.9';

let plexTv: PlexTvStandIn;
let marquee: Product;
const signIn = (name: string, headers: readonly string[], from?: string): Promise<RawAnswer> =>
  rawAsk(marquee.url, {
    method: 'POST',
    path: '/api/auth/login',
    headers: ['content-type: application/json', ...headers],
    body: JSON.stringify({ name, password: 'certainly the wrong one' }),
    ...(from === undefined ? {} : { from }),
  });

beforeAll(async () => {
  const account = { id: 7, uuid: 'u', username: 'sam', title: 'sam', email: 's@example.org', token: 'sams' };
  plexTv = await startPlexTvStandIn({ accounts: [account], servers: [] });
  marquee = await startProduct({
    env: {
      MARQUEE_TRUST_PROXY: PROXY,
      MARQUEE_PLEX_TV_URL: plexTv.url,
      MARQUEE_PLEX_APP_URL: plexTv.url,
    },
  });
});
afterAll(async () => {
  await marquee?.end();
  await plexTv?.close();
});

/** What a neighbour could send to be taken for somebody, or for somewhere else. */
const spoofed: readonly (readonly string[])[] = [
  ...['Remote-User', 'remote_user', 'X-Remote-User', 'X_Remote_User', 'X.Remote.User', 'Remote.User'].map(
    (name) => [`${name}: Ada`],
  ),
  ['Remote-User: Ada', 'Remote-Groups: admin', 'Remote-Name: Ada', 'Remote-Email: ada@example.org'],
  ['Remote-User: Ada', 'Remote-User: Ada'],
  ...['X-Forwarded-User', 'X-Auth-Request-User', 'X-authentik-username', 'X-WEBAUTH-USER', 'X-API-User'].map(
    (name) => [`${name}: Ada`],
  ),
  ['X-Forwarded-For: 127.0.0.1'],
  ['X_Forwarded_For: 127.0.0.1'],
  ['X.Forwarded.For: 127.0.0.1'],
  ['X-Forwarded-For: 127.0.0.9', 'X-Forwarded-For: 127.0.0.1'],
  ['X-Real-IP: 127.0.0.1', 'X-Client-IP: 127.0.0.1', 'True-Client-IP: 127.0.0.1', 'CF-Connecting-IP: ::1'],
  ['Forwarded: for=127.0.0.1;proto=https;host=localhost;by=127.0.0.9'],
  ['X-Forwarded-Host: localhost', 'X-Forwarded-Proto: https', 'X-Forwarded-Port: 443'],
  ['X-Forwarded-Uri: /api/health', 'X-Original-URL: /api/health', 'X-Rewrite-URL: /api/health'],
  ['X-HTTP-Method-Override: GET', 'X-Method-Override: GET'],
  ['Authorization: Basic QWRhOmNvcnJlY3QgaG9yc2UgYmF0dGVyeSBzdGFwbGU='],
  ['X-Plex-Token: any'],
  ['Cookie: marquee=Ada; marquee-view=Ada; Remote-User=Ada; admin=true'],
];

test.each(spoofed)('%s opens nothing', async (...headers) => {
  for (const path of ['/api/users', '/api/libraries', '/api/auth/me', '/api/auth/verify']) {
    for (const from of ['127.0.0.1', PROXY])
      expect([path, (await rawAsk(marquee.url, { path, headers, from })).status]).toEqual([path, 401]);
  }
});

test('two Hosts are no request at all', async () => {
  const headers = [`host: ${new URL(marquee.url).host}`, 'host: evil.example'];
  expect((await rawAsk(marquee.url, { path: '/api/health', headers })).status).toBe(400);
});

test.each([
  ['X-Forwarded-For', (n: number) => [`X-Forwarded-For: 192.0.2.${n}`]],
  ['X_Forwarded_For', (n: number) => [`X_Forwarded_For: 192.0.2.${n}`]],
  ['X.Forwarded.For', (n: number) => [`X.Forwarded.For: 192.0.2.${n}`]],
  ['Forwarded', (n: number) => [`Forwarded: for=192.0.2.${n}`]],
  ['X-Real-IP', (n: number) => [`X-Real-IP: 192.0.2.${n}`, `CF-Connecting-IP: 192.0.2.${n}`]],
])('whoever makes up a new %s for each try runs out of tries all the same', async (header, made) => {
  const from = `127.0.3.${header.length}`;
  const statuses: number[] = [];
  for (let n = 1; n <= 6; n += 1) statuses.push((await signIn(`by ${header}`, made(n), from)).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  expect(await addressesOf(`by ${header}`)).toEqual([from]);
});

test('behind the proxy the last address counts, the one that the proxy saw', async () => {
  const tries = [
    ['X-Forwarded-For: 127.0.0.1, 192.0.2.77'],
    ['X-Forwarded-For: 127.0.0.1', 'X-Forwarded-For: 192.0.2.77'],
    ['X-Forwarded-For: 192.0.2.77', 'Forwarded: for=127.0.0.1', 'X_Forwarded_For: 127.0.0.1'],
  ];
  for (const headers of tries) expect((await signIn('by the proxy', headers, PROXY)).status).toBe(401);
  expect(await addressesOf('by the proxy')).toEqual(['192.0.2.77']);
});

/** From where the audit log says that this name was tried. */
async function addressesOf(name: string): Promise<(string | null)[]> {
  const { data } = await ask(
    `${marquee.url}/api/audit?action=session.refused&search=${encodeURIComponent(name)}`,
    {
      headers: marquee.headers,
    },
  );
  return [
    ...new Set(
      pageOf(AuditEntry)
        .parse(data)
        .entries.map(({ address }) => address),
    ),
  ];
}

const elsewhere = [
  'host: evil.example',
  'X-Forwarded-Host: evil.example',
  'X-Forwarded-Proto: https',
  'X-Forwarded-Port: 443',
  'Forwarded: host=evil.example;proto=https',
];

test.each(['127.0.0.1', PROXY])(
  'links lead to our own address, whatever Host a request from %s names',
  async (from) => {
    const page = await rawAsk(marquee.url, {
      path: '/api/auth/verify',
      headers: [...elsewhere, 'accept: text/html'],
      from,
    });
    expect([page.status, /^location: (.*)$/im.exec(page.head)?.[1]]).toEqual([303, `${marquee.url}/sign-in`]);

    const back = await rawAsk(marquee.url, { path: '/api/auth/callback', headers: elsewhere, from });
    expect(/^location: (.*)$/im.exec(back.head)?.[1]).toBe('/sign-in?plex=back');

    const start = await rawAsk(marquee.url, {
      method: 'POST',
      path: '/api/auth/plex/start',
      headers: elsewhere,
      from,
    });
    const { signInUrl } = PlexAttempt.parse(JSON.parse(start.body).data);
    expect(new URL(signInUrl).origin).toBe(plexTv.url);
    expect(new URLSearchParams(new URL(signInUrl).hash.slice(2)).get('forwardUrl')).toBe(
      `${marquee.url}/api/auth/callback`,
    );
    expect([page, back, start].map(({ head, body }) => head + body).join()).not.toContain('evil.example');
  },
);

describe('a write', () => {
  let cookies: string;
  let accessToken: string;
  beforeAll(async () => {
    const answer = await fetch(`${marquee.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(owner),
    });
    cookies = answer.headers
      .getSetCookie()
      .map((text) => text.split(';')[0])
      .join('; ');
    ({ accessToken } = (await answer.json()).data);
  });

  const write = (headers: readonly string[], body = '{}', path = '/api/auth/api-keys') =>
    rawAsk(marquee.url, { method: 'POST', path, headers, body });
  const json = 'content-type: application/json';

  test.each([
    [
      'a form of another site',
      ['origin: http://evil.example', 'content-type: application/x-www-form-urlencoded'],
    ],
    ['JSON of another site', ['origin: http://evil.example', json]],
    ['JSON dressed as text', ['origin: http://evil.example', 'content-type: text/plain']],
    ['no Origin', [json]],
    ['Origin null', ['origin: null', json]],
    ['our name with another port', ['origin: http://localhost:1', json]],
    ['our name as the beginning of another', ['origin: http://localhost.evil.example', json]],
    ['our address over https', ['origin: https://localhost', json]],
    ['an Origin twice', ['origin: http://evil.example', 'origin: http://localhost', json]],
    ['another site by Sec-Fetch-Site', ['sec-fetch-site: cross-site', json]],
    ['a sister site by Sec-Fetch-Site', ['sec-fetch-site: same-site', json]],
  ])('with cookies and %s is refused', async (_name, headers) => {
    for (const path of ['/api/auth/api-keys', '/api/auth/refresh', '/api/auth/logout', '/api/auth/login']) {
      expect([path, (await write([`cookie: ${cookies}`, ...headers], '{}', path)).status]).toEqual([
        path,
        403,
      ]);
    }
  });

  test.each(['http://evil.example', 'null'])(
    'with a real token, but by a page of %s, is refused',
    async (origin) => {
      const headers = [`authorization: Bearer ${accessToken}`, `origin: ${origin}`, json];
      expect((await write(headers)).status).toBe(403);
    },
  );

  test('needs the token: the cookies of a page of our own let it look only', async () => {
    const own = [`cookie: ${cookies}`, `origin: ${marquee.url}`, 'sec-fetch-site: same-origin', json];
    expect((await write(own, '{"name":"k","role":"viewer"}')).status).toBe(401);
    expect(
      (await rawAsk(marquee.url, { path: '/api/auth/me', headers: [`cookie: ${cookies}`] })).status,
    ).toBe(200);
    const embedded = [`cookie: ${cookies}`, 'sec-fetch-site: cross-site'];
    expect((await rawAsk(marquee.url, { path: '/api/auth/me', headers: embedded })).status).toBe(401);
  });

  test('as text is none, with or without a token', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const headers = [`authorization: ${marquee.headers.authorization}`, `content-type: ${type}`];
      const answer = await rawAsk(marquee.url, { method: 'POST', path: '/api/users', headers, body: '{}' });
      expect(answer.status).toBe(415);
    }
    expect((await ask(`${marquee.url}/api/auth/me`, { headers: bearer(accessToken) })).status).toBe(200);
  });
});
