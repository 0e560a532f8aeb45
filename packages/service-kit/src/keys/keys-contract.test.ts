import { randomUUID } from 'node:crypto';
import type { Keys } from './keys.ts';
import { memoryKeys } from './memory-keys.ts';
import { redisKeys } from './redis-keys.ts';
import { eventually } from './testing/eventually.ts';
import { forgetPrefix, sharedRedisUrl } from './testing/shared-redis.ts';

const suite = `test:${randomUUID()}:`;
afterAll(() => forgetPrefix(suite));
const adapters: [string, () => Keys][] = [
  ['memory', () => memoryKeys()],
  // A bound far above what a busy test machine needs: these tests are about meaning, not about absence.
  ['redis', () => redisKeys(sharedRedisUrl, { prefix: `${suite}${randomUUID()}:`, answerWithinMs: 5_000 })],
];
const long = 60_000;

describe.each(adapters)('Keys in %s', (_, open) => {
  let keys: Keys;
  beforeEach(() => {
    keys = open();
  });
  afterEach(() => keys.close());

  test('a value can be read until it is removed', async () => {
    expect(await keys.get('a')).toBeUndefined();
    await keys.set('a', '', long);
    expect(await keys.get('a')).toBe('');
    await keys.set('a', 'zwei\n☂', long);
    expect(await keys.get('a')).toBe('zwei\n☂');
    await keys.remove('a');
    expect(await keys.get('a')).toBeUndefined();
  });

  test('a value expires', async () => {
    await keys.set('a', 'x', 20.5);
    await keys.set('b', 'y', long);
    await eventually(async () => (await keys.get('a')) === undefined);
    expect(await keys.get('b')).toBe('y');
  });

  test('keys of any length and with any characters are told apart', async () => {
    const odd = ['', '*', 'a b', 'ü\0\n', 'k'.repeat(5_000), `${'k'.repeat(5_000)}!`];
    for (const key of odd) await keys.set(key, `value of ${key}`, long);
    for (const key of odd) expect(await keys.get(key)).toBe(`value of ${key}`);
  });

  test('a lock has one holder, and fences grow with every grant of any key', async () => {
    const grants = await Promise.all(Array.from({ length: 20 }, () => keys.lock('job', long)));
    const [held, ...more] = grants.filter((lock) => lock !== undefined);
    expect(more).toEqual([]);
    expect(held?.key).toBe('job');
    const other = await keys.lock('other', long);
    expect(other?.fence).toBeGreaterThan(held?.fence ?? Number.NaN);
    expect(Number.isSafeInteger(other?.fence)).toBe(true);
    await held?.release();
    const next = await keys.lock('job', long);
    expect(next?.fence).toBeGreaterThan(other?.fence ?? Number.NaN);
  });

  test('an expired lock goes to the next, and the first can neither renew nor release it', async () => {
    const first = await keys.lock('job', 20);
    let second: Awaited<ReturnType<Keys['lock']>>;
    await eventually(async () => {
      second = await keys.lock('job', long);
      return second !== undefined;
    });
    expect(await first?.renew(long)).toBe(false);
    await first?.release();
    expect(await keys.lock('job', long)).toBeUndefined();
    expect(await second?.renew(long)).toBe(true);
  });

  test('a renewed lock lives as long as the renewal says', async () => {
    const lock = await keys.lock('job', long);
    expect(await lock?.renew(20)).toBe(true);
    await eventually(async () => (await keys.lock('job', long)) !== undefined);
  });

  test('a window lets through as many uses as its limit, however many come at once', async () => {
    const verdicts = await Promise.all(Array.from({ length: 40 }, () => keys.hit('ada', 5, long)));
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(5);
    expect(verdicts.map(({ remaining }) => remaining).slice(0, 6)).toEqual([4, 3, 2, 1, 0, 0]);
    const refused = verdicts.at(-1);
    expect(refused?.retryAfterMs).toBeGreaterThan(0);
    expect(refused?.retryAfterMs).toBeLessThanOrEqual(long);
    expect((await keys.hit('bo', 5, long)).allowed).toBe(true);
  });

  test('refused uses do not keep a window closed, and retryAfterMs is when it opens', async () => {
    expect((await keys.hit('ada', 1, 150)).allowed).toBe(true);
    const refused = await keys.hit('ada', 1, 150);
    expect(refused.allowed).toBe(false);
    const opensAt = performance.now() + refused.retryAfterMs;
    await eventually(async () => (await keys.hit('ada', 1, 150)).allowed);
    expect(performance.now()).toBeGreaterThan(opensAt - 20);
  });

  test('a limit of nothing lets nothing through', async () => {
    expect(await keys.hit('ada', 0, long)).toMatchObject({ allowed: false, remaining: 0 });
    expect((await keys.hit('ada', 0, long)).retryAfterMs).toBeGreaterThan(0);
  });

  test('those who said they are here are listed by group until their time is up', async () => {
    await keys.announce('renderers', 'one', long);
    await keys.announce('renderers', 'two', 20);
    await keys.announce('renderers', 'one', long);
    await keys.announce('browsers', 'three', long);
    await eventually(async () => !(await keys.present('renderers')).includes('two'));
    expect(await keys.present('renderers')).toEqual(['one']);
    expect(await keys.present('browsers')).toEqual(['three']);
    expect(await keys.present('nobody')).toEqual([]);
  });

  test('the check is ok', async () => {
    expect(await keys.check()).toMatchObject({ state: 'ok' });
  });
});

test('two processes share what is in Redis', async () => {
  const prefix = `${suite}${randomUUID()}:`;
  const [a, b] = [1, 2].map(() => redisKeys(sharedRedisUrl, { prefix, answerWithinMs: 5_000 }));
  if (!a || !b) throw new Error('unreachable');
  await a.set('k', 'v', long);
  expect(await b.get('k')).toBe('v');
  const lock = await a.lock('job', long);
  expect(await b.lock('job', long)).toBeUndefined();
  await lock?.release();
  await a.announce('g', 'a', long);
  await b.announce('g', 'b', long);
  expect((await a.present('g')).sort()).toEqual(['a', 'b']);
  const verdicts = await Promise.all(
    Array.from({ length: 30 }, (_, n) => (n % 2 ? a : b).hit('ada', 10, long)),
  );
  expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(10);
  await Promise.all([a.close(), b.close()]);
});
