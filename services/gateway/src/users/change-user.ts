import { problem, type Role, type User } from '@marquee/contracts';
import type { Actor, Audit, Whence } from '../audit/audit.ts';
import type { PeopleStore } from '../people/people-store.ts';
import type { Sessions } from '../sessions/sessions.ts';

export interface ChangeUserPorts {
  people: Pick<PeopleStore, 'find' | 'change' | 'remove'>;
  sessions: Pick<Sessions, 'endAll'>;
  audit: Audit;
  /** Tells the person. */
  roleChanged(user: User): Promise<void>;
}
export interface By {
  actor: Actor;
  from: Whence;
}

export const targetOf = ({ id, name }: User) => ({ kind: 'user', id, name });

export async function userOf({ people }: Pick<ChangeUserPorts, 'people'>, id: string): Promise<User> {
  const user = await people.find(id);
  if (!user) throw problem('user.not-found');
  return user;
}

/** A new role or a shut account ends every session, so that nobody goes on with what they had. */
export async function changeUser(
  ports: ChangeUserPorts,
  id: string,
  wish: { role?: Role | undefined; disabled?: boolean | undefined },
  by: By,
): Promise<User> {
  const { people, sessions, audit } = ports;
  const before = await userOf(ports, id);
  const role = wish.role ?? before.role;
  const disabled = wish.disabled ?? before.disabled;
  if (before.owner && (role !== 'admin' || disabled)) throw problem('user.owner-stays');
  if (role === before.role && disabled === before.disabled) return before;
  // Before the change too: whoever repeats a change that a crash cut off finds nobody going on with the old role.
  const ending = role !== before.role ? 'role-changed' : 'account-shut';
  if (role !== before.role || disabled) await sessions.endAll(id, ending);
  const user = await people.change(id, { role, disabled });
  if (role !== before.role) {
    await sessions.endAll(id, 'role-changed');
    await audit.note({
      ...by,
      action: 'user.role-changed',
      target: targetOf(user),
      before: { role: before.role },
      after: { role },
    });
    await ports.roleChanged(user);
  }
  if (disabled !== before.disabled) {
    if (disabled) await sessions.endAll(id, 'account-shut');
    await audit.note({
      ...by,
      action: disabled ? 'user.shut' : 'user.opened',
      target: targetOf(user),
      before: { disabled: before.disabled },
      after: { disabled },
    });
  }
  return user;
}

export async function removeUser(ports: ChangeUserPorts, id: string, by: By): Promise<void> {
  const user = await userOf(ports, id);
  if (user.owner) throw problem('user.owner-stays');
  // First the sessions, while there are rows to tell which sockets are still open.
  await ports.sessions.endAll(id, 'account-removed');
  await ports.people.remove(id);
  const { name, role, origin, plexId } = user;
  await ports.audit.note({
    ...by,
    action: 'user.removed',
    target: targetOf(user),
    before: { name, role, origin, plexId },
  });
}
