import { randomBytes } from 'node:crypto';
import { ACCESS_TOKEN, type Principal } from '@marquee/contracts';
import { createSealer, readAccessToken } from '@marquee/service-kit';
import { silent, type TestStore, testClock, testStore } from '../testing/gateway-store.ts';
import { openSigningKeys } from './signing-keys.ts';

const ada: Principal = {
  id: 'u1',
  name: 'Ada',
  role: 'admin',
  libraries: 'all',
  via: { kind: 'session', id: 's1' },
};
const DAY_MS = 24 * 3_600_000;
const dataKey = randomBytes(32);
const clock = testClock();
let given: TestStore;

beforeEach(async () => {
  given = await testStore();
});
afterEach(() => given.close());

const open = (key = dataKey) =>
  openSigningKeys({ db: given.store.db, sealer: createSealer(key), now: clock.now, log: silent });
type Keys = Awaited<ReturnType<typeof open>>;
const read = (keys: Keys, token: string) => readAccessToken(token, keys.findKey, { now: clock.now() });

test('what an old key signed is good until it ends, and then the key is known no more', async () => {
  const keys = await open();
  const { token } = keys.sign(ada);
  const [old] = keys.jwks().keys;
  clock.pass(1);
  const kid = await keys.rotate();
  expect(keys.jwks().keys.map((key) => key.kid)).toEqual([kid, old?.kid]);
  clock.pass(ACCESS_TOKEN.lifeSeconds * 1000 - 1000);
  expect(await read(keys, token)).toMatchObject({ principal: ada });

  clock.pass(122_000);
  expect(await keys.findKey(String(old?.kid))).toBeUndefined();
  expect(keys.jwks().keys.map((key) => key.kid)).toEqual([kid]);
  expect(await read(keys, keys.sign(ada).token)).toMatchObject({ principal: ada });
  expect(await read(keys, token)).toBeUndefined();
});

test('a key a month old is replaced, and what verifies nothing any more is forgotten', async () => {
  const keys = await open();
  const [first] = keys.jwks().keys;
  await keys.tend();
  expect(keys.jwks().keys).toEqual([first]);
  clock.pass(31 * DAY_MS);
  await keys.tend();
  expect(keys.jwks().keys).toHaveLength(2);
  clock.pass(DAY_MS);
  await keys.tend();
  expect(keys.jwks().keys.map(({ kid }) => kid)).not.toContain(first?.kid);
  expect(await given.store.db.selectFrom('signing_keys').select('kid').execute()).toHaveLength(1);
});

test('keys outlive a restart, sealed; with another data key they verify and a new one signs', async () => {
  const { token } = (await open()).sign(ada);
  expect(await read(await open(), token)).toMatchObject({ principal: ada });
  const rows = await given.store.db.selectFrom('signing_keys').select('sealed_private').execute();
  expect(rows.map(({ sealed_private }) => sealed_private).join()).not.toMatch(/"d"|BEGIN/);

  const others = await open(randomBytes(32));
  expect(await read(others, token)).toMatchObject({ principal: ada });
  expect(await read(others, others.sign(ada).token)).toMatchObject({ principal: ada });
  expect(others.jwks().keys).toHaveLength(2);
});
