import { plexClientIdentifier } from './client-identifier.ts';

test('each installation has a name of its own at plex.tv, and keeps it', () => {
  const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  expect(plexClientIdentifier(one)).toMatch(/^marquee-[0-9a-f]{32}$/);
  expect(plexClientIdentifier(one)).toBe(plexClientIdentifier(one));
  expect(plexClientIdentifier(one)).not.toBe(plexClientIdentifier(other));
  expect(plexClientIdentifier(one)).not.toContain(one.toString('hex').slice(0, 8));
});
