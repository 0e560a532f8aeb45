import { generateKeyPairSync } from 'node:crypto';
import { Jwks } from '@marquee/contracts';
import { createJwks } from './jwks.ts';

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keySet = (kids: readonly string[]): Jwks =>
  Jwks.parse({
    keys: kids.map((kid) => ({ ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' })),
  });

/** A gateway whose keys are looked for at a time of the test's own; whoever waits passes the time by it. */
function gateway(...published: string[]) {
  const here = { published, away: false, asked: 0, time: 0, errors: [] as unknown[] };
  const find = createJwks(
    async () => {
      here.asked += 1;
      if (here.away) throw new Error('away');
      return keySet(here.published);
    },
    {
      now: () => here.time,
      onError: (error) => here.errors.push(error),
      pause: async (milliseconds) => {
        here.time += milliseconds;
      },
    },
  );
  return { here, find };
}

test('keys that are known are asked for once a minute', async () => {
  const { here, find } = gateway('k1');
  await Promise.all(Array.from({ length: 20 }, () => find('k1')));
  expect(await find('k1')).toBeDefined();
  expect(here.asked).toBe(1);
  here.time = 61_000;
  expect(await find('k1')).toBeDefined();
  expect(here.asked).toBe(2);
});

test('a key that is a moment old is found, though the keys were looked at just before it was made', async () => {
  const { here, find } = gateway('k1');
  await find('k1');
  here.time = 1;
  here.published = ['k1', 'k2'];
  expect(await find('k2')).toBeDefined();
  expect(here.asked).toBe(2);
});

test('made-up ids wait for one look together', async () => {
  const { here, find } = gateway('k1');
  await find('k1');
  here.time = 1;
  const strangers = Array.from({ length: 50 }, (_, n) => find(`made-up-${n}`));
  expect(await Promise.all(strangers)).toEqual(strangers.map(() => undefined));
  expect(here.asked).toBe(2);
});

test('a key that is published no more is known no more', async () => {
  const { here, find } = gateway('k1', 'k2');
  await find('k1');
  here.published = ['k2'];
  here.time = 61_000;
  expect(await find('k1')).toBeUndefined();
});

test('while the gateway is away the keys known go on, without asking for each of them', async () => {
  const { here, find } = gateway('k1');
  await find('k1');
  here.away = true;
  here.time = 200_000;
  for (let n = 0; n < 20; n += 1) expect(await find('k1')).toBeDefined();
  expect(here.asked).toBe(2);
  expect(here.errors).toHaveLength(1);
});
