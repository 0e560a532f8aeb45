import { hashPassword, passwordFault, passwordMatches } from './passwords.ts';
import { ResetRefused, resetPassword } from './reset-password.ts';
import type { User, UserStore } from './users.ts';

const ada: User = { id: 'u1', name: 'ada', role: 'admin', createdAt: '2026-11-21T05:00:00.000Z' };

function usersInMemory(users: User[]): UserStore {
  const hashes = new Map<string, string>();
  return {
    list: async () => users,
    findByName: async (name) => users.find((user) => user.name === name),
    add: async (user, hash) => {
      users.push(user);
      hashes.set(user.id, hash);
    },
    setPasswordHash: async (id, hash) => void hashes.set(id, hash),
    passwordHashOf: async (id) => hashes.get(id),
  };
}

test('a hash is argon2id with the agreed cost and matches only its own password', async () => {
  const hash = await hashPassword('correct horse battery');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$/);
  expect(await passwordMatches(hash, 'correct horse battery')).toBe(true);
  expect(await passwordMatches(hash, 'correct horse batterY')).toBe(false);
});

test('a password counts in characters after normalising', async () => {
  expect(passwordFault('x'.repeat(11))).toContain('at least 12');
  expect(passwordFault('x'.repeat(257))).toContain('at most 256');
  expect(passwordFault('x'.repeat(12))).toBeUndefined();
  expect(await passwordMatches(await hashPassword('cafe\u0301 in winter'), 'caf\u00e9 in winter')).toBe(true);
});

test('the new password replaces the old one', async () => {
  const users = usersInMemory([ada]);
  await resetPassword(users, 'ada', 'a new long password', new Date());
  expect(await passwordMatches((await users.passwordHashOf('u1')) ?? '', 'a new long password')).toBe(true);
});

test('an unknown name lists the accounts there are, and a short password says how long it must be', async () => {
  await expect(resetPassword(usersInMemory([ada]), 'bob', 'a new long password', new Date())).rejects.toThrow(
    'Accounts: ada',
  );
  await expect(resetPassword(usersInMemory([]), 'bob', 'a new long password', new Date())).rejects.toThrow(
    'no account yet',
  );
  await expect(resetPassword(usersInMemory([ada]), 'ada', 'short', new Date())).rejects.toBeInstanceOf(
    ResetRefused,
  );
});
