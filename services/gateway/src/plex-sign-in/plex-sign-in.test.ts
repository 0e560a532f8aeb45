import { hashOf } from '../sessions/refresh-tokens.ts';
import { type RunningPlexPeople, runningPlexPeople } from '../testing/running-plex-people.ts';
import { PLEX } from '../testing/two-plexes.ts';

let marquee: RunningPlexPeople;
beforeEach(async () => {
  marquee = await runningPlexPeople();
  await marquee.makeOwner();
});
afterEach(() => marquee.close());

const everyone = () => {
  marquee.signIn.plexPeople = 'everyone';
};
const sessionCount = async () => {
  const people = await marquee.people.list();
  return (await Promise.all(people.map(({ id }) => marquee.sessions.list(id)))).flat().length;
};
const refusals = () => marquee.audit.deeds.filter(({ outcome }) => outcome === 'refused');
const atPlexTv = (plexId: number) => marquee.plexes.plexTv.state.accounts.find(({ id }) => id === plexId);

test('the server’s owner comes in as an admin who sees everything', async () => {
  const { user, status } = await marquee.browser().signIn(PLEX.ada);
  expect(status).toBe(200);
  expect(user).toMatchObject({
    name: 'ada',
    role: 'admin',
    origin: 'plex',
    plexId: PLEX.ada,
    owner: false,
    libraries: 'all',
  });
  expect(marquee.audit.deeds.map(({ action }) => action)).toEqual(['user.created', 'session.started']);
});

test('an invited person comes in, and sees what is shared with them', async () => {
  const login = { origin: 'plex' as const, plexId: PLEX.grace };
  const invited = await marquee.people.add({ name: 'Gracie', role: 'editor', login, libraries: [] });
  const { user } = await marquee.browser().signIn(PLEX.grace);
  expect(user).toMatchObject({ id: invited.id, name: 'Gracie', role: 'editor', libraries: ['attic.1'] });
});

test('somebody with access who was not invited stays out, unless everyone may come in', async () => {
  expect(await marquee.browser().signIn(PLEX.grace)).toMatchObject({
    status: 403,
    code: 'auth.plex-refused',
  });
  expect(refusals()).toMatchObject([
    {
      action: 'session.refused',
      actor: { stranger: 'grace' },
      after: { plexId: PLEX.grace, reason: 'not invited' },
    },
  ]);
  everyone();
  const { user } = await marquee.browser().signIn(PLEX.grace);
  expect(user).toMatchObject({ role: 'viewer', libraries: ['attic.1'] });
});

test('who has access to other servers only stays out, whatever that server calls itself', async () => {
  everyone();
  expect(await marquee.browser().signIn(PLEX.stranger)).toMatchObject({
    status: 403,
    code: 'auth.plex-refused',
  });
  const cellar = marquee.plexes.plexTv.state.servers[1];
  if (cellar) cellar.machineIdentifier = 'attic-machine';
  expect(await marquee.browser().signIn(PLEX.stranger)).toMatchObject({
    status: 403,
    code: 'auth.plex-refused',
  });
  expect(await marquee.people.findByPlexId(PLEX.stranger)).toBeUndefined();
});

test('a shared person whom plex.tv calls the owner is not one, since the server knows better', async () => {
  everyone();
  const attic = marquee.plexes.plexTv.state.servers[0];
  if (attic) attic.ownerId = PLEX.grace;
  const { user } = await marquee.browser().signIn(PLEX.grace);
  expect(user).toMatchObject({ role: 'viewer', libraries: ['attic.1'] });
});

test('the number alone tells who it is: neither name nor e-mail address leads to another’s account', async () => {
  everyone();
  const victim = await marquee.makeLocal('grace', 'admin');
  const plexVictim = await marquee.people.add({
    name: 'grace@example.org',
    role: 'admin',
    login: { origin: 'plex', plexId: 777 },
    libraries: 'all',
  });
  const { user } = await marquee.browser().signIn(PLEX.grace);
  expect(user).toMatchObject({ name: 'grace (Plex)', role: 'viewer', plexId: PLEX.grace });
  expect([victim.id, plexVictim.id]).not.toContain(user?.id);
});

test('another number behind the same name is somebody else', async () => {
  everyone();
  const { user } = await marquee.browser().signIn(PLEX.grace);
  const account = atPlexTv(PLEX.grace);
  if (account) account.id = 9999;
  for (const server of marquee.plexes.plexTv.state.servers)
    for (const one of server.access) if (one.accountId === PLEX.grace) one.accountId = 9999;
  const other = await marquee.browser().signIn(9999);
  expect(other.user).toMatchObject({ name: 'grace (Plex)', plexId: 9999 });
  expect(other.user?.id).not.toBe(user?.id);
});

test('a shut account stays out, and is told no more than others', async () => {
  const { user } = await marquee.browser().signIn(PLEX.ada);
  await marquee.people.change(user?.id ?? '', { disabled: true });
  const shut = await marquee.browser().signIn(PLEX.ada);
  const unknown = await marquee.browser().signIn(PLEX.stranger);
  expect(shut).toMatchObject({ status: 403, code: 'auth.plex-refused' });
  const told = ({ data, code, status }: typeof shut) => ({ data, code, status });
  expect(told(shut)).toEqual(told(unknown));
});

test('nobody comes in by Plex before the first admin is made', async () => {
  await marquee.db.deleteFrom('users').execute();
  const browser = marquee.browser();
  expect(await browser.ask('POST', '/auth/plex/start')).toMatchObject({ status: 409, code: 'auth.plex-off' });
  expect(await browser.finish()).toMatchObject({ status: 409, code: 'auth.plex-off' });
  expect(await marquee.people.list()).toEqual([]);
});

test('switched off, it neither begins nor ends', async () => {
  const browser = marquee.browser();
  marquee.plexes.plexTv.approve(await browser.start(), PLEX.ada);
  marquee.signIn.plex = false;
  expect(await browser.ask('POST', '/auth/plex/start')).toMatchObject({ code: 'auth.plex-off' });
  expect(await browser.finish()).toMatchObject({ code: 'auth.plex-off' });
});

describe('an attempt', () => {
  test('waits until somebody says yes', async () => {
    const browser = marquee.browser();
    const code = await browser.start();
    expect(await browser.finish()).toMatchObject({ status: 200, data: { state: 'waiting' } });
    marquee.plexes.plexTv.approve(code, PLEX.ada);
    expect(await browser.finish()).toMatchObject({ status: 200, data: { state: 'signed-in' } });
    expect([...browser.jar.keys()].toSorted()).toEqual(['marquee', 'marquee-view']);
  });

  test('is kept by a hash, in a cookie that no script and no other site sees', async () => {
    const { headers } = await marquee.browser().ask('POST', '/auth/plex/start');
    const [cookie] = headers.getSetCookie();
    expect(cookie).toMatch(/^marquee-plex=[\w-]{43}; Max-Age=300; Path=\/; HttpOnly; SameSite=Lax$/);
    const state = cookie?.slice('marquee-plex='.length).split(';')[0] ?? '';
    const [row] = await marquee.db.selectFrom('plex_attempts').selectAll().execute();
    expect(row?.state_hash).toBe(hashOf(state));
    expect(JSON.stringify(row)).not.toContain(state);
  });

  test('leads people to plex.tv and back to our own address, whatever Host says', async () => {
    const { data } = await marquee
      .browser()
      .ask('POST', '/auth/plex/start', undefined, { 'x-forwarded-host': 'evil.example' });
    const { signInUrl } = data as { signInUrl: string };
    expect(new URLSearchParams(new URL(signInUrl).hash.slice(2)).get('forwardUrl')).toBe(
      'http://localhost:8080/api/auth/callback',
    );
    const back = await marquee.browser().ask('GET', '/auth/callback');
    expect([back.status, back.headers.get('location')]).toEqual([303, '/sign-in?plex=back']);
  });

  test('is good in the browser that began it and in no other', async () => {
    const browser = marquee.browser();
    const other = marquee.browser();
    const code = await browser.start();
    await other.start();
    marquee.plexes.plexTv.approve(code, PLEX.ada);
    expect(await other.finish()).toMatchObject({ data: { state: 'waiting' } });
    const bare = await marquee.browser().finish();
    expect(bare).toMatchObject({ status: 410, code: 'auth.plex-pin-gone' });
  });

  test('is good for one sign-in', async () => {
    const browser = marquee.browser();
    marquee.plexes.plexTv.approve(await browser.start(), PLEX.ada);
    const state = browser.jar.get('marquee-plex') ?? '';
    expect((await browser.finish()).status).toBe(200);
    const again = marquee.browser();
    again.jar.set('marquee-plex', state);
    expect(await again.finish()).toMatchObject({ status: 410, code: 'auth.plex-pin-gone' });
  });

  test('is over after five minutes, though the PIN lives longer', async () => {
    const browser = marquee.browser();
    marquee.plexes.plexTv.approve(await browser.start(), PLEX.ada);
    marquee.clock.pass(5 * 60_000);
    expect(await browser.finish()).toMatchObject({ status: 410, code: 'auth.plex-pin-gone' });
    await marquee.browser().start();
    expect(await marquee.db.selectFrom('plex_attempts').selectAll().execute()).toHaveLength(1);
  });

  test('finished many times at once makes one session and one account', async () => {
    const browser = marquee.browser();
    marquee.plexes.plexTv.approve(await browser.start(), PLEX.ada);
    const heard = await Promise.all(Array.from({ length: 8 }, () => browser.finish()));
    expect(heard.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(410)]);
    expect(await sessionCount()).toBe(1);
    expect(await marquee.people.list()).toHaveLength(2);
  });

  test('survives a plex.tv and a server that fail for a moment', async () => {
    const browser = marquee.browser();
    const { plexTv, attic } = marquee.plexes;
    plexTv.approve(await browser.start(), PLEX.ada);
    const fault = { effect: { kind: 'status' as const, status: 503 } };
    const mend = plexTv.faults.add({ ...fault, path: '/api/v2/resources' });
    expect(await browser.finish()).toMatchObject({ status: 502, code: 'plex-tv.unreachable' });
    mend();
    attic.faults.add({ ...fault, path: '/library/sections' });
    expect(await browser.finish()).toMatchObject({ status: 502, code: 'plex.unreachable' });
    attic.faults.clear();
    expect((await browser.finish()).status).toBe(200);
  });

  test('cannot be begun without end from one address', async () => {
    const browser = marquee.browser();
    const heard = [];
    for (let time = 0; time < 12; time += 1) heard.push(await browser.ask('POST', '/auth/plex/start'));
    expect(heard.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429, 429]);
    expect(heard.at(-1)?.headers.get('retry-after')).toBe('60');
    expect(marquee.plexes.plexTv.exchanges).toHaveLength(10);
  });
});

test('two people of one account at the same moment are one person', async () => {
  everyone();
  const browsers = Array.from({ length: 4 }, () => marquee.browser());
  for (const browser of browsers) marquee.plexes.plexTv.approve(await browser.start(), PLEX.grace);
  const heard = await Promise.all(browsers.map((browser) => browser.finish()));
  expect(heard.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await marquee.people.list()).filter(({ origin }) => origin === 'plex')).toHaveLength(1);
});

test('no token is in an answer, a log line, the audit log or the database', async () => {
  everyone();
  await marquee.browser().signIn(PLEX.ada);
  await marquee.browser().signIn(PLEX.grace);
  await marquee.browser().signIn(PLEX.stranger);
  marquee.plexes.attic.faults.add({ path: '*', effect: { kind: 'status', status: 500 } });
  await marquee.browser().signIn(PLEX.grace);
  const kept = await marquee.db.selectFrom('plex_accounts').selectAll().execute();
  expect(kept).toHaveLength(2);
  const attempts = await marquee.db.selectFrom('plex_attempts').selectAll().execute();
  const told = JSON.stringify([marquee.answers, marquee.logged, marquee.audit.deeds, kept, attempts]);
  expect(marquee.logged.length).toBeGreaterThan(0);
  expect(told).not.toContain('canary');
});

test('somebody’s token for our server goes nowhere else', async () => {
  everyone();
  await marquee.browser().signIn(PLEX.grace);
  const asked = marquee.plexes.plexTv.exchanges.map(({ token }) => token);
  expect(asked).toContain('grace-canary-token-account');
  expect(asked).not.toContain('grace-canary-token');
  expect(marquee.plexes.cellar.exchanges).toEqual([]);
});
