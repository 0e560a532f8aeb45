import { randomUUID } from 'node:crypto';
import { Library, prepareProgressed, Session, SignedIn } from '@marquee/contracts';
import { z } from 'zod';
import { bearer, owner } from '../account.ts';
import { type MarqueeBehind, startMarqueeBehind } from './marquee-behind.ts';
import { type Neighbour, startNeighbour } from './neighbour.ts';
import { choosePlace, startTraefik, type Traefik } from './traefik.ts';
import { createVisitor } from './visitor.ts';

jest.setTimeout(60_000);

const HOST = 'marquee.test';
let publicUrl: string;
let marquee: MarqueeBehind;
let neighbour: Neighbour;
let traefik: Traefik;

beforeAll(async () => {
  const place = await choosePlace(HOST);
  publicUrl = `https://${HOST}:${place.httpsPort}`;
  marquee = await startMarqueeBehind(publicUrl);
  neighbour = await startNeighbour();
  traefik = await startTraefik(place, { gateway: marquee.url, routes: neighbour.routes(HOST) });
});
afterAll(async () => {
  await traefik?.end();
  await neighbour?.close();
  await marquee?.end();
});

const signIn = (headers: Record<string, string> = {}) =>
  traefik.visitor.ask('/api/auth/login', { method: 'POST', body: owner, headers });

test('plain http leads to the same page over https, for good', async () => {
  const plain = createVisitor({ port: traefik.httpPort, host: HOST });
  const { status, headers } = await plain.ask('/libraries?view=list');
  expect([status, headers.location]).toEqual([301, `${publicUrl}/libraries?view=list`]);
});

test('the page comes over https with the gateway’s content policy and told to stay with https', async () => {
  const page = await traefik.visitor.ask('/');
  expect(page.status).toBe(200);
  expect(page.headers['content-type']).toContain('text/html');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.headers['strict-transport-security']).toMatch(/max-age=31536000/);
});

test('a name that is not ours gets no certificate', async () => {
  await expect(traefik.visitor.ask('/', { host: 'elsewhere.test' })).rejects.toThrow();
});

test('signing in gives a cookie for https only, which renews the session', async () => {
  const { status, headers } = await signIn();
  expect(status).toBe(200);
  const cookies = headers['set-cookie'] ?? [];
  expect(cookies.find((cookie) => cookie.startsWith('__Host-marquee='))).toMatch(/HttpOnly; Secure/);
  const cookie = cookies.map((line) => line.split(';', 1)[0]).join('; ');
  const renew = (origin: string) =>
    traefik.visitor.ask('/api/auth/refresh', { method: 'POST', headers: { cookie, origin } });
  expect((await renew('https://elsewhere.test')).status).toBe(403);
  const renewed = await renew(publicUrl);
  expect([renewed.status, SignedIn.parse(renewed.data).user.name]).toEqual([200, owner.name]);
});

test('a WebSocket opens through Traefik with a ticket, and without one it does not', async () => {
  const { data } = await traefik.visitor.ask('/api/auth/tickets', {
    method: 'POST',
    headers: marquee.headers,
    body: { socket: '/ws/status' },
  });
  const { ticket } = z.object({ ticket: z.string() }).parse(data);
  const opened = await traefik.visitor.upgrade(`/ws/status?ticket=${ticket}`, { origin: publicUrl });
  expect(opened.status).toBe(101);
  const again = await traefik.visitor.upgrade(`/ws/status?ticket=${ticket}`, { origin: publicUrl });
  expect(again.status).toBe(401);
});

test('live events come while the answer stays open', async () => {
  const stream = await traefik.visitor.open(`/api/events?topics=${prepareProgressed.name}`, {
    headers: marquee.headers,
  });
  expect([stream.statusCode, stream.headers['content-type']]).toEqual([
    200,
    expect.stringContaining('text/event-stream'),
  ]);
  const libraries = await traefik.visitor.ask('/api/libraries', { headers: marquee.headers });
  const [library] = z.array(Library).parse(libraries.data);
  await traefik.visitor.ask(`/api/libraries/${library?.id}/prepare-posters`, {
    method: 'POST',
    headers: { ...marquee.headers, 'idempotency-key': randomUUID() },
    body: { width: 240 },
  });
  let heard = '';
  for await (const chunk of stream) {
    heard += chunk;
    if (heard.includes(prepareProgressed.name)) break;
  }
  expect(heard).toContain(prepareProgressed.name);
  stream.destroy();
});

describe.each(['%2f', '%2F', '%5c', '%00', '%25', '..%2f'])('a path with %s', (character) => {
  test.each([
    `/api/libraries/demo.1${character}items`,
    `/${character}api/health`,
    `/assets/${character}index.js`,
  ])('%s is refused by Traefik, and by the gateway where a proxy lets it through', async (path) => {
    expect((await traefik.visitor.ask(path, { headers: marquee.headers })).status).toBe(400);
    const { hostname, port } = new URL(marquee.url);
    const direct = createVisitor({ port: Number(port), host: hostname });
    expect((await direct.ask(path, { headers: marquee.headers })).status).toBe(400);
  });
});

test('where somebody comes from is what Traefik saw, whatever the request says of itself', async () => {
  const lies = {
    'x-forwarded-for': '203.0.113.7',
    x_forwarded_for: '203.0.113.7',
    'x.forwarded.for': '203.0.113.7',
    'x-real-ip': '203.0.113.7',
    forwarded: 'for=203.0.113.7',
    'cf-connecting-ip': '203.0.113.7',
  };
  const { data } = await signIn(lies);
  const headers = bearer(SignedIn.parse(data).accessToken);
  const sessions = await traefik.visitor.ask('/api/auth/sessions', { headers: { ...lies, ...headers } });
  const mine = z.array(Session).parse(sessions.data);
  expect(mine.find(({ current }) => current)?.address).toBe('127.0.0.1');
  expect(JSON.stringify(mine)).not.toContain('203.0.113.7');
});

test.each(['remote-user', 'remote_user', 'x-forwarded-user', 'x-remote-user', 'x-webauth-user'])(
  'nobody becomes somebody by sending %s',
  async (name) => {
    expect((await traefik.visitor.ask('/api/libraries', { headers: { [name]: owner.name } })).status).toBe(
      401,
    );
  },
);

describe('a neighbour behind the same sign-in', () => {
  test('is closed to strangers, and leads a browser to the sign-in page', async () => {
    const spoofed = { 'remote-user': owner.name, 'x-forwarded-for': '127.0.0.1' };
    expect((await traefik.visitor.ask('/neighbour', { headers: spoofed })).status).toBe(401);
    const browser = await traefik.visitor.ask('/neighbour', { headers: { accept: 'text/html' } });
    expect([browser.status, browser.headers.location]).toEqual([303, `${publicUrl}/sign-in`]);
    expect(neighbour.told).toEqual([]);
  });

  test('is told who comes by Marquee alone, and never gets what Marquee could be entered with', async () => {
    const { headers } = await signIn();
    const cookie = (headers['set-cookie'] ?? []).map((line) => line.split(';', 1)[0]).join('; ');
    const spoofed = { 'remote-user': 'Mallory', remote_user: 'Mallory', 'remote-groups': 'admin' };
    const page = await traefik.visitor.ask('/neighbour', { headers: { cookie, ...spoofed } });
    expect([page.status, page.body.toString()]).toEqual([200, 'Hello from next door']);
    const [told] = neighbour.told;
    expect(told).toMatchObject({ 'remote-user': owner.name, 'remote-groups': 'admin' });
    expect(JSON.stringify(told)).not.toContain('Mallory');
    expect(told).not.toHaveProperty('cookie');
    expect((await traefik.visitor.ask('/neighbour', { headers: marquee.headers })).status).toBe(200);
    expect(neighbour.told[1]).not.toHaveProperty('authorization');
  });
});
