import { join } from 'node:path';
import type { AuditEntry } from '@marquee/contracts';
import { auditRoutes } from '@marquee/contracts';
import {
  createLogger,
  createSecrets,
  createServiceApp,
  type Listening,
  listen,
  openStore,
  type Store,
} from '@marquee/service-kit';
import { asRole, roleMatrix, type TempFolder, tempFolder, testAuthenticate } from '@marquee/testing';
import { sqliteAudit } from '../adapters/sqlite-audit.ts';
import type { GatewayDb } from '../migrations/gateway-db.ts';
import { gatewayMigrations } from '../migrations/migrations.ts';
import type { AuditLog } from './audit-log.ts';
import { serveAudit } from './audit-routes.ts';
import { keepAuditShort } from './retention.ts';

const ada = { id: 'ada', name: 'Ada', via: { kind: 'session' as const, id: 's1' } };
const from = { address: '192.168.1.20', requestId: 'r1' };
const secrets = createSecrets();
const log = createLogger({ service: 'test', level: 'silent' });
const admin = asRole('admin');

let folder: TempFolder;
let store: Store<GatewayDb>;
let audit: AuditLog;
let listening: Listening;
let now = new Date('2026-11-21T05:00:00.000Z');

beforeEach(async () => {
  folder = await tempFolder();
  store = await openStore<GatewayDb>({
    file: join(folder.path, 'gateway.db'),
    migrations: gatewayMigrations,
  });
  audit = sqliteAudit({ db: store.db, secrets, clock: () => now });
  const service = createServiceApp({ name: 'gateway', version: '1', log, authenticate: testAuthenticate });
  serveAudit(service, { audit });
  listening = await listen(service.app, { port: 0 });
});
afterEach(async () => {
  await listening.close();
  await store.close();
  await folder.remove();
});

const ask = (path: string) => fetch(`${listening.url}/api/audit${path}`, { headers: admin });
const list = async (
  query = '',
): Promise<{ entries: AuditEntry[]; total: number; nextCursor: string | null }> =>
  (await (await ask(query)).json()).data;
const actions = async (query: string) => (await list(query)).entries.map(({ action }) => action);
const noteMany = async (count: number) => {
  for (let n = 1; n <= count; n += 1) await audit.note({ actor: ada, action: `user.changed-${n}`, from });
};

test('a deed is kept with who, what, where and what changed', async () => {
  await audit.note({
    actor: ada,
    action: 'user.role-changed',
    target: { kind: 'user', id: 'grace', name: 'Grace' },
    before: { role: 'viewer' },
    after: { role: 'editor' },
    from,
  });
  expect(await list()).toEqual({
    entries: [
      {
        id: 1,
        at: '2026-11-21T05:00:00.000Z',
        actor: { id: 'ada', name: 'Ada', via: 'session' },
        action: 'user.role-changed',
        outcome: 'done',
        target: { kind: 'user', id: 'grace', name: 'Grace' },
        address: '192.168.1.20',
        before: { role: 'viewer' },
        after: { role: 'editor' },
        requestId: 'r1',
      },
    ],
    total: 1,
    nextCursor: null,
  });
});

test('a stranger and Marquee itself are told apart from people', async () => {
  await audit.note({ actor: { stranger: 'root' }, action: 'session.started', outcome: 'refused', from });
  await audit.note({ actor: 'system', action: 'signing-key.rotated' });
  expect((await list()).entries.map(({ actor, address }) => [actor, address])).toEqual([
    [{ id: null, name: 'Marquee', via: 'system' }, null],
    [{ id: null, name: 'root', via: 'nobody' }, '192.168.1.20'],
  ]);
});

test('no secret is written, neither under its name nor by its value, in a list, a file or the database', async () => {
  secrets.register('canary-4711"x');
  await audit.note({
    actor: { stranger: 'canary-4711"x' },
    action: 'settings.saved',
    target: { kind: 'settings', id: 'plex', name: 'Plex canary-4711"x' },
    before: { token: 'old-token', url: 'http://plex/?X-Plex-Token=in-address' },
    after: { token: { set: true }, servers: [{ name: 'canary-4711"x', password: 'hunter2' }] },
  });
  const everything = JSON.stringify([
    await list(),
    await (await ask('/export')).text(),
    await (await ask('/export?format=ndjson')).text(),
    await store.db.selectFrom('audit').selectAll().execute(),
  ]);
  expect(everything).not.toMatch(/canary-4711|old-token|in-address|hunter2/);
  expect((await list()).entries[0]?.after).toMatchObject({ token: { set: true } });
});

test('pages go from the newest to the oldest, each entry once, also while new ones come', async () => {
  await noteMany(25);
  const seen: string[] = [];
  let query = '?limit=10';
  for (;;) {
    const { entries, nextCursor } = await list(query);
    seen.push(...entries.map(({ action }) => action));
    await audit.note({ actor: ada, action: 'user.came-meanwhile' });
    if (nextCursor === null) break;
    query = `?limit=10&cursor=${nextCursor}`;
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `user.changed-${25 - n}`));
});

test('a cursor of other filters is refused', async () => {
  await noteMany(3);
  const { nextCursor } = await list('?limit=1');
  const answer = await ask(`?limit=1&outcome=done&cursor=${nextCursor}`);
  expect([answer.status, (await answer.json()).error.code]).toEqual([422, 'request.bad-cursor']);
});

test('filters choose by person, action or its beginning, outcome, text and time', async () => {
  await audit.note({
    actor: ada,
    action: 'user.added',
    target: { kind: 'user', id: 'g1', name: '100%_Grace' },
  });
  now = new Date('2026-11-22T05:00:00.000Z');
  await audit.note({ actor: { ...ada, id: 'bob', name: 'Bob' }, action: 'user.removed', from });
  await audit.note({ actor: 'system', action: 'users', outcome: 'refused' });
  expect(await actions('?actor=ada')).toEqual(['user.added']);
  expect(await actions('?action=user.')).toEqual(['user.removed', 'user.added']);
  expect(await actions('?action=user.added')).toEqual(['user.added']);
  expect(await actions('?outcome=refused')).toEqual(['users']);
  expect(await actions('?search=%25_grace')).toEqual(['user.added']);
  expect(await actions('?search=%25x')).toEqual([]);
  expect(await actions('?search=168.1.2')).toEqual(['user.removed']);
  expect(await actions('?until=2026-11-21T05:00:00Z')).toEqual(['user.added']);
  expect(await actions('?from=2026-11-22T05:00:00Z&action=user.')).toEqual(['user.removed']);
});

test('an export is a file of all that fits the filter, in both formats', async () => {
  await noteMany(1203);
  await audit.note({ actor: { ...ada, name: '=cmd()' }, action: 'session.started' });
  const csv = await ask('/export?action=user.');
  expect(csv.headers.get('content-disposition')).toMatch(
    /^attachment; filename="marquee-audit-[\d-]+\.csv"$/,
  );
  const lines = (await csv.text()).trimEnd().split('\r\n');
  expect(lines).toHaveLength(1204);
  expect(lines[0]).toContain('"action"');
  expect(lines[1]).toContain('"user.changed-1203"');
  expect(await (await ask('/export?action=session.')).text()).toContain(`"'=cmd()"`);
  const json = (await (await ask('/export?format=ndjson&action=user.')).text()).trimEnd().split('\n');
  expect(json.map((line) => JSON.parse(line).id)).toEqual(Array.from({ length: 1203 }, (_, n) => 1203 - n));
});

test('only admins read it', async () => {
  const service = createServiceApp({ name: 'gateway', version: '1', log, authenticate: testAuthenticate });
  serveAudit(service, { audit });
  const cells = await roleMatrix(service.app, auditRoutes);
  expect(cells.filter(({ holds }) => !holds)).toEqual([]);
});

test('what is older than asked goes, and all but the newest', async () => {
  now = new Date('2025-01-01T00:00:00.000Z');
  await noteMany(2);
  now = new Date('2026-01-01T00:00:00.000Z');
  await noteMany(5);
  expect(await audit.keep({ since: new Date('2025-06-01'), newest: 100 })).toBe(2);
  expect(await audit.keep({ since: new Date('2025-06-01'), newest: 3 })).toBe(2);
  expect((await list()).entries.map(({ id }) => id)).toEqual([7, 6, 5]);
  expect(await audit.keep({ since: new Date('2025-06-01'), newest: 3 })).toBe(0);
});

test('the sweep keeps a year and 200,000 entries', async () => {
  const asked: unknown[] = [];
  const stop = keepAuditShort({
    audit: { keep: async (limits) => asked.push(limits) },
    clock: () => new Date('2026-11-21T00:00:00.000Z'),
    log,
  });
  stop();
  expect(asked).toEqual([{ since: new Date('2025-11-21T00:00:00.000Z'), newest: 200_000 }]);
});
