import { hashPassword, passwordFault, passwordMatches } from './passwords.ts';

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
