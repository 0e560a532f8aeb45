import { pino } from 'pino';
import type { Keys } from './keys.ts';
import { redisKeys } from './redis-keys.ts';
import { eventually } from './testing/eventually.ts';
import { type PrivateRedis, privateRedis } from './testing/private-redis.ts';

const long = 60_000;
let redis: PrivateRedis;
let opened: Keys[] = [];
const logged: string[] = [];
const log = pino({}, { write: (line) => logged.push(JSON.parse(line).msg) });
const open = (answerWithinMs = 2_000) => {
  const keys = redisKeys(redis.url, { prefix: 'f:', answerWithinMs, log });
  opened.push(keys);
  return keys;
};
const answers = (keys: Keys) => eventually(async () => (await keys.check()).state === 'ok');
const uses = async (keys: Keys, times: number, limit: number) => {
  let allowed = 0;
  for (let n = 0; n < times; n += 1) if ((await keys.hit('ada', limit, long)).allowed) allowed += 1;
  return allowed;
};

beforeEach(async () => {
  redis = await privateRedis();
});
afterEach(async () => {
  await Promise.all(opened.map((keys) => keys.close()));
  opened = [];
  logged.length = 0;
  await redis.remove();
});

test('without Redis nothing throws, caches are empty, locks are refused and the check says how to mend it', async () => {
  const keys = open();
  await keys.set('k', 'v', long);
  const lock = await keys.lock('job', long);
  await redis.kill();
  expect(await keys.get('k')).toBeUndefined();
  await keys.set('k', 'w', long);
  await keys.remove('k');
  expect(await lock?.renew(long)).toBe(false);
  await lock?.release();
  expect(await keys.lock('other', long)).toBeUndefined();
  await keys.announce('g', 'me', long);
  expect(await keys.present('g')).toEqual(['me']);
  expect(await keys.check()).toMatchObject({ state: 'down', message: expect.stringContaining('REDIS_URL') });
});

test('a service that starts before Redis works strictly, and fully once Redis is there', async () => {
  await redis.kill();
  const keys = open();
  expect(await uses(keys, 20, 10)).toBe(5);
  await redis.start();
  await answers(keys);
  await keys.set('k', 'v', long);
  expect(await keys.get('k')).toBe('v');
});

test('while Redis is away a limit is half of itself, and its uses count when Redis is back', async () => {
  const keys = open();
  expect(await uses(keys, 3, 10)).toBe(3);
  await redis.kill();
  expect(await uses(keys, 20, 10)).toBe(2);
  await redis.start();
  await answers(keys);
  expect(await uses(keys, 20, 10)).toBe(5);
});

test('emptying Redis opens no limit, and one process tells it what others did', async () => {
  const [a, b] = [open(), open()];
  expect(await uses(a, 4, 10)).toBe(4);
  expect(await uses(b, 2, 10)).toBe(2);
  await redis.empty();
  expect(await uses(b, 1, 10)).toBe(1);
  expect(await uses(a, 20, 10)).toBe(3);
  await redis.empty();
  expect(await uses(a, 5, 10)).toBe(0);
  expect(await uses(b, 5, 10)).toBe(0);
});

test('fences keep growing when Redis is emptied, and the old holder learns that its lock is gone', async () => {
  const keys = open();
  const old = await keys.lock('job', long);
  await redis.empty();
  const next = await keys.lock('job', long);
  expect(next?.fence).toBeGreaterThan(old?.fence ?? Number.NaN);
  expect(await old?.renew(long)).toBe(false);
  await old?.release();
  expect(await keys.lock('job', long)).toBeUndefined();
});

test('fences grow past what this process has seen, even when Redis is emptied and its clock set back', async () => {
  const keys = open();
  await redis.command('SET', 'f:fence', '8000000000000000');
  const old = await keys.lock('one', long);
  expect(old?.fence).toBe(8_000_000_000_000_001);
  await redis.empty();
  expect((await keys.lock('two', long))?.fence).toBe(8_000_000_000_000_002);
});

test('a value removed while Redis was frozen never comes back, though Redis still has it', async () => {
  const keys = open(50);
  await keys.set('session', 'ada', long);
  await keys.set('page', 'old', long);
  redis.freeze();
  await keys.remove('session');
  await keys.set('page', 'new', long);
  expect(await keys.get('session')).toBeUndefined();
  redis.thaw();
  await answers(keys);
  expect(await keys.get('session')).toBeUndefined();
  expect(await keys.get('page')).not.toBe('old');
});

test('more doubtful values than can be remembered make the whole cache doubtful, not wrong', async () => {
  const keys = open(50);
  await keys.set('last', 'old', long);
  redis.freeze();
  for (let n = 0; n <= 10_000; n += 1) await keys.remove(`k${n}`);
  await keys.remove('last');
  redis.thaw();
  await answers(keys);
  expect(await keys.get('last')).toBeUndefined();
  expect(await redis.command('EXISTS', 'f:cache:last')).toBe('0');
  await keys.set('last', 'new', long);
  expect(await keys.get('last')).toBe('new');
});

test('a frozen Redis delays few callers; the others are answered at once', async () => {
  const keys = open(100);
  await answers(keys);
  redis.freeze();
  // Waiting each time would outlast this test's own time-out many times over.
  for (let n = 0; n < 1_000; n += 1) expect(await keys.get('k')).toBeUndefined();
  redis.thaw();
  await answers(keys);
});

test('coming and going is told once each, however often it was tried', async () => {
  const keys = open();
  await answers(keys);
  await redis.kill();
  for (let n = 0; n < 100; n += 1) await keys.hit('ada', 5, long);
  await redis.start();
  await answers(keys);
  expect(logged).toEqual([expect.stringContaining('does not answer'), 'Redis answers again']);
});

test('a wrong password is a Redis that does not answer, and is not told to anybody', async () => {
  await redis.command('CONFIG', 'SET', 'requirepass', 'right');
  const url = redis.url.replace('redis://', 'redis://:wr0ng-secret@');
  const keys = redisKeys(url, { prefix: 'f:', log });
  opened.push(keys);
  expect(await uses(keys, 10, 4)).toBe(2);
  const { state, message } = await keys.check();
  expect(state).toBe('down');
  expect(message + logged.join()).not.toContain('wr0ng-secret');
});

test('a Redis without memory left refuses writes, limits hold and nothing throws', async () => {
  const keys = open();
  await keys.set('k', 'v', long);
  await redis.command('CONFIG', 'SET', 'maxmemory', '1');
  await keys.set('k', 'w', long);
  expect(await keys.get('k')).toBeUndefined();
  expect(await uses(keys, 20, 10)).toBeLessThanOrEqual(10);
  expect(await keys.lock('job', long)).toBeUndefined();
  await redis.command('CONFIG', 'SET', 'maxmemory', '0');
  expect(await keys.lock('job', long)).toBeDefined();
});
