import { libraryChanged, type PlexConnection, serversChanged } from '@marquee/contracts';
import { createLogger, createOutboundGuard, createSecrets } from '@marquee/service-kit';
import { type PlexStandIn, startPlexStandIn } from '@marquee/stand-ins';
import { asRole } from '@marquee/testing';
import request from 'supertest';
import { plexClients } from '../adapters/plex-clients.ts';
import { plexLibrary } from '../testing/plex-library.ts';
import { type RunningConfig, runningConfig } from '../testing/running-config.ts';
import { until } from '../testing/until.ts';
import { createLiveServers, type LiveServers } from './live-servers.ts';

jest.setTimeout(30_000);

const logged: string[] = [];
const log = createLogger({
  service: 'test',
  level: 'debug',
  destination: { write: (line) => logged.push(line) },
});
let standIns: PlexStandIn[];
let wanted: PlexConnection[];
let away: boolean;
let changed: () => void;
let servers: LiveServers;
let config: RunningConfig;
let told: number[];

const connectionTo = (
  standIn: PlexStandIn | undefined,
  more: Partial<PlexConnection> = {},
): PlexConnection => ({
  ...{ id: 'plex', name: 'Plex', demo: false },
  url: standIn?.url ?? '',
  token: standIn?.token ?? null,
  ...more,
});

beforeEach(async () => {
  standIns = await Promise.all([0, 1].map(() => startPlexStandIn({ library: plexLibrary() })));
  standIns[1]?.change(({ sections }) => {
    for (const section of sections) section.title = `Other ${section.title}`;
  });
  wanted = [connectionTo(standIns[0])];
  away = false;
  logged.length = 0;
  servers = createLiveServers({
    connections: {
      list: async () => {
        if (away) throw new Error('The gateway is away');
        return wanted;
      },
      onChange: (listener) => {
        changed = listener;
        return () => undefined;
      },
    },
    connect: plexClients({
      guard: createOutboundGuard({ denyPorts: [9] }),
      version: '0',
      secrets: createSecrets(),
    }),
    log,
    retryMs: 5,
  });
  config = await runningConfig({ servers });
  told = [];
  await config.bus.subscribe(serversChanged, {}, ({ count }) => {
    told.push(count);
  });
});
afterEach(async () => {
  await config.close();
  servers.stop();
  await Promise.all(standIns.map((standIn) => standIn.close()));
});

const ask = (path: string) => request(config.app()).get(`/api${path}`).set(asRole('admin'));
const titles = async (): Promise<string[]> =>
  (await ask('/libraries').expect(200)).body.data.map(({ title }: { title: string }) => title);
const change = async (...connections: PlexConnection[]) => {
  const before = told.length;
  wanted = connections;
  changed();
  await until(() => told.length > before);
};
const checks = async () => {
  const { body } = await request(config.app()).get('/readyz');
  return body.checks.filter(({ name }: { name: string }) => name.startsWith('plex'));
};

test('another address is another server at once: nothing remembered of the old one is shown', async () => {
  await servers.start();
  await config.start();
  const before = await titles();
  await change(connectionTo(standIns[1]));
  expect(await titles()).toEqual(before.map((title) => `Other ${title}`));
  expect(told).toEqual([1]);
  const asked = standIns[0]?.exchanges.length;
  await titles();
  expect(standIns[0]?.exchanges).toHaveLength(asked ?? 0);
});

test('the ear moves along: what the new server tells of is told on, the old one is not heard any more', async () => {
  await servers.start();
  await config.start();
  await change(connectionTo(standIns[1], { id: 'other' }));
  const heard: string[] = [];
  await config.bus.subscribe(libraryChanged, {}, ({ libraryId }) => {
    heard.push(libraryId);
  });
  const [other] = servers.list() ?? [];
  await until(async () => {
    await other?.client.edits.fields(
      { sectionId: '1', type: 'movie', ratingKeys: ['1001'] },
      { title: { value: 'Anything' } },
    );
    return heard.length > 0;
  });
  expect(new Set(heard)).toEqual(new Set(['other.1']));
});

test('a server that did not change keeps its client; one that is gone is unknown', async () => {
  await servers.start();
  await config.start();
  const [first] = servers.list() ?? [];
  await change(connectionTo(standIns[0]), connectionTo(standIns[1], { id: 'other', name: 'Other' }));
  expect(servers.list()?.[0]).toBe(first);
  expect((await checks()).map(({ name }: { name: string }) => name)).toEqual(['plex:plex', 'plex:other']);
  await change(connectionTo(standIns[1], { id: 'other', name: 'Other' }));
  await ask('/libraries/plex.1').expect(404);
  await ask('/libraries/other.1').expect(200);
  await change();
  expect(await titles()).toEqual([]);
  expect(await checks()).toEqual([
    { name: 'plex', state: 'degraded', message: 'No Plex server is set up: add one in Settings' },
  ]);
});

test('while nobody can say which servers there are that is said, and asked until they can', async () => {
  away = true;
  await servers.start();
  await config.start();
  const { body } = await ask('/libraries').expect(503);
  expect(body.error.details[0].message).toBe('Which Plex servers there are is not known yet');
  expect(await checks()).toMatchObject([{ name: 'plex', state: 'degraded' }]);
  away = false;
  await until(() => servers.list() !== undefined);
  expect((await titles()).length).toBeGreaterThan(0);
});

test('what was known goes on while nobody can say', async () => {
  await servers.start();
  await config.start();
  away = true;
  changed();
  await until(() => logged.some((line) => line.includes('asking again')));
  expect((await titles()).length).toBeGreaterThan(0);
});

test('a server without a token, or with a refused one, is shown as such', async () => {
  wanted = [connectionTo(standIns[0], { token: null })];
  await servers.start();
  const { body } = await ask('/servers').expect(200);
  expect(body.data).toMatchObject([{ id: 'plex', reachable: false }]);
  expect(standIns[0]?.exchanges.length).toBeGreaterThan(0);
});

test('an address that may not be asked is left out, and the others stay', async () => {
  wanted = [connectionTo(standIns[0]), connectionTo(undefined, { id: 'bad', url: 'http://192.168.1.10:9' })];
  await servers.start();
  expect(servers.list()?.map(({ id }) => id)).toEqual(['plex']);
  expect(logged.join('\n')).toContain('A Plex server is left out');
});

test('no token is in the log', async () => {
  await servers.start();
  await config.start();
  await change(connectionTo(standIns[1]));
  expect(logged.join('\n')).toContain('Other Plex servers are in use');
  for (const { token } of standIns) expect(logged.join('\n')).not.toContain(token);
});
