import { randomBytes } from 'node:crypto';
import { settingsChanged } from '@marquee/contracts';
import {
  createLogger,
  createOutboundGuard,
  createOutbox,
  createSealer,
  createSecrets,
  createServiceApp,
  memoryBus,
} from '@marquee/service-kit';
import { testAuthenticate } from '@marquee/testing';
import { plexConnector } from '../adapters/plex-connector.ts';
import { sqliteSettings } from '../adapters/sqlite-settings.ts';
import { noteWhence } from '../door/whence.ts';
import { createSettings, type ManagedPlex } from '../settings/settings.ts';
import { serveSettings } from '../settings/settings-routes.ts';
import { testAudit, testStore } from './gateway-store.ts';

/** The settings behind their routes, over a real file, with everything that was told or logged. */
export async function runningSettings({ managed }: { managed?: ManagedPlex } = {}) {
  const logged: string[] = [];
  const secrets = createSecrets();
  const log = createLogger({
    service: 'gateway',
    level: 'debug',
    secrets,
    destination: { write: (line) => logged.push(line) },
  });
  const { store, close } = await testStore();
  const audit = testAudit();
  const bus = memoryBus();
  const told: { section: string; by: string }[] = [];
  await bus.subscribe(settingsChanged, {}, (payload) => {
    told.push(payload);
  });
  const outbox = createOutbox({ db: store.db, bus });
  const ownPorts: number[] = [];
  const guard = createOutboundGuard({ denyHosts: ['gateway'], ownPorts: () => ownPorts });

  const make = (key: Buffer) => {
    const settings = createSettings({
      store: sqliteSettings(store.db, outbox, () => new Date()),
      sealer: createSealer(key),
      ...{ guard, secrets, managed },
    });
    const service = createServiceApp({ name: 'gateway', version: '0', log, authenticate: testAuthenticate });
    service.app.use(noteWhence(() => '192.0.2.7'));
    serveSettings(service, {
      settings,
      guard,
      connectPlex: plexConnector({ version: '0', secrets, log }),
      audit,
    });
    return { settings, app: service.app };
  };
  let now = make(randomBytes(32));

  return {
    db: store.db,
    deeds: audit.deeds,
    told,
    logged,
    ownPorts,
    settings: () => now.settings,
    app: () => now.app,
    flush: () => outbox.flush(),
    /** As after a move without the key file. */
    loseKey(): void {
      now = make(randomBytes(32));
    },
    async close(): Promise<void> {
      await outbox.stop();
      await bus.close();
      await close();
    },
  };
}
export type RunningSettings = Awaited<ReturnType<typeof runningSettings>>;
