import { randomBytes } from 'node:crypto';
import { createLiveServers, plexClients } from '@marquee/config';
import { type GatewayDb, gatewayMigrations, openSettings } from '@marquee/gateway';
import {
  createLogger,
  createOutboundGuard,
  createSealer,
  createSecrets,
  memoryBus,
  openStore,
} from '@marquee/service-kit';
import { startDemoPlex } from '@marquee/stand-ins';
import { useTempFolder } from '@marquee/testing';
import { dataPaths } from './paths.ts';
import { plexInUse } from './plex-in-use.ts';

jest.setTimeout(30_000);

const folder = useTempFolder();

test('demo and own servers are changed to and fro without a restart', async () => {
  const paths = dataPaths(folder());
  const log = createLogger({ service: 'test', level: 'silent' });
  const secrets = createSecrets();
  const guard = createOutboundGuard();
  const bus = memoryBus();
  const store = await openStore<GatewayDb>({ file: `${folder()}/gateway.db`, migrations: gatewayMigrations });
  const opened = openSettings(
    {},
    {
      ...{ db: store.db, bus, guard, secrets, log, version: '0', now: () => new Date() },
      sealer: createSealer(randomBytes(32)),
      audit: { note: async () => undefined },
    },
  );
  const own = await startDemoPlex({ cacheDir: `${folder()}/own-art` });
  const plex = plexInUse(opened, paths);
  const servers = createLiveServers({
    connections: plex,
    connect: plexClients({ guard, version: '0', secrets }),
    log,
  });
  const inUse = () => servers.list()?.map(({ id, demo }) => ({ id, demo }));
  const choose = async (mode: 'demo' | 'servers') => {
    const changed = new Promise<void>((resolve) => servers.onChange(() => resolve()));
    const server = { id: 'cellar', name: 'Cellar', url: own.url, token: own.token };
    await opened.settings.save({ plex: { mode, servers: [server] } }, { ifMatch: '*', by: 'Ada' });
    await changed;
  };

  await servers.start();
  expect(inUse()).toEqual([{ id: 'demo', demo: true }]);
  await choose('servers');
  expect(inUse()).toEqual([{ id: 'cellar', demo: false }]);
  expect((await servers.list()?.[0]?.client.sections.list())?.length).toBeGreaterThan(0);
  await choose('demo');
  expect(inUse()).toEqual([{ id: 'demo', demo: true }]);
  expect((await servers.list()?.[0]?.client.sections.list())?.length).toBeGreaterThan(0);

  servers.stop();
  await plex.stop();
  await own.close();
  await bus.close();
  await store.close();
});
