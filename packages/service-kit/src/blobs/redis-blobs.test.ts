import { randomBytes } from 'node:crypto';
import { eventually } from '../keys/testing/eventually.ts';
import { type PrivateRedis, privateRedis } from '../keys/testing/private-redis.ts';
import type { Blobs } from './blobs.ts';
import { redisBlobs } from './redis-blobs.ts';

let redis: PrivateRedis;
let blobs: Blobs;
beforeEach(async () => {
  redis = await privateRedis();
  blobs = redisBlobs(redis.url, { prefix: 'b:', ttlMs: 60_000, maxBytes: 100_000 });
});
afterEach(async () => {
  await blobs.close();
  await redis.remove();
});
const bytes = Buffer.from('content');
const answers = () => eventually(async () => (await blobs.check()).state === 'ok');

test('a blob expires a while after its last use, and nothing of it stays', async () => {
  const brief = redisBlobs(redis.url, { prefix: 'brief:', ttlMs: 30, maxBytes: 1_000 });
  await brief.putNamed('n', bytes, 'text/plain');
  await eventually(async () => (await redis.command('DBSIZE')) === '0');
  expect(await brief.getNamed('n')).toBeUndefined();
  await brief.close();
});

test('a use puts the expiry off', async () => {
  const { hash } = await blobs.put(bytes, 'text/plain');
  await redis.command('PEXPIRE', `b:blob:${hash}`, '5000');
  await blobs.get(hash);
  expect(Number(await redis.command('PTTL', `b:blob:${hash}`))).toBeGreaterThan(5_000);
});

test('a spoilt blob is absent and removed', async () => {
  const { hash } = await blobs.put(bytes, 'text/plain');
  await redis.command('SET', `b:blob:${hash}`, 'spoilt');
  expect(await blobs.get(hash)).toBeUndefined();
  expect(await redis.command('EXISTS', `b:blob:${hash}`)).toBe('0');
});

test('the last used stays when it is full', async () => {
  const put = async () => (await blobs.put(randomBytes(20_000), 'image/png')).hash;
  const [used, unused] = [await put(), await put()];
  // Redis tells times in whole milliseconds: ask until the use is later than the other's.
  await eventually(async () => {
    await blobs.get(used);
    return (await redis.command('ZRANGE', 'b:blob-index', '0', '0')).startsWith(unused);
  });
  for (let n = 0; n < 3; n += 1) await put();
  expect(await blobs.get(used)).toBeDefined();
  expect(await blobs.get(unused)).toBeUndefined();
});

test('the bound holds after Redis has dropped the total or a record by itself', async () => {
  for (const dropped of ['b:blob-total', undefined]) {
    for (let n = 0; n < 10; n += 1) await blobs.put(randomBytes(30_000), 'image/png');
    if (dropped) await redis.command('DEL', dropped);
    const [record = ''] = (await redis.command('KEYS', 'b:blob:*')).split('\n');
    await redis.command('DEL', record);
    for (let n = 0; n < 10; n += 1) await blobs.put(randomBytes(30_000), 'image/png');
    const records = (await redis.command('KEYS', 'b:blob:*')).split('\n');
    expect(records.length).toBeLessThanOrEqual(3);
    expect(records.length).toBeGreaterThanOrEqual(2);
  }
});

test('without Redis everything is absent and nothing throws; it keeps again when Redis is back', async () => {
  await blobs.putNamed('n', bytes, 'text/plain');
  await redis.kill();
  const info = await blobs.putNamed('n', bytes, 'text/plain');
  expect(await blobs.get(info.hash)).toBeUndefined();
  expect(await blobs.getNamed('n')).toBeUndefined();
  expect(await blobs.check()).toMatchObject({ name: 'blobs', state: 'down' });
  await redis.start();
  await answers();
  expect(await blobs.getNamed('n')).toBeUndefined();
  await blobs.putNamed('n', bytes, 'text/plain');
  await redis.empty();
  expect(await blobs.getNamed('n')).toBeUndefined();
  await blobs.putNamed('n', bytes, 'text/plain');
  expect(Buffer.from((await blobs.getNamed('n'))?.bytes ?? []).equals(bytes)).toBe(true);
});
