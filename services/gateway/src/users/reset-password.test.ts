import { sqlitePeople } from '../adapters/sqlite-people.ts';
import { type TestStore, testIdentity, testStore } from '../testing/gateway-store.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import { ResetRefused, resetPassword } from './reset-password.ts';

let given: TestStore;
const now = new Date('2026-11-21T05:00:00Z');
const reset = (name: string, password = 'a new long password') =>
  resetPassword(given.store.db, name, password, now);

beforeEach(async () => {
  given = await testStore();
});
afterEach(() => given.close());

async function addAda() {
  const login = { origin: 'local' as const, passwordHash: await hashPassword('the password before') };
  return sqlitePeople(given.store.db, () => now).add({ name: 'Ada', role: 'admin', login, libraries: 'all' });
}

test('the new password replaces the old one, and whoever was signed in is no longer', async () => {
  const ada = await addAda();
  const { people, sessions } = await testIdentity({ store: given });
  await sessions.begin(ada, {
    method: 'password',
    userAgent: undefined,
    from: { address: 'x', requestId: 'r' },
  });
  await reset('ada');
  expect(await passwordMatches((await people.passwordHashOf(ada.id)) ?? '', 'a new long password')).toBe(
    true,
  );
  expect(await sessions.list(ada.id)).toEqual([]);
});

test('an unknown name lists the accounts there are, and a short password says how long it must be', async () => {
  await expect(reset('bob')).rejects.toThrow('no account yet');
  await addAda();
  await expect(reset('bob')).rejects.toThrow('Accounts: Ada');
  await expect(reset('Ada', 'short')).rejects.toBeInstanceOf(ResetRefused);
});
