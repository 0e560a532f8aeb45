import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createLogger, openStore, type Store } from '@marquee/service-kit';
import { tempFolder } from '@marquee/testing';
import { setupCodeFile } from '../adapters/setup-code-file.ts';
import type { Audit, Deed } from '../audit/audit.ts';
import { publicAddress } from '../door/public-address.ts';
import { type Identity, openIdentity } from '../identity.ts';
import type { GatewayDb } from '../migrations/gateway-db.ts';
import { gatewayMigrations } from '../migrations/migrations.ts';

export const silent = createLogger({ service: 'test', level: 'silent' });

export interface TestStore {
  store: Store<GatewayDb>;
  folder: string;
  close(): Promise<void>;
}

/** A real database of the gateway in a folder of its own. */
export async function testStore(): Promise<TestStore> {
  const folder = await tempFolder();
  const store = await openStore<GatewayDb>({
    file: join(folder.path, 'gateway.db'),
    migrations: gatewayMigrations,
    log: silent,
  });
  return {
    store,
    folder: folder.path,
    async close() {
      await store.close();
      await folder.remove();
    },
  };
}

/** Remembers what was noted. */
export function testAudit(): Audit & { deeds: Deed[] } {
  const deeds: Deed[] = [];
  return { deeds, note: async (deed) => void deeds.push(deed) };
}

export interface TestClock {
  now(): Date;
  pass(milliseconds: number): void;
}

export function testClock(): TestClock {
  let time = Date.parse('2026-11-21T05:00:00.000Z');
  return {
    now: () => new Date(time),
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** Sign-in over a real database, at http://localhost, with a clock of its own. */
export async function testIdentity(given: {
  store: TestStore;
  clock?: TestClock;
  dataKey?: Buffer;
  url?: string;
}): Promise<Identity & { audit: ReturnType<typeof testAudit>; clock: TestClock }> {
  const audit = testAudit();
  const clock = given.clock ?? testClock();
  const address = publicAddress(given.url ?? 'http://localhost:8080', false);
  const identity = await openIdentity({
    db: given.store.store.db,
    dataKey: given.dataKey ?? randomBytes(32),
    audit,
    address: () => address,
    addressOf: () => '192.0.2.1',
    setupCodeFile: setupCodeFile(join(given.store.folder, 'setup-code.txt')),
    now: clock.now,
    log: silent,
  });
  return { ...identity, audit, clock };
}
