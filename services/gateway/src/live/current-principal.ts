import { allows, type Principal, type Role } from '@marquee/contracts';
import type { ApiKeys } from '../api-keys/api-keys.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { LiveSessions } from '../sessions/create-sessions.ts';
import type { VigilPorts } from './vigil.ts';

/** Looks again who somebody is: account, session or key, role and libraries. */
export function currentPrincipal(ports: {
  people: Pick<PeopleStore, 'find'>;
  sessions: Pick<LiveSessions, 'isLive'>;
  apiKeys: Pick<ApiKeys, 'list'>;
}): VigilPorts['current'] {
  const { people, sessions, apiKeys } = ports;

  /** The most that session or key lets its person do. */
  async function mostOf({ id, via }: Principal, role: Role): Promise<Role | undefined> {
    if (via.kind === 'session') return (await sessions.isLive(via.id)) ? role : undefined;
    const key = (await apiKeys.list(id)).find((one) => one.id === via.id);
    return key && (allows(key.role, role) ? key.role : role);
  }

  return async (principal) => {
    const user = await people.find(principal.id);
    if (user === undefined || user.disabled) return undefined;
    const role = await mostOf(principal, user.role);
    return role && { ...principal, role, libraries: user.libraries };
  };
}
