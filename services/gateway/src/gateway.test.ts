import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { libraryRoutes, routesOfService, type StreamEvent, statusChanged } from '@marquee/contracts';
import {
  type Bus,
  createLogger,
  createOutboundGuard,
  createSecrets,
  createServiceApp,
  type Listening,
  listen,
  memoryBus,
} from '@marquee/service-kit';
import {
  asRole,
  matrixId,
  roleMatrix,
  type TempFolder,
  tempFolder,
  testAuthenticate,
} from '@marquee/testing';
import { WebSocket } from 'ws';
import { diskSpace } from './adapters/disk-space.ts';
import { httpUpstream } from './adapters/http-upstream.ts';
import { staticWeb } from './adapters/static-web.ts';
import type { UserRow } from './migrations/gateway-db.ts';
import { type OpenGateway, openGateway } from './open-gateway.ts';
import { type TestStore, testStore } from './testing/gateway-store.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const keys = { check: async () => ({ name: 'redis', state: 'ok' as const, message: 'Fine' }) };
const viewer = asRole('viewer', ['demo.1']);

let folder: TempFolder;
let given: TestStore;
let bus: Bus;
let far: Listening;
let farRenderer: Listening;
let front: Listening;
let gateway: OpenGateway;

async function startFar() {
  const config = createServiceApp({ name: 'config', version: '9', log, authenticate: testAuthenticate });
  config.serve(libraryRoutes.list, async ({ requestId, principal }) => [
    {
      id: 'demo.1',
      serverId: 'demo',
      title: `${principal.name} asked as ${requestId}`,
      kind: 'movie' as const,
      counts: [],
      agent: 'a',
      language: 'en',
      updatedAt: null,
      collage: [],
      configured: null,
    },
  ]);
  return listen(config.app, { socketPath: join(folder.path, 'config.sock') });
}

/** Is there, and answers nothing that these tests ask. */
async function startFarRenderer() {
  const renderer = createServiceApp({ name: 'renderer', version: '9', log, authenticate: testAuthenticate });
  return listen(renderer.app, { socketPath: join(folder.path, 'renderer.sock') });
}

/** What of a person of these tests must be there for what belongs to them. */
const accountOf = (id: string): UserRow => ({
  id,
  name: id,
  name_key: id,
  role: 'viewer',
  origin: 'local',
  plex_id: null,
  owner: 0,
  disabled: 0,
  password_hash: null,
  libraries: '"all"',
  created_at: '2026-11-21T05:00:00.000Z',
  password_changed_at: null,
  last_seen_at: null,
});

beforeAll(async () => {
  folder = await tempFolder();
  await mkdir(join(folder.path, 'web/assets'), { recursive: true });
  await writeFile(join(folder.path, 'web/index.html'), '<!doctype html><title>Marquee</title>');
  await writeFile(join(folder.path, 'web/assets/app-1a2b.js'), 'export {};');
  bus = memoryBus();
  far = await startFar();
  farRenderer = await startFarRenderer();
  given = await testStore();
  gateway = await openGateway(
    { MARQUEE_DATA: given.folder, MARQUEE_ALLOW_HTTP: 'no', MARQUEE_TRUST_PROXY: '' },
    {
      version: '1.2.3',
      mode: 'standalone',
      hasDemo: true,
      upstreams: {
        config: httpUpstream('config', { socketPath: join(folder.path, 'config.sock') }),
        renderer: httpUpstream('renderer', { socketPath: join(folder.path, 'renderer.sock') }),
      },
      ...{ store: given.store, bus, keys, log, guard: createOutboundGuard(), secrets: createSecrets() },
      now: () => new Date(),
      // People of these tests have no accounts.
      knows: { authenticate: testAuthenticate, current: async (principal) => principal },
      serveWeb: staticWeb(join(folder.path, 'web')),
      diskSpace: () => diskSpace(folder.path),
    },
  );
  gateway.listensAt('http://localhost:8080');
  await given.store.db
    .insertInto('users')
    .values(['viewer', 'editor', 'admin', 'outsider'].map(matrixId).map(accountOf))
    .execute();
  await gateway.start();
  front = await listen(gateway.app, { port: 0 });
  front.server.on('upgrade', gateway.upgrade);
});

afterAll(async () => {
  gateway.beginStopping();
  await front.close();
  await gateway.close();
  await far.close();
  await farRenderer.close();
  await bus.close();
  await given.close();
  await folder.remove();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${front.url}${path}`, { headers });
const announce = (message: string) => bus.publish(statusChanged, { name: 'config', state: 'ok', message });

/** Reads server-sent events until `count` have come. */
async function readEvents(answer: Response, count: number): Promise<StreamEvent[]> {
  const seen: StreamEvent[] = [];
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString();
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data) seen.push(JSON.parse(data));
    }
    if (seen.length >= count) break;
  }
  return seen;
}

/** The plain answer to a WebSocket upgrade that is refused. */
async function upgradeStatus(path: string, headers: Record<string, string>): Promise<number | undefined> {
  const outgoing = request(`${front.url}${path}`, {
    headers: {
      ...headers,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    },
  });
  outgoing.end();
  const [answer] = await once(outgoing, 'response');
  answer.resume();
  return answer.statusCode;
}

test('health is open to anybody and its alias says the same', async () => {
  const answer = await get('/api/health');
  expect(answer.status).toBe(200);
  const { data } = await answer.json();
  expect(data).toMatchObject({ status: 'ok', name: 'Marquee', version: '1.2.3', demo: true });
  expect(data.features).toEqual(expect.arrayContaining(['overlays', 'overlay-rendering', 'demo-library']));
  expect((await (await get('/api/status')).json()).data).toEqual(data);
});

test('the status page tells of every service with its checks', async () => {
  expect((await get('/api/system/status')).status).toBe(401);
  const { data } = await (await get('/api/system/status', viewer)).json();
  expect(data.services.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual([
    ['gateway', 'ok'],
    ['config', 'ok'],
    ['renderer', 'ok'],
  ]);
  expect(data.services[0].checks.map(({ name }: { name: string }) => name)).toEqual(['broker', 'redis']);
  expect(data.disk.totalBytes).toBeGreaterThan(data.disk.freeBytes);
});

test('a forwarded request keeps its person and its id', async () => {
  const answer = await get('/api/libraries', { ...viewer, 'x-request-id': 'abc-1' });
  expect(answer.headers.get('x-request-id')).toBe('abc-1');
  expect((await answer.json()).data[0].title).toBe('Test viewer asked as abc-1');
});

test('the gateway refuses a role too low before it forwards', async () => {
  const answer = await get('/api/config/files/Q0n7mX2b9c1d4e5f6g7h8i', viewer);
  expect([answer.status, (await answer.json()).error.code]).toEqual([403, 'auth.forbidden']);
  expect((await get('/api/libraries')).status).toBe(401);
});

test('a service that is gone is a 503 that names it, the rest goes on, and it is found again', async () => {
  await far.close();
  const answer = await get('/api/libraries', viewer);
  expect(answer.status).toBe(503);
  expect((await answer.json()).error).toMatchObject({
    code: 'service.unavailable',
    message: 'The config service is not answering',
  });
  expect((await (await get('/api/health')).json()).data.status).toBe('degraded');
  const { data } = await (await get('/api/system/status', viewer)).json();
  expect(data.services[1]).toMatchObject({ name: 'config', state: 'down' });
  far = await startFar();
  expect((await get('/api/libraries', viewer)).status).toBe(200);
});

test.each(['/api/libraries/..%2fx', '/api/%5c', '/api/x%00', '/api/%252e'])('%s is refused', async (path) => {
  const answer = await get(path, viewer);
  expect([answer.status, (await answer.json()).error.code]).toEqual([400, 'request.malformed']);
});

test('an unknown address and a wrong method are told apart', async () => {
  expect((await get('/api/nothing', viewer)).status).toBe(404);
  const answer = await fetch(`${front.url}/api/health`, { method: 'DELETE' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, expect.stringContaining('GET')]);
});

test('every operation of its own holds its role for every kind of person', async () => {
  const cells = await roleMatrix(gateway.app, routesOfService.gateway);
  expect(cells).toHaveLength(Object.keys(routesOfService.gateway).length * 5);
  expect(cells.filter(({ holds }) => !holds)).toEqual([]);
}, 30_000);

test('live events go on right after the last one seen', async () => {
  const first = await get('/api/events', viewer);
  await announce('one');
  const [one] = await readEvents(first, 1);
  await announce('two');
  await announce('three');
  const again = await get('/api/events', { ...viewer, 'last-event-id': one?.id ?? '' });
  expect((await readEvents(again, 2)).map(({ data }) => (data as { message: string }).message)).toEqual([
    'two',
    'three',
  ]);
});

test('an id that is no longer known is answered with a gap', async () => {
  const answer = await get('/api/events', { ...viewer, 'last-event-id': 'ffffffff-7' });
  expect((await readEvents(answer, 1))[0]?.topic).toBe('gap');
});

test('the same events come over the WebSocket, and only to who may have them', async () => {
  const socketUrl = `${front.url?.replace('http', 'ws')}/ws/status`;
  const client = new WebSocket(socketUrl, { headers: viewer });
  await once(client, 'open');
  const message = once(client, 'message');
  await announce('by socket');
  expect(JSON.parse(String((await message)[0]))).toMatchObject({
    topic: 'system.status-changed',
    data: { message: 'by socket' },
  });
  client.close();
  await once(client, 'close');

  expect(await upgradeStatus('/ws/status', {})).toBe(401);
  expect(await upgradeStatus('/ws/nothing', viewer)).toBe(404);
});

test('the web interface comes with its policy, its files for ever, its page for every address of its own', async () => {
  const page = await get('/libraries/demo.1', { accept: 'text/html' });
  expect(await page.text()).toContain('<title>Marquee</title>');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const file = await get('/assets/app-1a2b.js');
  expect(file.headers.get('cache-control')).toContain('immutable');
  expect((await get('/assets/gone.js', { accept: 'text/html' })).status).toBe(404);
});

test('the API page and description need no sign-in and load nothing from elsewhere', async () => {
  const page = await (await get('/api/docs')).text();
  expect(page.match(/(?:src|href)="([^"]+)"/g)?.every((link) => link.includes('"/api/docs/'))).toBe(true);
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'open.js']) {
    expect((await get(`/api/docs/${file}`)).status).toBe(200);
  }
  const description = await (await get('/api/openapi.json')).json();
  expect(description.openapi).toBe('3.1.0');
});
