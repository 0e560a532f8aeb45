import { hashPassword, passwordFault } from './passwords.ts';
import type { User, UserStore } from './users.ts';

export class ResetRefused extends Error {
  override name = 'ResetRefused';
}

/** Gives a local account a new password; for the person at the machine who has lost theirs. */
export async function resetPassword(
  users: UserStore,
  name: string,
  password: string,
  now: Date,
): Promise<User> {
  const user = await users.findByName(name);
  if (!user) {
    const names = (await users.list()).map((known) => known.name);
    throw new ResetRefused(
      names.length === 0
        ? 'There is no account yet: the first one is made in the browser when sign-in is set up.'
        : `There is no account named "${name}". Accounts: ${names.join(', ')}.`,
    );
  }
  const fault = passwordFault(password);
  if (fault) throw new ResetRefused(fault);
  await users.setPasswordHash(user.id, await hashPassword(password), now.toISOString());
  return user;
}
