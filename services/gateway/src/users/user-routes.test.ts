import { type User, userRoutes } from '@marquee/contracts';
import { type RunningPlexPeople, runningPlexPeople } from '../testing/running-plex-people.ts';
import { PLEX } from '../testing/two-plexes.ts';
import { passwordMatches } from './passwords.ts';

const PASSWORD = 'another horse battery staple';
let marquee: RunningPlexPeople;
let owner: User;
let ask: Awaited<ReturnType<RunningPlexPeople['as']>>;

beforeEach(async () => {
  marquee = await runningPlexPeople();
  owner = await marquee.makeOwner();
  ask = await marquee.as(owner);
});
afterEach(() => marquee.close());

const deed = () => marquee.audit.deeds.filter(({ action }) => action.startsWith('user.')).at(-1);
const created = async (name: string, more: Record<string, string> = {}) =>
  ask('POST', '/users', { name, password: PASSWORD, role: 'viewer' }, more);

test('an account is made once, with its password hashed and unmentioned', async () => {
  const answer = await created('Grace');
  expect(answer).toMatchObject({
    status: 201,
    data: { name: 'Grace', role: 'viewer', origin: 'local', libraries: 'all' },
  });
  const grace = await marquee.people.findByName('Grace');
  expect(await passwordMatches((await marquee.people.passwordHashOf(grace?.id ?? '')) ?? '', PASSWORD)).toBe(
    true,
  );
  expect(deed()).toMatchObject({
    action: 'user.created',
    actor: { id: owner.id },
    target: { id: grace?.id, name: 'Grace' },
    after: { name: 'Grace', role: 'viewer', origin: 'local' },
    from: { address: '192.0.2.1' },
  });
  expect(await created('ＧＲＡＣＥ')).toMatchObject({ status: 409, code: 'user.name-taken' });
  expect(JSON.stringify([marquee.audit.deeds, marquee.logged, marquee.answers])).not.toContain('horse');
});

test('the same wish with the same key makes one account', async () => {
  const key = { 'idempotency-key': 'a-key-of-this-very-wish' };
  const [first, second] = [await created('Grace', key), await created('Grace', key)];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.data).toEqual(first.data);
  expect(await marquee.people.list()).toHaveLength(2);
});

test('a new role and a shut account end every session, and are noted before and after', async () => {
  const grace = await marquee.makeLocal('Grace');
  const change = (body: object) => ask('PATCH', `/users/${grace.id}`, body);
  const herself = await marquee.as(grace);
  expect(await change({ role: 'editor' })).toMatchObject({ status: 200, data: { role: 'editor' } });
  expect(await herself('GET', '/auth/me')).toMatchObject({ status: 401 });
  expect(deed()).toMatchObject({
    action: 'user.role-changed',
    before: { role: 'viewer' },
    after: { role: 'editor' },
  });
  expect(marquee.roles).toEqual(['Grace is editor']);

  await marquee.as(grace);
  expect(await change({ disabled: true })).toMatchObject({ data: { disabled: true } });
  expect(await marquee.sessions.list(grace.id)).toEqual([]);
  expect(deed()).toMatchObject({
    action: 'user.shut',
    before: { disabled: false },
    after: { disabled: true },
  });
  expect(await change({ disabled: false })).toMatchObject({ data: { disabled: false } });
  expect(deed()).toMatchObject({ action: 'user.opened' });
});

test('a change to what is already so ends nothing and is not noted', async () => {
  const grace = await marquee.makeLocal('Grace');
  await marquee.as(grace);
  expect((await ask('PATCH', `/users/${grace.id}`, { role: 'viewer' })).status).toBe(200);
  expect(await marquee.sessions.list(grace.id)).toHaveLength(1);
  expect(deed()).toBeUndefined();
});

test('the first admin stays one, whoever asks', async () => {
  const other = await marquee.as(await marquee.makeLocal('Eve', 'admin'));
  const about = `/users/${owner.id}`;
  for (const answer of [
    await other('PATCH', about, { role: 'viewer' }),
    await other('PATCH', about, { disabled: true }),
    await other('DELETE', about),
  ])
    expect(answer).toMatchObject({ status: 409, code: 'user.owner-stays' });
  expect(await marquee.people.find(owner.id)).toEqual(
    expect.objectContaining({ role: 'admin', disabled: false }),
  );
});

test('a password given by an admin ends the sessions of whoever had the old one', async () => {
  const grace = await marquee.makeLocal('Grace');
  await marquee.as(grace);
  const answer = await ask('PUT', `/users/${grace.id}/password`, { password: PASSWORD });
  expect(answer).toMatchObject({ status: 200, data: { id: grace.id } });
  expect(await marquee.sessions.list(grace.id)).toEqual([]);
  expect(await passwordMatches((await marquee.people.passwordHashOf(grace.id)) ?? '', PASSWORD)).toBe(true);
  expect(deed()).toMatchObject({ action: 'user.password-set', after: { password: { set: true } } });
});

test('who signs in with Plex has no password to set', async () => {
  const { user } = await marquee.browser().signIn(PLEX.ada);
  expect(await ask('PUT', `/users/${user?.id}/password`, { password: PASSWORD })).toMatchObject({
    status: 409,
    code: 'user.no-password',
  });
});

test('a removed account is gone with its sessions and its token of Plex', async () => {
  const browser = marquee.browser();
  const { user } = await browser.signIn(PLEX.ada);
  expect((await ask('DELETE', `/users/${user?.id}`)).status).toBe(200);
  expect(await browser.ask('POST', '/auth/refresh')).toMatchObject({ code: 'auth.session-ended' });
  expect(await marquee.db.selectFrom('plex_accounts').selectAll().execute()).toEqual([]);
  expect(deed()).toMatchObject({
    action: 'user.removed',
    before: { name: 'ada', role: 'admin', plexId: PLEX.ada },
  });
  expect(await ask('DELETE', `/users/${user?.id}`)).toMatchObject({ status: 404, code: 'user.not-found' });
});

test('nobody below an admin reads or changes accounts', async () => {
  const editor = await marquee.as(await marquee.makeLocal('Ed', 'editor'));
  for (const [method, path, body] of [
    ['GET', '/users', undefined],
    ['POST', '/users', userRoutes.create.examples?.body],
    ['PATCH', `/users/${owner.id}`, { role: 'viewer' }],
    ['DELETE', `/users/${owner.id}`, undefined],
    ['GET', '/users/plex-people', undefined],
    ['POST', '/users/plex', { plexId: PLEX.grace, role: 'admin' }],
  ] as const)
    expect(await editor(method, path, body)).toMatchObject({ status: 403, code: 'auth.forbidden' });
});

describe('people of Plex', () => {
  test('are those whom plex.tv lets use a configured server, the owner first', async () => {
    const { user } = await marquee.browser().signIn(PLEX.ada);
    expect((await ask('GET', '/users/plex-people')).data).toEqual([
      { plexId: PLEX.ada, name: 'ada', owner: true, servers: ['Attic'], userId: user?.id },
      { plexId: PLEX.grace, name: 'grace', owner: false, servers: ['Attic'], userId: null },
    ]);
  });

  test('of a server with a bad token, or of no server, cannot be listed', async () => {
    const [attic] = marquee.connections;
    if (attic) attic.token = 'wrong';
    expect(await ask('GET', '/users/plex-people')).toMatchObject({ status: 502, code: 'plex.unauthorized' });
    if (attic) attic.demo = true;
    expect((await ask('GET', '/users/plex-people')).data).toEqual([]);
    expect(marquee.plexes.plexTv.exchanges.map(({ token }) => token)).not.toContain(
      marquee.plexes.attic.token,
    );
  });

  test('are invited by number, come in with the role they were given, and only once', async () => {
    const invite = () => ask('POST', '/users/plex', { plexId: PLEX.grace, role: 'editor' });
    await marquee.makeLocal('grace');
    expect(await invite()).toMatchObject({
      status: 201,
      data: { name: 'grace (Plex)', role: 'editor', origin: 'plex', plexId: PLEX.grace, libraries: [] },
    });
    expect(deed()).toMatchObject({ action: 'user.invited', after: { plexId: PLEX.grace, role: 'editor' } });
    expect(await invite()).toMatchObject({ status: 409, code: 'user.name-taken' });
    const { user } = await marquee.browser().signIn(PLEX.grace);
    expect(user).toMatchObject({ name: 'grace (Plex)', role: 'editor', libraries: ['attic.1'] });
  });

  test('without access are not invited', async () => {
    expect(await ask('POST', '/users/plex', { plexId: PLEX.stranger, role: 'viewer' })).toMatchObject({
      status: 409,
      code: 'user.no-access',
    });
    marquee.plexes.plexTv.faults.add({ path: '*', effect: { kind: 'status', status: 503 } });
    expect(await ask('POST', '/users/plex', { plexId: PLEX.grace, role: 'viewer' })).toMatchObject({
      status: 502,
      code: 'plex-tv.unreachable',
    });
  });
});
