import { Problem, problem, type Settings, type User } from '@marquee/contracts';
import type { PlexTv, PlexTvAccount } from '@marquee/plex';
import type { Sealer } from '@marquee/service-kit';
import type { Audit, Whence } from '../audit/audit.ts';
import type { PeopleStore } from '../people/people-store.ts';
import { hashOf } from '../sessions/refresh-tokens.ts';
import type { Handed, Sessions } from '../sessions/sessions.ts';
import { addPlexPerson } from './add-plex-person.ts';
import { type PlexAccess, type PlexAccessPorts, readPlexAccess } from './plex-access.ts';
import type { PlexAccounts, PlexAttempts } from './plex-stores.ts';

export interface FinishPorts extends PlexAccessPorts {
  plexTv: Pick<PlexTv, 'readPin' | 'account' | 'servers'>;
  people: Pick<PeopleStore, 'add' | 'change' | 'findByPlexId'>;
  sessions: Pick<Sessions, 'begin'>;
  audit: Audit;
  attempts: PlexAttempts;
  accounts: PlexAccounts;
  sealer: Sealer;
  settings: () => Promise<Settings['signIn']>;
}

interface Visit {
  state: string | undefined;
  userAgent: string | undefined;
  from: Whence;
}
interface Visitor {
  account: PlexTvAccount;
  access: PlexAccess | undefined;
}

export const placeOfPlexToken = (userId: string) => `plex_accounts:${userId}:sealed_token`;

/** Signs in whoever said yes to this browser's PIN; undefined while nobody has. */
export async function finishPlexSignIn(ports: FinishPorts, visit: Visit): Promise<Handed | undefined> {
  const stateHash = hashOf(visit.state ?? '');
  const attempt = await ports.attempts.find(stateHash);
  if (!attempt) throw problem('auth.plex-pin-gone');
  const token = await ports.plexTv.readPin(attempt.pinId);
  if (token === null) return undefined;
  const visitor = await recognise(ports, token);
  // Only now: an attempt during which plex.tv or the server failed may be made again.
  if (!(await ports.attempts.use(stateHash))) throw problem('auth.plex-pin-gone');
  const user = await admit(ports, visitor, visit.from);
  await ports.accounts.keep(user.id, ports.sealer.seal(token, placeOfPlexToken(user.id)));
  const { userAgent, from } = visit;
  return ports.sessions.begin(user, { method: 'plex', userAgent, from });
}

async function recognise(ports: FinishPorts, token: string): Promise<Visitor> {
  const account = await ports.plexTv.account(token);
  const known = await ports.people.findByPlexId(account.id);
  try {
    return { account, access: await readPlexAccess(ports, token, known?.libraries ?? []) };
  } catch (error) {
    // A token that plex.tv took a moment ago and takes no more: its person withdrew it.
    if (error instanceof Problem && error.code === 'plex.unauthorized') return { account, access: undefined };
    throw error;
  }
}

/** Known by the number of the account alone: names and addresses can be anybody's. */
async function admit(ports: FinishPorts, { account, access }: Visitor, from: Whence): Promise<User> {
  const refuse = (reason: string) => refuseVisitor(ports.audit, account, reason, from);
  if (!access) return refuse('no access to a configured server');
  const known = await ports.people.findByPlexId(account.id);
  const user = known ?? (await welcome(ports, account, access, from)) ?? (await refuse('not invited'));
  if (user.disabled) return refuse('account is shut');
  if (isSame(user.libraries, access.libraries)) return user;
  return ports.people.change(user.id, { libraries: access.libraries });
}

/** Makes an account for the server's owner, and for everybody else if the admin wants it so. */
async function welcome(
  { people, settings, audit }: FinishPorts,
  account: PlexTvAccount,
  { owner, libraries }: PlexAccess,
  from: Whence,
): Promise<User | undefined> {
  if (!owner && (await settings()).plexPeople !== 'everyone') return undefined;
  const role = owner ? 'admin' : 'viewer';
  const { user, added } = await addPlexPerson(people, {
    plexId: account.id,
    name: nameOf(account),
    role,
    libraries,
  });
  if (added)
    await audit.note({
      actor: 'system',
      action: 'user.created',
      target: { kind: 'user', id: user.id, name: user.name },
      after: { name: user.name, role, origin: 'plex', plexId: account.id },
      from,
    });
  return user;
}

async function refuseVisitor(
  audit: Audit,
  account: PlexTvAccount,
  reason: string,
  from: Whence,
): Promise<never> {
  await audit.note({
    actor: { stranger: nameOf(account).slice(0, 64) },
    action: 'session.refused',
    outcome: 'refused',
    after: { plexId: account.id, reason },
    from,
  });
  // The same for every reason: what the admin decided is the admin's to tell.
  throw problem('auth.plex-refused');
}

export const nameOf = ({ title, username }: Pick<PlexTvAccount, 'title' | 'username'>) =>
  title ?? username ?? '';

export function isSame(one: User['libraries'], other: User['libraries']): boolean {
  if (one === 'all' || other === 'all') return one === other;
  return one.length === other.length && one.every((library) => other.includes(library));
}
