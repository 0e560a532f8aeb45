import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createIdempotencyStore, idempotencyMigration } from './idempotency-store.ts';
import { openStore, type Store } from './open-store.ts';

const answer = { status: 201, headers: { etag: '"5f"' }, body: '{"success":true}' };
const hour = 60 * 60_000;

let dir: string;
let store: Store<unknown>;
let time = 1_000_000;
const open = () =>
  openStore({ file: join(dir, 'keys.db'), migrations: { '0001-idempotency': idempotencyMigration } });
const remembered = () => createIdempotencyStore(store.db, () => time);

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'marquee-idempotency-'));
  store = await open();
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

test('a retry gets the first answer, also after a restart', async () => {
  expect(await remembered().begin('k', 'ada:create', 'h')).toEqual({ state: 'new' });
  await remembered().finish('k', 'ada:create', answer);
  await store.close();
  store = await open();
  expect(await remembered().begin('k', 'ada:create', 'h')).toEqual({ state: 'replay', ...answer });
});

test('another request with the same key is a mismatch, whether the first is done or not', async () => {
  await remembered().begin('k', 's', 'h');
  expect(await remembered().begin('k', 's', 'other')).toEqual({ state: 'mismatch' });
  await remembered().finish('k', 's', answer);
  expect(await remembered().begin('k', 's', 'other')).toEqual({ state: 'mismatch' });
});

test('the same key of somebody else is another key', async () => {
  await remembered().begin('k', 'ada', 'h');
  expect(await remembered().begin('k', 'bo', 'h')).toEqual({ state: 'new' });
});

test('of many callers at once exactly one is first', async () => {
  const keys = remembered();
  const verdicts = await Promise.all(Array.from({ length: 50 }, () => keys.begin('k', 's', 'h')));
  expect(verdicts.filter(({ state }) => state === 'new')).toHaveLength(1);
  expect(verdicts.filter(({ state }) => state === 'in-progress')).toHaveLength(49);
});

test('an abandoned request may be tried again, but a finished one cannot be abandoned', async () => {
  await remembered().begin('k', 's', 'h');
  await remembered().abandon('k', 's');
  expect(await remembered().begin('k', 's', 'h')).toEqual({ state: 'new' });
  await remembered().finish('k', 's', answer);
  await remembered().abandon('k', 's');
  expect(await remembered().begin('k', 's', 'h')).toMatchObject({ state: 'replay' });
});

test('an entry left by a process that died blocks for a minute and no longer', async () => {
  await remembered().begin('k', 's', 'h');
  time += 59_999;
  expect(await remembered().begin('k', 's', 'h')).toEqual({ state: 'in-progress' });
  time += 1;
  const keys = remembered();
  const verdicts = await Promise.all([keys.begin('k', 's', 'h'), keys.begin('k', 's', 'h')]);
  expect(verdicts.map(({ state }) => state).sort()).toEqual(['in-progress', 'new']);
});

test('an answer is kept for a day and then removed', async () => {
  await remembered().begin('k', 's', 'h');
  await remembered().finish('k', 's', answer);
  time += 24 * hour - 1;
  expect(await remembered().begin('k', 's', 'h')).toMatchObject({ state: 'replay' });
  time += 1;
  await remembered().begin('another', 's', 'h');
  const { rows } = await sql<{ key: string }>`SELECT key FROM idempotency`.execute(store.db);
  expect(rows).toEqual([{ key: 'another' }]);
});
