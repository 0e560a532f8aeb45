import { randomBytes } from 'node:crypto';
import { parse } from 'cookie';
import { type TestStore, testClock, testIdentity, testStore } from '../testing/gateway-store.ts';
import { hashPassword } from '../users/passwords.ts';

const from = { address: '192.0.2.1', requestId: 'r1' };
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
let given: TestStore;
let identity: Awaited<ReturnType<typeof testIdentity>>;

beforeEach(async () => {
  given = await testStore();
  identity = await testIdentity({ store: given });
});
afterEach(() => given.close());

async function ada() {
  const known = await identity.people.findByName('Ada');
  if (known) return known;
  const login = { origin: 'local' as const, passwordHash: await hashPassword('correct horse battery') };
  return identity.people.add({ name: 'Ada', role: 'admin', login, libraries: 'all' });
}
const tokenIn = (cookies: readonly string[]) => parse(cookies[0] ?? '').marquee ?? '';
async function begin() {
  const { cookies, signedIn } = await identity.sessions.begin(await ada(), {
    method: 'password',
    userAgent: agent,
    from,
  });
  return { token: tokenIn(cookies), signedIn };
}
const refresh = (token: string | undefined, here = identity) => here.sessions.refresh(token, from, agent);
const ended = { code: 'auth.session-ended' };

test('a token works once and is followed by another; the session says where it was used', async () => {
  const { token } = await begin();
  const next = tokenIn((await refresh(token)).cookies);
  expect(next).not.toBe(token);
  identity.clock.pass(60_000);
  expect(tokenIn((await refresh(next)).cookies)).not.toBe(next);
  expect(await identity.sessions.list((await ada()).id)).toEqual([
    expect.objectContaining({ device: 'Firefox on Linux', address: '192.0.2.1', method: 'password' }),
  ]);
});

test('twenty tabs with the same token get the same next one, and nobody is locked out', async () => {
  const { token } = await begin();
  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(token)));
  const next = new Set(answers.map(({ cookies }) => tokenIn(cookies)));
  expect(next.size).toBe(1);
  await refresh([...next][0]);
  expect(await identity.sessions.list((await ada()).id)).toHaveLength(1);
});

test('an old token that comes later ends the whole family, its newest token too, and is told of', async () => {
  const told: string[] = [];
  identity.heed({
    heed: { began: async () => {}, reused: async (user) => void told.push(user.name) },
  });
  const { token } = await begin();
  const next = tokenIn((await refresh(token)).cookies);
  identity.clock.pass(11_000);
  await expect(refresh(token)).rejects.toMatchObject(ended);
  await expect(refresh(next)).rejects.toMatchObject(ended);
  expect(told).toEqual(['Ada']);
  expect(identity.audit.deeds.at(-1)).toMatchObject({ action: 'session.token-reused', outcome: 'refused' });
});

test('within the moment of grace an old token is refused, too, once its successor was used', async () => {
  const { token } = await begin();
  await refresh(tokenIn((await refresh(token)).cookies));
  await expect(refresh(token)).rejects.toMatchObject(ended);
});

test('whoever lost the answer to a kill of the gateway can go on after its restart', async () => {
  const dataKey = randomBytes(32);
  const clock = testClock();
  const before = await testIdentity({ store: given, dataKey, clock });
  identity = before;
  const { token } = await begin();
  await refresh(token);
  clock.pass(60_000);
  const after = await testIdentity({ store: given, dataKey, clock });
  const next = tokenIn((await refresh(token, after)).cookies);
  await refresh(next, after);
  // But not for ever.
  clock.pass(130_000);
  await expect(refresh(token, after)).rejects.toMatchObject(ended);
});

test.each(['', 'x', 'A'.repeat(43), '../../../etc/passwd', undefined])('%j is no token', async (token) => {
  await begin();
  await expect(refresh(token)).rejects.toMatchObject(ended);
  expect(await identity.sessions.list((await ada()).id)).toHaveLength(1);
});

test('a session ends after fourteen idle days, and after thirty in any case', async () => {
  const day = 24 * 3_600_000;
  const idle = await begin();
  identity.clock.pass(14 * day);
  await expect(refresh(idle.token)).rejects.toMatchObject(ended);
  let { token } = await begin();
  for (let n = 0; n < 4; n += 1) {
    identity.clock.pass(7 * day);
    token = tokenIn((await refresh(token)).cookies);
  }
  identity.clock.pass(3 * day);
  await expect(refresh(token)).rejects.toMatchObject(ended);
});

test('ending one or all tells listeners at once, and a shut account refreshes nothing', async () => {
  const heard: string[] = [];
  identity.sessions.onEnd((id) => heard.push(id));
  const [one, two, three] = [await begin(), await begin(), await begin()];
  const { id: userId } = await ada();
  const ids = (await identity.sessions.list(userId)).map(({ id }) => id);
  expect(await Promise.all(ids.map((id) => identity.sessions.isLive(id)))).toEqual([true, true, true]);
  const [first = '', keep = ''] = ids;
  expect(await identity.sessions.end(userId, first, 'ended-by-person')).toBe(true);
  expect(await identity.sessions.end(userId, first, 'ended-by-person')).toBe(false);
  expect(await identity.sessions.end('somebody-else', keep, 'ended-by-person')).toBe(false);
  expect(await identity.sessions.endAll(userId, 'ended-by-person', keep)).toBe(1);
  expect(heard.sort()).toEqual(ids.filter((id) => id !== keep).sort());
  expect(await identity.sessions.isLive(first)).toBe(false);
  const alive = await Promise.allSettled([one, two, three].map(({ token }) => refresh(token)));
  expect(alive.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await identity.people.change(userId, { disabled: true });
  const kept = [one, two, three].find((_, at) => alive[at]?.status === 'fulfilled');
  await expect(refresh(kept?.token)).rejects.toMatchObject(ended);
});

test('what ended long ago is swept away, and what is idle is ended', async () => {
  await begin();
  identity.clock.pass(15 * 24 * 3_600_000);
  await identity.sessions.sweep();
  expect(await given.store.db.selectFrom('sessions').select('end_reason').execute()).toEqual([
    { end_reason: 'expired' },
  ]);
  identity.clock.pass(31 * 24 * 3_600_000);
  await identity.sessions.sweep();
  expect(await given.store.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  expect(await given.store.db.selectFrom('refresh_tokens').selectAll().execute()).toEqual([]);
});

test('neither tokens nor what makes them stand in the database', async () => {
  const { token } = await begin();
  const next = tokenIn((await refresh(token)).cookies);
  const rows = JSON.stringify(await given.store.db.selectFrom('refresh_tokens').selectAll().execute());
  expect(rows).not.toContain(token);
  expect(rows).not.toContain(next);
});
