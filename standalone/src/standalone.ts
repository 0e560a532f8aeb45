import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bareRepository,
  type ConfigDb,
  configMigrations,
  createConfig,
  createLiveServers,
  localFolder,
  plexClients,
  presetFolder,
  templateFolder,
  threadDesk,
} from '@marquee/config';
import {
  diskSpace,
  type GatewayDb,
  gatewayMigrations,
  httpUpstream,
  openGateway,
  staticWeb,
} from '@marquee/gateway';
import {
  createRenderer,
  createRenderWorker,
  openShelves,
  openStudio,
  type RendererDb,
  rendererMigrations,
} from '@marquee/renderer';
import {
  bearerAuthenticate,
  createLineFeed,
  createLogger,
  createOutboundGuard,
  createSecrets,
  folderBlobs,
  type Logger,
  listen,
  memoryBus,
  memoryKeys,
  openStore,
} from '@marquee/service-kit';
import { createDemo } from './demo/demo.ts';
import type { StandaloneEnv } from './env.ts';
import type { Installation } from './installation.ts';
import { dataPaths } from './paths.ts';
import { plexInUse } from './plex-in-use.ts';

const BLOB_CACHE_BYTES = 1_000_000_000;

export interface RunningStandalone {
  url: string;
  /** For the first admin, while there is none. */
  setupCode: string | undefined;
  demo: boolean;
  log: Logger;
  stop(): Promise<void>;
}

/** All services in one process: memory bus and keys, SQLite files, folder blobs. Only wiring. */
export async function startStandalone(
  env: StandaloneEnv,
  installation: Installation,
): Promise<RunningStandalone> {
  const { version } = installation;
  const paths = dataPaths(env.MARQUEE_DATA);
  await mkdir(paths.data, { recursive: true, mode: 0o700 });
  const configDir = env.MARQUEE_CONFIG_DIR ?? paths.kometa;
  if (env.MARQUEE_CONFIG_DIR === undefined) await mkdir(configDir, { recursive: true });

  const secrets = createSecrets();
  const lines = createLineFeed();
  const logOf = (service: string) =>
    createLogger({ service, level: env.MARQUEE_LOG_LEVEL, secrets, tee: lines.take });
  const log = logOf('standalone');
  const bus = memoryBus({ log });
  lines.publishTo(bus);
  const keys = memoryKeys();
  const configStore = await openStore<ConfigDb>({ file: paths.configDb, migrations: configMigrations, log });
  const rendererStore = await openStore<RendererDb>({
    file: paths.rendererDb,
    migrations: rendererMigrations,
    log,
  });
  const gatewayStore = await openStore<GatewayDb>({
    file: paths.gatewayDb,
    migrations: gatewayMigrations,
    log,
  });
  const now = () => new Date();
  const blobs = await folderBlobs({ dir: paths.blobs, maxBytes: BLOB_CACHE_BYTES });
  const ownPorts: number[] = [];
  const guard = createOutboundGuard({ ownPorts: () => ownPorts });
  // A private folder: nobody else on this machine reaches the services behind the gateway's back.
  const sockets = await mkdtemp(join(tmpdir(), 'marquee-'));
  const socketPath = join(sockets, 'config.sock');
  const rendererSocket = join(sockets, 'renderer.sock');
  const gateway = await openGateway(env, {
    ...{ store: gatewayStore, bus, keys, guard, secrets, version, now },
    log: logOf('gateway'),
    mode: 'standalone',
    hasDemo: true,
    upstreams: {
      config: httpUpstream('config', { socketPath }),
      renderer: httpUpstream('renderer', { socketPath: rendererSocket }),
    },
    serveWeb: staticWeb(installation.webFolder),
    diskSpace: () => diskSpace(paths.data),
  });
  const plex = plexInUse(gateway, paths);
  const connect = plexClients({ guard, version, secrets, log: logOf('config') });
  const servers = createLiveServers({
    connections: plex,
    connect,
    log: logOf('config'),
  });

  const threads = env.MARQUEE_RENDER_THREADS;
  const usesDemo = (await gateway.settings.plexMode()) !== 'servers';
  const demo =
    usesDemo && env.MARQUEE_CONFIG_DIR === undefined
      ? createDemo({
          folders: { defaults: installation.defaultsFolder, kometa: configDir },
          bookFile: paths.demoDressed,
          // Two are fetched while the others are drawn.
          drawnAtATime: threads + 2,
          version,
          log,
        })
      : undefined;
  await demo?.prepare();

  const config = createConfig({
    servers,
    store: configStore,
    blobs,
    keys,
    bus,
    folder: localFolder(configDir),
    repository: bareRepository(paths.history),
    desk: threadDesk(installation.deskScript),
    templates: templateFolder(join(installation.defaultsFolder, 'overlays/templates'), logOf('config')),
    presets: presetFolder(join(installation.defaultsFolder, 'presets'), logOf('config')),
    authenticate: bearerAuthenticate(gateway.identity.keys.findKey),
    log: logOf('config'),
    version,
    tries: { guard, connect },
    clock: now,
  });
  const configListening = await listen(config.app, { socketPath });

  const studio = openStudio({
    script: installation.threadScript,
    threads,
    engine: installation.engineFolder,
  });
  const renderer = createRenderer({
    ...{ store: rendererStore, bus, keys, blobs, studio, version, secrets, clock: now },
    shelves: openShelves({
      blobs,
      kometa: env.MARQUEE_KOMETA_PROGRAM_DIR,
      defaults: installation.defaultsFolder,
      now: Date.now,
    }),
    layout: env.MARQUEE_KOMETA_TEXT_LAYOUT,
    authenticate: bearerAuthenticate(gateway.identity.keys.findKey),
    log: logOf('renderer'),
  });
  const drawing = createRenderWorker({
    ...{ bus, keys, blobs, studio, threads },
    log: logOf('renderer'),
    registry: renderer.registry,
  });
  const rendererListening = await listen(renderer.app, { socketPath: rendererSocket });

  await servers.start();
  await config.start();
  await drawing.start();
  await renderer.start();
  await gateway.start();
  const front = await listen(gateway.app, { port: env.PORT, host: env.MARQUEE_BIND });
  front.server.on('upgrade', gateway.upgrade);
  ownPorts.push(Number(new URL(front.url ?? '').port));

  gateway.listensAt(`http://localhost:${new URL(front.url ?? '').port}`);
  const demoPlex = await plex.demo();
  if (demoPlex !== undefined) demo?.dress({ plex: demoPlex, renderLater: renderer.renderLater });

  return {
    url: gateway.address().url,
    setupCode: await gateway.identity.setupCode(),
    demo: usesDemo,
    log,
    async stop() {
      gateway.beginStopping();
      await demo?.stop();
      await front.close();
      await gateway.close();
      await rendererListening.close();
      await renderer.stop();
      await drawing.stop();
      await studio.close();
      await configListening.close();
      await config.stop();
      servers.stop();
      lines.stop();
      await bus.close();
      await Promise.all([keys.close(), blobs.close(), plex.stop()]);
      await Promise.all([configStore.close(), rendererStore.close(), gatewayStore.close()]);
      await rm(sockets, { recursive: true, force: true });
    },
  };
}
