import { createHmac } from 'node:crypto';
import {
  type Authenticate,
  createSealer,
  type Logger,
  type Sealer,
  type ServiceApp,
} from '@marquee/service-kit';
import type { RequestHandler } from 'express';
import type { Kysely } from 'kysely';
import { sqlitePeople } from './adapters/sqlite-people.ts';
import { serveApiKeys } from './api-keys/api-key-routes.ts';
import { createApiKeys } from './api-keys/api-keys.ts';
import type { Audit } from './audit/audit.ts';
import type { ClientAddress } from './door/client-address.ts';
import { createDoor } from './door/door.ts';
import { createPassOn } from './door/pass-on.ts';
import type { PublicAddress } from './door/public-address.ts';
import { sameOriginOnly } from './door/same-origin.ts';
import { noteWhence } from './door/whence.ts';
import { currentPrincipal } from './live/current-principal.ts';
import type { VigilPorts } from './live/vigil.ts';
import type { GatewayDb } from './migrations/gateway-db.ts';
import type { PeopleStore } from './people/people-store.ts';
import { createSessions, type LiveSessions, type SessionPorts } from './sessions/create-sessions.ts';
import { serveSessions } from './sessions/session-routes.ts';
import { createPasswordSignIn } from './sign-in/password-sign-in.ts';
import { type CodeFile, createSetup } from './sign-in/setup.ts';
import { serveSignIn } from './sign-in/sign-in-routes.ts';
import { createTries } from './sign-in/tries.ts';
import { openSigningKeys, type SigningKeys } from './tokens/signing-keys.ts';

const TEND_EVERY_MS = 3_600_000;

export interface IdentityPorts {
  db: Kysely<GatewayDb>;
  /** 32 bytes: seals what is secret, and makes what must be made again alike. */
  dataKey: Buffer;
  audit: Audit;
  address: () => PublicAddress;
  addressOf: ClientAddress;
  setupCodeFile: CodeFile;
  now: () => Date;
  log: Logger;
}

/** What the rest of the gateway adds once it is there. */
type Heed = Pick<SessionPorts, 'recheck' | 'heed'> & {
  apiKeyMade?: NonNullable<Parameters<typeof serveApiKeys>[1]['heed']>;
  plexIsOn?: () => Promise<boolean>;
};

export interface Identity {
  people: PeopleStore;
  sessions: LiveSessions;
  keys: SigningKeys;
  sealer: Sealer;
  authenticate: Authenticate;
  /** Looks again who somebody is; undefined when their session or key is over. */
  current: VigilPorts['current'];
  /** Before all routes: where requests come from, and no writes by other sites' pages. */
  door: RequestHandler[];
  passOn: ReturnType<typeof createPassOn>;
  /** The one-time code for the first admin, while there is none. */
  setupCode(): Promise<string | undefined>;
  heed(more: Heed): void;
  serve(service: Pick<ServiceApp, 'serve'>): void;
  /** Looks after keys and old sessions now and then. */
  start(): void;
  stop(): void;
}

/** Who people are and how they come in: the wiring of accounts, sessions, keys and sign-in. */
export async function openIdentity(ports: IdentityPorts): Promise<Identity> {
  const { db, dataKey, audit, address, addressOf, now, log } = ports;
  const more: Heed = {};
  const sealer = createSealer(dataKey);
  const people = sqlitePeople(db, now);
  const keys = await openSigningKeys({ db, sealer, now, log });
  const sessions = createSessions({
    ...{ db, people, keys, address, audit, now },
    secret: createHmac('sha256', dataKey).update('refresh tokens').digest(),
    recheck: async (user) => more.recheck?.(user),
    heed: {
      began: async (user, session) => more.heed?.began(user, session),
      reused: async (user, session) => more.heed?.reused(user, session),
    },
  });
  const apiKeys = createApiKeys({ db, people, now });
  const setup = createSetup({ db, people, codeFile: ports.setupCodeFile, now });
  const tries = createTries(() => now().getTime());
  const passwords = await createPasswordSignIn({ people, tries, audit });
  const { authenticate, viewer } = createDoor({ keys, sessions, apiKeys, address, addressOf, now });
  let timer: NodeJS.Timeout | undefined;

  async function tend(): Promise<void> {
    await keys.tend();
    await sessions.sweep();
  }

  return {
    people,
    sessions,
    keys,
    sealer,
    authenticate,
    current: currentPrincipal({ people, sessions, apiKeys }),
    door: [noteWhence(addressOf), sameOriginOnly(address)],
    passOn: createPassOn(keys, () => now().getTime()),
    setupCode: setup.prepare,
    heed: (added) => void Object.assign(more, added),
    serve(service) {
      serveSignIn(service, {
        ...{ setup, passwords, sessions, people, keys, tries, audit, address, viewer },
        plexIsOn: async () => (await more.plexIsOn?.()) ?? false,
      });
      serveSessions(service, { sessions, people, audit });
      serveApiKeys(service, {
        apiKeys,
        people,
        audit,
        heed: async (user, key) => more.apiKeyMade?.(user, key),
      });
    },
    start() {
      timer = setInterval(
        () =>
          void tend().catch((error: unknown) =>
            log.error({ err: error }, 'Keys and sessions were not tended'),
          ),
        TEND_EVERY_MS,
      );
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
