import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createPlexClient } from '@marquee/plex';
import {
  type Bus,
  createLogger,
  createOutboundGuard,
  createSecrets,
  folderBlobs,
  memoryBus,
  memoryKeys,
  openStore,
} from '@marquee/service-kit';
import { type PlexStandInOptions, startPlexStandIn } from '@marquee/stand-ins';
import { tempFolder, testAuthenticate } from '@marquee/testing';
import { bareRepository } from '../adapters/bare-repository.ts';
import { localFolder } from '../adapters/local-folder.ts';
import { plexClients } from '../adapters/plex-clients.ts';
import { createConfig } from '../config.ts';
import type { TryPorts } from '../connections/try-connection.ts';
import type { ConfigDb } from '../migrations/config-db.ts';
import { configMigrations } from '../migrations/config-migrations.ts';
import type { PlexServer, PlexServers } from '../servers/plex-servers.ts';
import { plexLibrary } from './plex-library.ts';

export interface RunningOptions {
  plex?: Partial<PlexStandInOptions>;
  bus?: Bus;
  /** In place of services on the internet. */
  bases?: TryPorts['bases'];
  /** The stand-in alone when absent. */
  servers?: PlexServers;
  /** Also what runs in the background: the queue, the outbox, the ear at Plex. */
  started?: boolean;
}

/** The whole service on a Plex stand-in, with a config folder of its own. */
export async function runningConfig({
  plex = {},
  bus = memoryBus(),
  started = false,
  ...own
}: RunningOptions = {}) {
  const temp = await tempFolder('marquee-config');
  const root = join(temp.path, 'kometa');
  const history = join(temp.path, 'history.git');
  await mkdir(root);
  const standIn = await startPlexStandIn({ library: plexLibrary(), ...plex });
  const secrets = createSecrets();
  const logged: string[] = [];
  const log = createLogger({
    service: 'config',
    level: 'debug',
    secrets,
    destination: { write: (line) => logged.push(line) },
  });
  const client = createPlexClient({
    baseUrl: standIn.url,
    token: standIn.token,
    clientIdentifier: 'marquee-test',
    version: '0.0.0',
    retry: { attempts: 1 },
    onSecret: (secret) => secrets.register(secret),
  });
  const server: PlexServer = { id: 'attic', name: 'Attic', source: 'attic', demo: false, client };
  const servers: PlexServers = own.servers ?? {
    list: () => [server],
    connectionOf: (id) => (id === server.id ? { url: standIn.url, token: standIn.token } : undefined),
    onChange: () => () => undefined,
  };
  const file = join(temp.path, 'config.db');
  const guard = createOutboundGuard();
  const keys = memoryKeys();
  const blobs = await folderBlobs({ dir: join(temp.path, 'blobs'), maxBytes: 100_000_000 });
  let time = Date.now();
  let store = await openStore<ConfigDb>({ file, migrations: configMigrations });
  const make = () =>
    createConfig({
      ...{ servers, store, blobs, keys, bus, log, secrets },
      folder: localFolder(root),
      repository: bareRepository(history),
      authenticate: testAuthenticate,
      version: '0.0.0',
      tries: {
        guard,
        connect: plexClients({ guard, version: '0.0.0', secrets }),
        ...(own.bases && { bases: own.bases }),
      },
      clock: () => new Date(time),
    });
  let config = make();
  if (started) await config.start();

  return {
    standIn,
    root,
    history,
    bus,
    server,
    logged,
    app: () => config.app,
    start: () => config.start(),
    db: () => store.db,
    /** Asks of Plex since this was last called, as `GET /path?query`. */
    asked(): string[] {
      return standIn.exchanges
        .splice(0)
        .map(({ method, path, query }) => `${method} ${path}${query === '' ? '' : `?${query}`}`);
    },
    pass(ms: number): void {
      time += ms;
    },
    /** As after a kill: the service is made anew over the same files. */
    async restart(): Promise<void> {
      await config.stop();
      await store.close();
      store = await openStore<ConfigDb>({ file, migrations: configMigrations });
      config = make();
      await config.start();
    },
    async close(): Promise<void> {
      await config.stop();
      client.close();
      await bus.close();
      await store.close();
      await Promise.all([keys.close(), blobs.close()]);
      await standIn.close();
      await rm(temp.path, { recursive: true, force: true });
    },
  };
}
export type RunningConfig = Awaited<ReturnType<typeof runningConfig>>;
