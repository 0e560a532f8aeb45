import type { User } from '@marquee/contracts';
import type { Kysely } from 'kysely';
import { sqlitePeople } from '../adapters/sqlite-people.ts';
import type { GatewayDb } from '../migrations/gateway-db.ts';
import { hashPassword, passwordFault } from './passwords.ts';

export class ResetRefused extends Error {
  override name = 'ResetRefused';
}

/** Gives a local account a new password and ends its sessions; for the person at the machine who has lost theirs. */
export async function resetPassword(
  db: Kysely<GatewayDb>,
  name: string,
  password: string,
  now: Date,
): Promise<User> {
  const people = sqlitePeople(db, () => now);
  const user = await people.findByName(name);
  if (!user) {
    const names = (await people.list()).filter(({ origin }) => origin === 'local').map((known) => known.name);
    throw new ResetRefused(
      names.length === 0
        ? 'There is no account yet: the first one is made in the browser, with the code that Marquee prints when it starts.'
        : `There is no account named "${name}". Accounts: ${names.join(', ')}.`,
    );
  }
  if (user.origin !== 'local')
    throw new ResetRefused(`${user.name} signs in with Plex and has no password here.`);
  const fault = passwordFault(password);
  if (fault) throw new ResetRefused(fault);
  const passwordHash = await hashPassword(password);
  await people.change(user.id, { passwordHash });
  await db
    .updateTable('sessions')
    .set({ ended_at: now.toISOString(), end_reason: 'password-changed' })
    .where('user_id', '=', user.id)
    .where('ended_at', 'is', null)
    .execute();
  return user;
}
