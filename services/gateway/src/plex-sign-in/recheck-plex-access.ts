import { Problem } from '@marquee/contracts';
import type { Logger, Sealer } from '@marquee/service-kit';
import type { Audit } from '../audit/audit.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { isSame, placeOfPlexToken } from './finish-plex-sign-in.ts';
import { type PlexAccess, type PlexAccessPorts, readPlexAccess } from './plex-access.ts';
import type { PlexAccounts } from './plex-stores.ts';

export interface RecheckPorts extends PlexAccessPorts {
  people: Pick<PeopleStore, 'find' | 'change'>;
  sessions: Pick<Sessions, 'endAll'>;
  audit: Audit;
  accounts: PlexAccounts;
  sealer: Sealer;
  now: () => Date;
  log: Pick<Logger, 'info'>;
}

const OFTEN_ENOUGH_MS = 3_600_000;
/** Somebody may be waiting for a fresh token meanwhile. */
const PATIENCE_MS = 8_000;

export interface PlexRecheck {
  /** Looks again at what this person may see, at most once an hour; without access their sessions end. */
  person(userId: string): Promise<void>;
  /** Everybody whose turn it is, so that API keys too end with the access of their person. */
  everybody(): Promise<void>;
}

export function createPlexRecheck(ports: RecheckPorts): PlexRecheck {
  const { accounts, people, sessions, audit } = ports;
  const underWay = new Map<string, Promise<void>>();
  const due = () => new Date(ports.now().getTime() - OFTEN_ENOUGH_MS);

  async function look(userId: string): Promise<void> {
    const [account, user] = await Promise.all([accounts.find(userId), people.find(userId)]);
    if (!account || !user || account.checkedAt > due()) return;
    const token = ports.sealer.open(account.sealedToken, placeOfPlexToken(userId));
    const found = token === undefined ? undefined : await accessOf(token, user.libraries);
    if (found === 'not known') return;
    if (!found) return withdraw(userId, user.name);
    await accounts.checked(userId);
    if (!isSame(user.libraries, found.libraries)) await people.change(userId, { libraries: found.libraries });
  }

  async function accessOf(
    token: string,
    known: PlexAccess['libraries'],
  ): Promise<PlexAccess | 'not known' | undefined> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      return await readPlexAccess(ports, token, known, { signal });
    } catch (error) {
      if (error instanceof Problem && error.code === 'plex.unauthorized') return undefined;
      if (!(error instanceof Problem) && !signal.aborted) throw error;
      ports.log.info({ err: error }, 'Access on Plex could not be looked at; it stays as it was');
      return 'not known';
    }
  }

  async function withdraw(userId: string, name: string): Promise<void> {
    await people.change(userId, { libraries: [] });
    await accounts.forget(userId);
    await sessions.endAll(userId, 'access-withdrawn');
    await audit.note({
      actor: 'system',
      action: 'user.access-withdrawn',
      target: { kind: 'user', id: userId, name },
    });
  }

  function person(userId: string): Promise<void> {
    const running = underWay.get(userId) ?? look(userId).finally(() => underWay.delete(userId));
    underWay.set(userId, running);
    return running;
  }

  return {
    person,
    async everybody() {
      for (const userId of await accounts.uncheckedSince(due())) await person(userId);
    },
  };
}
