import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { problem, type User } from '@marquee/contracts';
import type { Audit, Whence } from '../audit/audit.ts';
import { nameKey } from '../people/name-key.ts';
import type { PeopleStore } from '../people/people-store.ts';
import { hashPassword, passwordMatches } from '../users/passwords.ts';
import type { Tries } from './tries.ts';

/** Every answer takes at least this long and a little by chance, so that its time tells nothing. */
const SHORTEST_MS = 250;
const CHANCE_MS = 85;

export interface PasswordSignIn {
  /** The person; throws `auth.wrong-credentials`, the same for a wrong name, a wrong password and a shut account. */
  check(name: string, password: string, from: Whence): Promise<User>;
}

export async function createPasswordSignIn(ports: {
  people: PeopleStore;
  tries: Tries;
  audit: Audit;
}): Promise<PasswordSignIn> {
  const { people, tries, audit } = ports;
  // Somebody who does not exist costs as much as somebody who does.
  const nobodys = await hashPassword(randomBytes(24).toString('base64url'));

  async function match(name: string, password: string, from: Whence): Promise<User | undefined> {
    const user = await people.findByName(name);
    const kept = user && (await people.passwordHashOf(user.id));
    // Others may have failed while this one waited for its turn.
    const matches = await passwordMatches(kept ?? nobodys, password, () =>
      tries.check(from.address, nameKey(name)),
    );
    if (matches && kept !== undefined && user?.disabled === false) return user;
    // At once and not with the answer: guesses that wait behind this one must know.
    tries.failed(from.address, nameKey(name));
    return undefined;
  }

  return {
    async check(name, password, from) {
      const key = nameKey(name);
      tries.check(from.address, key);
      const [user] = await Promise.all([
        match(name, password, from),
        pause(SHORTEST_MS + randomInt(CHANCE_MS) + tries.delayMs(key)),
      ]);
      if (user) {
        tries.succeeded(from.address, key);
        return user;
      }
      await audit.note({
        actor: { stranger: name.slice(0, 64) },
        action: 'session.refused',
        outcome: 'refused',
        from,
      });
      throw problem('auth.wrong-credentials');
    },
  };
}
