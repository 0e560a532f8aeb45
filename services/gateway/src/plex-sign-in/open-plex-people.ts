import type { Settings, User } from '@marquee/contracts';
import type { PlexTv } from '@marquee/plex';
import type { Logger, Sealer, ServiceApp } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import { sqlitePlexAccounts, sqlitePlexAttempts } from '../adapters/sqlite-plex-sign-in.ts';
import type { Audit } from '../audit/audit.ts';
import type { PublicAddress } from '../door/public-address.ts';
import type { GatewayDb } from '../migrations/gateway-db.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { serveUsers } from '../users/user-routes.ts';
import { type AskPlexPorts, createPlexServers, createPlexViews } from './ask-plex.ts';
import { servePlexSignIn } from './plex-sign-in-routes.ts';
import { createPlexTries } from './plex-tries.ts';
import { createPlexRecheck } from './recheck-plex-access.ts';

export interface PlexPeoplePorts extends AskPlexPorts {
  db: Kysely<GatewayDb>;
  plexTv: PlexTv;
  people: PeopleStore;
  sessions: Pick<Sessions, 'begin' | 'endAll'>;
  audit: Audit;
  sealer: Sealer;
  settings: () => Promise<Settings['signIn']>;
  address: () => PublicAddress;
  now: () => Date;
  log: Pick<Logger, 'info' | 'error'>;
}

const TEND_EVERY_MS = 600_000;

/** Accounts, and those of them who come in by Plex: the wiring of both. */
export function openPlexPeople(ports: PlexPeoplePorts) {
  const { db, now, log } = ports;
  const shared = {
    ...ports,
    servers: createPlexServers(ports),
    views: createPlexViews(ports),
    attempts: sqlitePlexAttempts(db, now),
    accounts: sqlitePlexAccounts(db, now),
  };
  const recheck = createPlexRecheck(shared);
  let timer: NodeJS.Timeout | undefined;

  return {
    serve(service: Pick<ServiceApp, 'serve'>): void {
      servePlexSignIn(service, { ...shared, tries: createPlexTries(() => now().getTime()) });
      serveUsers(service, shared);
    },
    /** Before a session of this person goes on. */
    recheck: async ({ id, origin }: User): Promise<void> => {
      if (origin === 'plex') await recheck.person(id);
    },
    /** Looks now and then at everybody's access, also of those who use nothing but API keys. */
    start(): void {
      const look = () =>
        recheck
          .everybody()
          .catch((error: unknown) => log.error({ err: error }, 'Access on Plex was not looked at'));
      timer = setInterval(() => void look(), TEND_EVERY_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
