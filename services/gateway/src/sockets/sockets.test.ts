import { once } from 'node:events';
import { request } from 'node:http';
import { Duplex } from 'node:stream';
import type { Principal, StreamEvent, User } from '@marquee/contracts';
import { createLogger, createServiceApp, type Listening, listen } from '@marquee/service-kit';
import { asRole, testAuthenticate } from '@marquee/testing';
import { WebSocket } from 'ws';
import { checkOrigin, publicAddress } from '../door/public-address.ts';
import { createEventLog } from '../live/event-log.ts';
import { serveEvents } from '../live/events-route.ts';
import { createVigil, type Vigil } from '../live/vigil.ts';
import { createLogBook } from '../logs/log-book.ts';
import { createNotifications } from '../notifications/notifications.ts';
import { until } from '../testing/until.ts';
import { createSockets, type Sockets } from './sockets.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const viewer = asRole('viewer', ['demo.1']);
const admin = inSession('session-2', asRole('admin'));

function inSession(id: string, headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, text]) => [name, text.replace('session-1', id)]),
  );
}

// Twenty megabytes take their time on a busy machine.
jest.setTimeout(30_000);

let listening: Listening;
let sockets: Sockets;
let vigil: Vigil;
let events: ReturnType<typeof createEventLog>;
let book: ReturnType<typeof createLogBook>;
let notifications: ReturnType<typeof createNotifications>;
let endSession: (id: string) => void;
let current: (principal: Principal) => Promise<Principal | undefined>;
let now: number;
let clients: WebSocket[];

const person = (id: string, role: User['role']): User => ({
  ...{ id, name: id, role, origin: 'local', plexId: null, owner: false, disabled: false, libraries: 'all' },
  ...{ createdAt: '2026-11-21T05:00:00.000Z', lastSeenAt: null },
});

beforeEach(async () => {
  now = Date.parse('2026-11-21T05:00:00.000Z');
  current = async (principal) => principal;
  clients = [];
  events = createEventLog();
  book = createLogBook();
  notifications = createNotifications({
    people: { list: async () => [person('viewer-1', 'viewer'), person('admin-1', 'admin')] },
    store: {
      put: async (userId, { kind, severity, facts, link }) => ({
        ...{ id: `n-of-${userId}`.padEnd(22, '-'), at: new Date(now).toISOString(), read: false },
        ...{ kind, severity, facts, link },
      }),
      count: async () => 1,
      page: async () => [],
      markRead: async () => undefined,
      markAllRead: async () => 0,
      remove: async () => false,
    },
  });
  vigil = createVigil({
    onEnd(listener) {
      endSession = listener;
      return () => undefined;
    },
    current: (principal) => current(principal),
    log,
    everyMs: 5,
  });
  const address = publicAddress('https://marquee.example', false);
  sockets = createSockets({
    ...{ events, notifications, logs: book, vigil, log, authenticate: testAuthenticate, now: () => now },
    checkOrigin: (origin) => checkOrigin(address, origin),
  });
  const service = createServiceApp({ name: 'gateway', version: '1', log, authenticate: testAuthenticate });
  sockets.serveTickets(service);
  serveEvents(service, events, vigil);
  listening = await listen(service.app, { port: 0 });
  listening.server.on('upgrade', sockets.upgrade);
});
afterEach(async () => {
  for (const client of clients) client.terminate();
  sockets.close();
  vigil.close();
  await listening.close();
});

const ticketFor = async (socket: string, headers = viewer) => {
  const answer = await fetch(`${listening.url}/api/auth/tickets`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ socket }),
  });
  return { status: answer.status, ...(await answer.json()) };
};

/** The plain answer to an upgrade that is refused. */
async function refusal(path: string, headers: Record<string, string> = {}): Promise<[number, string]> {
  const outgoing = request(`${listening.url}${path}`, {
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
  let text = '';
  for await (const chunk of answer) text += chunk;
  return [answer.statusCode, JSON.parse(text).error.code];
}

async function join(path: string, headers: Record<string, string> = {}) {
  const client = new WebSocket(`${listening.url?.replace('http', 'ws')}${path}`, { headers });
  clients.push(client);
  const heard: StreamEvent[] = [];
  client.on('message', (data) => heard.push(JSON.parse(String(data))));
  let closed: number | undefined;
  client.once('close', (code) => {
    closed = code;
  });
  await once(client, 'open');
  return { client, heard, closed: () => closed };
}
const tellStatus = (message: string) =>
  events.append('system.status-changed', { name: 'config', state: 'ok', message });
const lineOf = (message: string) => ({
  ...{ at: '2026-11-21T05:00:00.000Z', service: 'config', level: 'warn' as const, message },
  ...{ requestId: null, fields: {} },
});

describe('who may connect', () => {
  test('nobody without a ticket or a token; an address that is none is no socket', async () => {
    expect(await refusal('/ws/status')).toEqual([401, 'auth.required']);
    expect(await refusal('/ws/nothing', viewer)).toEqual([404, 'request.not-found']);
    expect(await refusal('/api/events', viewer)).toEqual([404, 'request.not-found']);
  });

  test('a ticket opens its socket once', async () => {
    const { status, data } = await ticketFor('/ws/status');
    expect([status, data.expiresAt]).toEqual([201, '2026-11-21T05:00:30.000Z']);
    const { heard } = await join(`/ws/status?ticket=${data.ticket}`);
    tellStatus('by ticket');
    await until(() => heard.length === 1);
    expect(await refusal(`/ws/status?ticket=${data.ticket}`)).toEqual([401, 'auth.ticket-refused']);
  });

  test('a ticket for another address, or one that is too old, opens nothing', async () => {
    const other = await ticketFor('/ws/notifications');
    expect(await refusal(`/ws/status?ticket=${other.data.ticket}`)).toEqual([401, 'auth.ticket-refused']);
    const old = await ticketFor('/ws/status');
    now += 30_000;
    expect(await refusal(`/ws/status?ticket=${old.data.ticket}`)).toEqual([401, 'auth.ticket-refused']);
  });

  test('a ticket of somebody who was signed out meanwhile opens nothing', async () => {
    const { data } = await ticketFor('/ws/status');
    current = async () => undefined;
    expect(await refusal(`/ws/status?ticket=${data.ticket}`)).toEqual([401, 'auth.ticket-refused']);
  });

  test('a wrong ticket is not helped by a good token', async () => {
    expect(await refusal('/ws/status?ticket=nonsense', viewer)).toEqual([401, 'auth.ticket-refused']);
  });

  test('a cookie opens nothing', async () => {
    const seen: (string | undefined)[] = [];
    const cookieJar = createSockets({
      ...{ events, notifications, logs: book, vigil, log, checkOrigin: () => undefined },
      authenticate: async ({ headers }) => {
        seen.push(headers.cookie);
        return headers.cookie === undefined ? undefined : testAuthenticate({ headers: viewer } as never);
      },
    });
    listening.server.removeAllListeners('upgrade');
    listening.server.on('upgrade', cookieJar.upgrade);
    expect(await refusal('/ws/status', { cookie: '__Host-marquee-view=x' })).toEqual([401, 'auth.required']);
    expect(seen).toEqual([undefined]);
    cookieJar.close();
  });

  test('another site’s page is refused whatever it brings, our own and scripts are not', async () => {
    const { data } = await ticketFor('/ws/status');
    for (const origin of ['https://evil.example', 'null', 'https://marquee.example.evil.example'])
      expect(await refusal(`/ws/status?ticket=${data.ticket}`, { origin })).toEqual([
        403,
        'auth.origin-refused',
      ]);
    await join(`/ws/status?ticket=${data.ticket}`, { origin: 'https://marquee.example' });
    await join('/ws/status', viewer);
  });

  test('only admins get at the logs, with a ticket or without', async () => {
    expect(await refusal('/ws/logs', viewer)).toEqual([403, 'auth.forbidden']);
    expect((await ticketFor('/ws/logs')).error.code).toBe('auth.forbidden');
    const { data } = await ticketFor('/ws/logs', admin);
    current = async (principal) => ({ ...principal, role: 'viewer' });
    expect(await refusal(`/ws/logs?ticket=${data.ticket}`)).toEqual([403, 'auth.forbidden']);
  });

  test('a person has ten at most, and a place is free again when one leaves', async () => {
    const open: Awaited<ReturnType<typeof join>>[] = [];
    for (let n = 0; n < 10; n += 1) open.push(await join('/ws/status', viewer));
    expect(await refusal('/ws/status', viewer)).toEqual([429, 'service.overloaded']);
    await join('/ws/status', admin);
    open[0]?.client.close();
    await until(() =>
      join('/ws/status', viewer).then(
        () => true,
        () => false,
      ),
    );
  });

  test('a client that hangs up while it is looked at does no harm', async () => {
    const gone = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
    const upgrading = sockets.upgrade(
      { url: '/ws/status', method: 'GET', headers: { ...viewer } } as never,
      gone,
      Buffer.alloc(0),
    );
    gone.destroy(new Error('read ECONNRESET'));
    await upgrading;
    expect(gone.destroyed).toBe(true);
  });
});

describe('what is heard', () => {
  test('a status socket goes on where it was cut', async () => {
    const first = await join('/ws/status', viewer);
    tellStatus('one');
    await until(() => first.heard.length === 1);
    first.client.close();
    tellStatus('two');
    const again = await join(`/ws/status?since=${first.heard[0]?.id}`, viewer);
    tellStatus('three');
    await until(() => again.heard.length === 2);
    expect(again.heard.map(({ data }) => (data as { message: string }).message)).toEqual(['two', 'three']);
  });

  test('notifications are heard by their person alone', async () => {
    const hers = await join('/ws/notifications', viewer);
    const others = await join('/ws/notifications', admin);
    const notice = {
      kind: 'service-down',
      severity: 'error',
      facts: { service: 'config' },
      link: null,
    } as const;
    await notifications.notify(['viewer-1'], notice);
    await notifications.notify(['admin-1'], notice);
    await until(() => hers.heard.length > 0 && others.heard.length > 0);
    expect(hers.heard.map(({ topic, data }) => [topic, data])).toEqual([
      [
        'notification.added',
        expect.objectContaining({ userId: 'viewer-1', unread: 1, notification: expect.anything() }),
      ],
    ]);
    expect(others.heard).toHaveLength(1);
    expect(others.heard[0]?.data).toMatchObject({ userId: 'admin-1' });
  });

  test('log lines are heard as asked for, and from where one was', async () => {
    book.add([lineOf('before'), lineOf('missed')]);
    const before = book.since({}, '0')[0]?.id;
    const { heard } = await join(`/ws/logs?service=config&level=warn&search=S&since=${before}`, admin);
    book.add([lineOf('said'), lineOf('other'), { ...lineOf('quiet S'), level: 'info' }]);
    book.add([lineOf('the last S')]);
    await until(() => heard.length === 3);
    expect(heard.map(({ topic, data }) => [topic, (data as { message: string }).message])).toEqual([
      ['log.line', 'missed'],
      ['log.line', 'said'],
      ['log.line', 'the last S'],
    ]);
  });

  test('a filter that is none is refused', async () => {
    expect(await refusal('/ws/logs?level=loud', admin)).toEqual([422, 'request.invalid']);
  });
});

describe('when it ends', () => {
  test('signing out closes what is open at once, and no other session’s', async () => {
    const mine = await join('/ws/status', viewer);
    endSession('session-2');
    tellStatus('still here');
    await until(() => mine.heard.length === 1);
    endSession('session-1');
    tellStatus('too late');
    await until(() => mine.closed() !== undefined);
    expect([mine.closed(), mine.heard.length]).toEqual([4401, 1]);
  });

  test('a lower role closes it too, although nobody said so', async () => {
    const { closed } = await join('/ws/logs', admin);
    current = async (principal) => ({ ...principal, role: 'editor' });
    await until(() => closed() !== undefined);
    expect(closed()).toBe(4401);
  });

  test('an event stream ends with its session as well', async () => {
    const answer = await fetch(`${listening.url}/api/events`, { headers: viewer });
    const reading = answer.text();
    tellStatus('heard');
    endSession('session-1');
    expect(await reading).toContain('heard');
  });

  test('a frame larger than 64 KB, or too many frames, end it', async () => {
    const large = await join('/ws/status', viewer);
    large.client.send('x'.repeat(64 * 1024 + 1));
    const many = await join('/ws/status', viewer);
    for (let n = 0; n < 100; n += 1) many.client.send('x');
    const pings = await join('/ws/status', viewer);
    for (let n = 0; n < 100; n += 1) pings.client.ping();
    await until(() => [large, many, pings].every(({ closed }) => closed() !== undefined));
    expect([large.closed(), many.closed(), pings.closed()]).toEqual([1009, 1008, 1008]);
  });

  test('a few frames are nobody’s business', async () => {
    const { client, heard, closed } = await join('/ws/status', viewer);
    for (let n = 0; n < 10; n += 1) client.send('hello');
    tellStatus('fine');
    await until(() => heard.length === 1);
    expect(closed()).toBeUndefined();
  });

  test('a reader that does not keep up is let go, and others are not held up', async () => {
    const slow = await join('/ws/status', viewer);
    const quick = await join('/ws/status', admin);
    slow.client.pause();
    // More than the buffers between two sockets of one machine hold.
    const messages = 40;
    for (let sent = 1; sent <= messages; sent += 1) {
      tellStatus('x'.repeat(500_000));
      await until(() => quick.heard.length === sent);
    }
    slow.client.resume();
    await until(() => slow.closed() !== undefined);
    // It may come too late even for the goodbye.
    expect([1013, 1006]).toContain(slow.closed());
    expect(slow.heard.length).toBeLessThan(messages);
  });

  test('when Marquee stops, everybody is told', async () => {
    const { closed } = await join('/ws/status', viewer);
    sockets.close();
    await until(() => closed() !== undefined);
    expect(closed()).toBe(1001);
  });
});
