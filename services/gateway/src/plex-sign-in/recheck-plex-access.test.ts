import type { User } from '@marquee/contracts';
import { type RunningPlexPeople, runningPlexPeople } from '../testing/running-plex-people.ts';
import { PLEX } from '../testing/two-plexes.ts';

const HOUR_MS = 3_600_000;
let marquee: RunningPlexPeople;
let browser: ReturnType<RunningPlexPeople['browser']>;
let grace: User;

beforeEach(async () => {
  marquee = await runningPlexPeople();
  await marquee.makeOwner();
  marquee.signIn.plexPeople = 'everyone';
  browser = marquee.browser();
  const { user } = await browser.signIn(PLEX.grace);
  if (!user) throw new Error('Grace was not let in');
  grace = user;
});
afterEach(() => marquee.close());

const refresh = () => browser.ask('POST', '/auth/refresh');
const now = () => marquee.people.find(grace.id);
const share = (sections: number[]) =>
  marquee.plexes.attic.change(({ accounts }) => {
    for (const account of accounts) if (account.plexId === PLEX.grace) account.sections = sections;
  });
const withdraw = () => {
  marquee.plexes.attic.change((state) => {
    state.accounts = state.accounts.filter(({ plexId }) => plexId !== PLEX.grace);
  });
  for (const server of marquee.plexes.plexTv.state.servers)
    server.access = server.access.filter(({ accountId }) => accountId !== PLEX.grace);
};

test('what is shared later is seen after an hour, and is asked no more often', async () => {
  share([1, 2]);
  const before = marquee.plexes.plexTv.exchanges.length;
  expect(await refresh()).toMatchObject({ status: 200, data: { user: { libraries: ['attic.1'] } } });
  expect(marquee.plexes.plexTv.exchanges).toHaveLength(before);
  marquee.clock.pass(HOUR_MS);
  expect(await refresh()).toMatchObject({ data: { user: { libraries: ['attic.1', 'attic.2'] } } });
  marquee.clock.pass(HOUR_MS / 2);
  await refresh();
  expect(marquee.plexes.plexTv.exchanges).toHaveLength(before + 1);
});

test('withdrawn access ends the sessions, and there is nothing left to see', async () => {
  withdraw();
  marquee.clock.pass(HOUR_MS);
  expect(await refresh()).toMatchObject({ status: 401, code: 'auth.session-ended' });
  expect(await now()).toMatchObject({ libraries: [] });
  expect(await marquee.sessions.list(grace.id)).toEqual([]);
  expect(marquee.audit.deeds.at(-1)).toMatchObject({
    actor: 'system',
    action: 'user.access-withdrawn',
    target: { id: grace.id },
  });
  expect(await marquee.db.selectFrom('plex_accounts').selectAll().execute()).toEqual([]);
});

test('a token that its person withdrew at plex.tv ends the sessions too', async () => {
  const account = marquee.plexes.plexTv.state.accounts.find(({ id }) => id === PLEX.grace);
  if (account) account.token = 'another';
  marquee.clock.pass(HOUR_MS);
  expect(await refresh()).toMatchObject({ status: 401, code: 'auth.session-ended' });
});

test.each(['plexTv', 'attic'] as const)('while %s is away everything stays as it was', async (away) => {
  share([2]);
  marquee.plexes[away].faults.add({ path: '*', effect: { kind: 'status', status: 503 } });
  marquee.clock.pass(HOUR_MS);
  expect(await refresh()).toMatchObject({ status: 200, data: { user: { libraries: ['attic.1'] } } });
  marquee.plexes[away].faults.clear();
  expect(await refresh()).toMatchObject({ status: 200, data: { user: { libraries: ['attic.2'] } } });
});

test('a server that is away keeps what it had shown while another answers', async () => {
  const { cellar, plexTv } = marquee.plexes;
  cellar.change(({ accounts }) => {
    const [owner] = accounts;
    if (owner)
      accounts.push({
        ...owner,
        id: PLEX.grace,
        plexId: PLEX.grace,
        accessToken: 'grace-cellar-token',
        sections: [2],
      });
  });
  plexTv.state.servers[1]?.access.push({ accountId: PLEX.grace, accessToken: 'grace-cellar-token' });
  marquee.connections.push({
    id: 'cellar',
    name: 'Cellar',
    url: cellar.url,
    token: cellar.token,
    demo: false,
  });
  marquee.clock.pass(HOUR_MS);
  expect(await refresh()).toMatchObject({ data: { user: { libraries: ['attic.1', 'cellar.2'] } } });
  cellar.faults.add({ path: '*', effect: { kind: 'status', status: 503 } });
  share([1, 2]);
  marquee.clock.pass(HOUR_MS);
  expect(await refresh()).toMatchObject({
    data: { user: { libraries: ['attic.1', 'attic.2', 'cellar.2'] } },
  });
  marquee.connections.pop();
  marquee.clock.pass(HOUR_MS);
  expect(await refresh()).toMatchObject({ data: { user: { libraries: ['attic.1', 'attic.2'] } } });
});

test('many at once look once', async () => {
  marquee.clock.pass(HOUR_MS);
  const before = marquee.plexes.plexTv.exchanges.length;
  await Promise.all(Array.from({ length: 5 }, () => marquee.plexPeople.recheck(grace)));
  expect(marquee.plexes.plexTv.exchanges).toHaveLength(before + 1);
});
