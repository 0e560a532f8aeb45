import type { User } from '@marquee/contracts';
import { createPlexTv } from '@marquee/plex';
import type { Logger, OutboundGuard, Secrets, ServiceApp } from '@marquee/service-kit';
import type { Kysely } from 'kysely';
import { sqlitePlexAccounts, sqlitePlexAttempts } from './adapters/sqlite-plex-sign-in.ts';
import type { Audit } from './audit/audit.ts';
import type { PublicAddress } from './door/public-address.ts';
import type { Identity } from './identity.ts';
import type { GatewayDb } from './migrations/gateway-db.ts';
import type { OpenSettings } from './open-settings.ts';
import { createPlexServers, createPlexViews } from './plex-sign-in/ask-plex.ts';
import { servePlexSignIn } from './plex-sign-in/plex-sign-in-routes.ts';
import { createPlexTries } from './plex-sign-in/plex-tries.ts';
import { createPlexRecheck } from './plex-sign-in/recheck-plex-access.ts';
import type { SettingsOfMarquee } from './settings/settings.ts';
import type { ChangeUserPorts } from './users/change-user.ts';
import { serveUsers } from './users/user-routes.ts';

export interface PlexTvEnv {
  MARQUEE_PLEX_TV_URL?: string | undefined;
  MARQUEE_PLEX_APP_URL?: string | undefined;
}

export interface OpenPlexPeople {
  serve(service: Pick<ServiceApp, 'serve'>): void;
  /** Before a session of this person goes on. */
  recheck(user: User): Promise<void>;
  start(): void;
  stop(): void;
}

const TEND_EVERY_MS = 600_000;

/** Accounts, and those of them who come in by Plex. */
export function openPlexPeople(
  env: PlexTvEnv,
  own: {
    db: Kysely<GatewayDb>;
    identity: Pick<Identity, 'people' | 'sessions' | 'sealer'>;
    settings: Pick<SettingsOfMarquee, 'signIn' | 'plexServers'>;
    connectPlex: OpenSettings['connectPlex'];
    guard: Pick<OutboundGuard, 'check'>;
    /** What this Marquee is called at plex.tv. */
    plexClientIdentifier: string;
    audit: Audit;
    roleChanged: ChangeUserPorts['roleChanged'];
    address: () => PublicAddress;
    secrets: Pick<Secrets, 'register'>;
    version: string;
    now: () => Date;
    log: Logger;
  },
): OpenPlexPeople {
  const { db, now, log, audit, address, guard, connectPlex } = own;
  const plexTv = createPlexTv({
    baseUrl: env.MARQUEE_PLEX_TV_URL,
    appUrl: env.MARQUEE_PLEX_APP_URL,
    clientIdentifier: own.plexClientIdentifier,
    version: own.version,
    log,
    onSecret: (secret) => own.secrets.register(secret),
  });
  const asking = { guard, connectPlex, connections: own.settings.plexServers };
  const shared = {
    ...{ ...own.identity, plexTv, audit, address, now, log },
    roleChanged: own.roleChanged,
    settings: own.settings.signIn,
    servers: createPlexServers(asking),
    views: createPlexViews(asking),
    attempts: sqlitePlexAttempts(db, now),
    accounts: sqlitePlexAccounts(db, now),
  };
  const recheck = createPlexRecheck(shared);
  let timer: NodeJS.Timeout | undefined;

  return {
    serve(service) {
      servePlexSignIn(service, { ...shared, tries: createPlexTries(() => now().getTime()) });
      serveUsers(service, shared);
    },
    recheck: async ({ id, origin }) => {
      if (origin === 'plex') await recheck.person(id);
    },
    /** Looks now and then at everybody's access, also of those who use nothing but API keys. */
    start() {
      const look = () =>
        recheck
          .everybody()
          .catch((error: unknown) => log.error({ err: error }, 'Access on Plex was not looked at'));
      timer = setInterval(() => void look(), TEND_EVERY_MS);
      timer.unref();
    },
    stop() {
      clearInterval(timer);
      plexTv.close();
    },
  };
}
