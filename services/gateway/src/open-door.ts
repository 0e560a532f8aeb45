import { join } from 'node:path';
import { createIdempotencyStore, dataKey, type Logger, type Secrets, type Store } from '@marquee/service-kit';
import type { z } from 'zod';
import { resolveName } from './adapters/resolve-name.ts';
import { setupCodeFile } from './adapters/setup-code-file.ts';
import { sqliteAudit } from './adapters/sqlite-audit.ts';
import type { AuditLog } from './audit/audit-log.ts';
import { clientAddress } from './door/client-address.ts';
import { type PublicAddress, publicAddress } from './door/public-address.ts';
import type { doorFields } from './env.ts';
import { type Identity, openIdentity } from './identity.ts';
import type { GatewayDb } from './migrations/gateway-db.ts';
import { plexClientIdentifier } from './plex-sign-in/client-identifier.ts';

export type DoorEnv = z.output<z.ZodObject<typeof doorFields>> & {
  MARQUEE_DATA: string;
};

export interface OpenDoor {
  identity: Identity;
  audit: AuditLog;
  idempotency: ReturnType<typeof createIdempotencyStore>;
  address: () => PublicAddress;
  /** What this Marquee is called at plex.tv. */
  plexClientIdentifier: string;
  /** To be called when the port is known, if no public address was given. */
  listensAt(url: string): void;
  stop(): void;
}

/** What both ways to run need before the gateway can be made: accounts, keys, and who may be believed. */
export async function openDoor(
  env: DoorEnv,
  own: { store: Store<GatewayDb>; log: Logger; secrets: Secrets; now: () => Date },
): Promise<OpenDoor> {
  const { store, log, secrets, now } = own;
  const { db } = store;
  const key = await dataKey(env.MARQUEE_DATA_KEY, join(env.MARQUEE_DATA, 'secrets', 'data_key'));
  secrets.register(key.toString('hex'));
  const allowHttp = env.MARQUEE_ALLOW_HTTP === 'yes';
  let address =
    env.MARQUEE_PUBLIC_URL === undefined ? undefined : publicAddress(env.MARQUEE_PUBLIC_URL, allowHttp);
  const knownAddress = () => {
    if (!address) throw new Error('The gateway is asked before it listens');
    return address;
  };
  const clients = clientAddress(env.MARQUEE_TRUST_PROXY, {
    resolve: resolveName,
    onError: (error) =>
      log.warn({ err: error }, 'The proxy of MARQUEE_TRUST_PROXY is not known by that name now'),
  });
  await clients.start();
  const audit = sqliteAudit({ db, secrets, clock: now });
  const identity = await openIdentity({
    ...{ db, audit, now, log },
    dataKey: key,
    address: knownAddress,
    addressOf: clients.of,
    setupCodeFile: setupCodeFile(join(env.MARQUEE_DATA, 'setup-code.txt')),
  });
  return {
    identity,
    audit,
    idempotency: createIdempotencyStore(db, () => now().getTime()),
    address: knownAddress,
    plexClientIdentifier: plexClientIdentifier(key),
    listensAt(url) {
      address ??= publicAddress(url, allowHttp);
    },
    stop: clients.stop,
  };
}
