import { join } from 'node:path';
import {
  type Notification,
  notificationRoutes,
  prepareEnded,
  statusChanged,
  type User,
} from '@marquee/contracts';
import {
  type Bus,
  createLogger,
  createServiceApp,
  type Listening,
  listen,
  memoryBus,
  openStore,
  type Store,
} from '@marquee/service-kit';
import { asRole, roleMatrix, type TempFolder, tempFolder, testAuthenticate } from '@marquee/testing';
import { sqliteKnownPlaces } from '../adapters/sqlite-known-places.ts';
import { sqliteNotifications } from '../adapters/sqlite-notifications.ts';
import { sqlitePeople } from '../adapters/sqlite-people.ts';
import type { GatewayDb } from '../migrations/gateway-db.ts';
import { gatewayMigrations } from '../migrations/migrations.ts';
import { until } from '../testing/until.ts';
import { createAccountNotices } from './account-notices.ts';
import { serveNotifications } from './notification-routes.ts';
import { followRules } from './notification-rules.ts';
import type { Notice } from './notification-store.ts';
import { createNotifications, type Notifications } from './notifications.ts';

const log = createLogger({ service: 'test', level: 'silent' });
const clock = () => new Date('2026-11-21T05:00:00.000Z');
const down: Notice = {
  kind: 'service-down',
  severity: 'error',
  facts: { service: 'config', message: 'Gone' },
  link: '/system',
};

let folder: TempFolder;
let store: Store<GatewayDb>;
let bus: Bus;
let notifications: Notifications;
let listening: Listening;
let ada: User;
let bob: User;
let eve: User;

beforeEach(async () => {
  folder = await tempFolder();
  store = await openStore<GatewayDb>({
    file: join(folder.path, 'gateway.db'),
    migrations: gatewayMigrations,
  });
  const people = sqlitePeople(store.db, clock);
  const login = { origin: 'local' as const, passwordHash: 'x' };
  ada = await people.add({ name: 'Ada', role: 'admin', login, libraries: 'all' });
  bob = await people.add({ name: 'Bob', role: 'viewer', login, libraries: ['demo.1'] });
  eve = await people.add({ name: 'Eve', role: 'admin', login, libraries: [] });
  await people.change(eve.id, { disabled: true });
  bus = memoryBus();
  notifications = createNotifications({ store: sqliteNotifications(store.db, clock), people });
  const service = createServiceApp({ name: 'gateway', version: '1', log, authenticate: testAuthenticate });
  serveNotifications(service, notifications);
  listening = await listen(service.app, { port: 0 });
});
afterEach(async () => {
  await listening.close();
  await bus.close();
  await store.close();
  await folder.remove();
});

interface Listed {
  entries: Notification[];
  total: number;
  nextCursor: string | null;
  unread: number;
}
const call = async (user: User, path: string, init: { method?: string; body?: unknown } = {}) => {
  const answer = await fetch(`${listening.url}/api/notifications${path}`, {
    method: init.method ?? 'GET',
    headers: { ...asRole(user.role, user.libraries, user.id), 'content-type': 'application/json' },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  return { status: answer.status, ...(await answer.json()) };
};
const list = async (user: User, query = ''): Promise<Listed> => (await call(user, query)).data;
const kinds = async (user: User) => (await list(user)).entries.map(({ kind }) => kind);

test('admins who are not shut out are told, others not, and each has their own copy', async () => {
  await notifications.notify('admins', down);
  expect(await list(ada)).toEqual({
    entries: [{ ...down, id: expect.any(String), at: '2026-11-21T05:00:00.000Z', read: false }],
    total: 1,
    nextCursor: null,
    unread: 1,
  });
  expect((await list(bob)).entries).toEqual([]);
  expect((await list(eve)).entries).toEqual([]);
});

test('news of a library reaches those who may see it; news for somebody who is gone reaches nobody', async () => {
  await notifications.notify('everyone-who-may-see:demo.2', down);
  expect([(await kinds(ada)).length, (await kinds(bob)).length]).toEqual([1, 0]);
  await notifications.notify('everyone-who-may-see:demo.1', down);
  await notifications.notify(['nobody', bob.id], down);
  expect([(await kinds(ada)).length, (await kinds(bob)).length]).toEqual([2, 2]);
});

test('whoever listens for a person hears theirs and nothing else, with how many are unread', async () => {
  const heard: unknown[] = [];
  const stop = notifications.listen(bob.id, (added) => heard.push(added));
  await notifications.notify([ada.id], down);
  await notifications.notify([bob.id], down);
  await notifications.notify([bob.id], down);
  stop();
  await notifications.notify([bob.id], down);
  expect(heard).toEqual([
    { userId: bob.id, unread: 1, notification: expect.objectContaining({ kind: 'service-down' }) },
    { userId: bob.id, unread: 2, notification: expect.anything() },
  ]);
});

test('reading, unreading, reading all and removing', async () => {
  await notifications.notify([ada.id], down);
  await notifications.notify([ada.id], down);
  const [first] = (await list(ada)).entries;
  const place = `/${first?.id}`;
  const read = await call(ada, `${place}/read`, { method: 'PUT', body: { read: true } });
  expect(read.data).toEqual({ ...first, read: true });
  expect((await list(ada, '?unread=true')).total).toBe(1);
  await call(ada, `${place}/read`, { method: 'PUT', body: { read: false } });
  expect((await list(ada)).unread).toBe(2);
  expect((await call(ada, '/read-all', { method: 'POST' })).data).toEqual({ marked: 2 });
  expect((await list(ada)).unread).toBe(0);
  expect((await call(ada, place, { method: 'DELETE' })).status).toBe(200);
  expect((await list(ada)).total).toBe(1);
});

test('what belongs to somebody else does not exist', async () => {
  await notifications.notify([ada.id], down);
  const [hers] = (await list(ada)).entries;
  const refused = [404, 'notification.not-found'];
  const read = await call(bob, `/${hers?.id}/read`, { method: 'PUT', body: { read: true } });
  expect([read.status, read.error.code]).toEqual(refused);
  const removed = await call(bob, `/${hers?.id}`, { method: 'DELETE' });
  expect([removed.status, removed.error.code]).toEqual(refused);
  await call(bob, '/read-all', { method: 'POST' });
  expect(await list(ada)).toMatchObject({ total: 1, unread: 1 });
});

test('pages cover all once, newest first, and a cursor is good for its own person only', async () => {
  for (let n = 0; n < 7; n += 1) await notifications.notify([ada.id], { ...down, facts: { n } });
  const seen: unknown[] = [];
  let query = '?limit=3';
  for (;;) {
    const { entries, nextCursor } = await list(ada, query);
    seen.push(...entries.map(({ facts }) => facts.n));
    if (nextCursor === null) break;
    expect((await call(bob, `?limit=3&cursor=${nextCursor}`)).error.code).toBe('request.bad-cursor');
    query = `?limit=3&cursor=${nextCursor}`;
  }
  expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0]);
});

test('a person has 500 at most: the oldest go', async () => {
  const own = sqliteNotifications(store.db, clock);
  await own.put(bob.id, down);
  for (let n = 1; n <= 501; n += 1) await own.put(ada.id, { ...down, facts: { n } });
  expect((await list(ada)).total).toBe(500);
  expect((await own.page(ada.id, { unreadOnly: false, before: undefined, limit: 500 })).at(-1)).toMatchObject(
    {
      notification: { facts: { n: 2 } },
    },
  );
  expect((await list(bob)).total).toBe(1);
});

test('every operation holds its role', async () => {
  const service = createServiceApp({ name: 'gateway', version: '1', log, authenticate: testAuthenticate });
  serveNotifications(service, notifications);
  expect((await roleMatrix(service.app, notificationRoutes)).filter(({ holds }) => !holds)).toEqual([]);
});

describe('by the rules', () => {
  const status = (state: 'ok' | 'degraded' | 'down', name = 'config') =>
    bus.publish(statusChanged, { name, state, message: `is ${state}` });
  const job = {
    id: '6b8f7a52-1f0e-4c7e-9f4b-2d9c3a1e5b60',
    libraryId: 'demo.1',
    state: 'succeeded' as const,
    done: 64,
    total: 64,
    failed: 0,
    message: 'All 64 posters are ready',
    createdAt: '2026-11-21T05:00:00.000Z',
    endedAt: '2026-11-21T05:10:00.000Z',
  };
  const end = (askedBy: string | null, change = {}) =>
    bus.publish(prepareEnded, { job: { ...job, ...change }, libraryTitle: 'Films', askedBy });
  /** Stopping waits for what is in hand, which is all of it where it is little. */
  const after = async (act: () => Promise<void>) => {
    const rules = await followRules({ bus, notifications, log });
    await act();
    await rules.stop();
  };

  test('admins hear that a service went away and that it is back, and no other change', async () => {
    await after(async () => {
      for (const state of ['degraded', 'ok', 'down', 'down', 'degraded', 'ok'] as const) await status(state);
    });
    const { entries } = await list(ada);
    expect(entries.map(({ kind, severity, facts, link }) => [kind, severity, facts, link])).toEqual([
      ['service-back', 'ok', { service: 'config', message: 'is degraded' }, '/system'],
      ['service-down', 'error', { service: 'config', message: 'is down' }, '/system'],
    ]);
    expect((await list(bob)).total).toBe(0);
  });

  test('a service that flaps does not flood: what is unread is renewed and moves up', async () => {
    await after(async () => {
      for (let n = 0; n < 20; n += 1) {
        await status('down');
        await status('ok');
      }
      await status('down', 'gateway');
      await status('down');
      await until(async () => (await kinds(ada)).join() === 'service-down,service-down,service-back');
    });
    expect((await list(ada)).entries.map(({ kind, facts }) => `${kind} ${facts.service}`)).toEqual([
      'service-down config',
      'service-down gateway',
      'service-back config',
    ]);
  });

  test('after it was read, the next one is a new one', async () => {
    await after(() => status('down'));
    await call(ada, '/read-all', { method: 'POST' });
    await after(() => status('down'));
    expect(await list(ada)).toMatchObject({ total: 2, unread: 1 });
  });

  test('the end of a job is told to who asked for it, once, however often it is said', async () => {
    await after(async () => {
      await end(bob.id);
      await end(bob.id);
    });
    expect((await list(bob)).entries).toEqual([
      expect.objectContaining({
        kind: 'posters-prepared',
        severity: 'ok',
        facts: { library: 'Films', count: 64, job: job.id },
        link: '/libraries/demo.1',
      }),
    ]);
    expect((await list(ada)).total).toBe(0);
  });

  test('a job that half failed is a warning, one that failed an error, and nobody’s job is the admins’', async () => {
    await after(async () => {
      await end(bob.id, { failed: 4, message: '4 could not be sized' });
      await end(null, { state: 'failed', failed: 64, message: 'None could be sized' });
    });
    expect((await list(bob)).entries[0]).toMatchObject({
      kind: 'posters-prepared',
      severity: 'warn',
      facts: { count: 60, message: '4 could not be sized' },
    });
    expect((await list(ada)).entries[0]).toMatchObject({ kind: 'posters-failed', severity: 'error' });
  });
});

describe('of one’s own account', () => {
  const session = (id: string, device = 'Firefox on Linux', address = '10.0.0.1') => ({
    id,
    device,
    address,
  });
  const notices = () =>
    createAccountNotices({ notifications, wasThereBefore: sqliteKnownPlaces(store.db), log });
  const keep = (id: string, device: string, address: string) =>
    store.db
      .insertInto('sessions')
      .values({
        ...{ id, user_id: bob.id, method: 'password', device, address, ended_at: null, end_reason: null },
        ...{ created_at: 'x', last_used_at: 'x', expires_at: 'x' },
      })
      .execute();
  const seen = () => ({ ...bob, lastSeenAt: '2026-11-20T05:00:00.000Z' });

  test('a sign-in from another device or address is told, from a known place or for the first time not', async () => {
    await keep('s1', 'Firefox on Linux', '10.0.0.1');
    await keep('s2', 'Firefox on Linux', '10.0.0.1');
    await notices().newSignIn(bob, session('s1', 'Safari on iOS'));
    await notices().newSignIn(seen(), session('s2'));
    expect(await kinds(bob)).toEqual([]);
    await notices().newSignIn(seen(), session('s3', 'Safari on iOS'));
    await notices().newSignIn(seen(), session('s4', undefined, '203.0.113.9'));
    expect((await list(bob)).entries.map(({ facts }) => facts)).toEqual([
      { device: 'Firefox on Linux', address: '203.0.113.9' },
      { device: 'Safari on iOS', address: '10.0.0.1' },
    ]);
  });

  test('a stolen cookie, a new key and a new role are told to the person alone', async () => {
    await notices().sessionReused(bob, session('s1'));
    await notices().apiKeyMade(bob, { name: 'Backup', role: 'viewer' });
    await notices().roleChanged({ ...bob, role: 'editor' });
    expect((await list(bob)).entries.map(({ kind, facts }) => [kind, facts])).toEqual([
      ['role-changed', { role: 'editor' }],
      ['api-key-made', { name: 'Backup', role: 'viewer' }],
      ['session-reused', { device: 'Firefox on Linux', address: '10.0.0.1' }],
    ]);
    expect((await list(ada)).total).toBe(0);
  });

  test('a notice that cannot be kept spoils no sign-in', async () => {
    const notify = async () => Promise.reject(new Error('the disk is full'));
    const broken = createAccountNotices({
      notifications: { notify },
      wasThereBefore: async () => false,
      log,
    });
    await expect(broken.sessionReused(bob, session('s1'))).resolves.toBeUndefined();
  });
});
