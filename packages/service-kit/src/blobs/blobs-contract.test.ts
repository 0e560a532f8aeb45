import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetPrefix, sharedRedisUrl } from '../keys/testing/shared-redis.ts';
import type { Blobs } from './blobs.ts';
import { folderBlobs } from './folder-blobs.ts';
import { redisBlobs } from './redis-blobs.ts';

const root = mkdtempSync(join(tmpdir(), 'marquee-blobs-'));
const suite = `test:${randomUUID()}:`;
afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
  await forgetPrefix(suite);
});

/** Twice the same place: two processes on one folder or one Redis. */
const adapters: [string, (maxBytes: number) => [Blobs, Blobs]][] = [
  [
    'a folder',
    (maxBytes) => {
      const dir = join(root, randomUUID());
      return [folderBlobs({ dir, maxBytes }), folderBlobs({ dir, maxBytes })];
    },
  ],
  [
    'Redis',
    (maxBytes) => {
      const options = { prefix: `${suite}${randomUUID()}:`, ttlMs: 60_000, maxBytes, answerWithinMs: 5_000 };
      return [redisBlobs(sharedRedisUrl, options), redisBlobs(sharedRedisUrl, options)];
    },
  ],
];

describe.each(adapters)('Blobs in %s', (_, open) => {
  let opened: Blobs[] = [];
  const openBoth = (maxBytes = 10_000_000) => {
    const both = open(maxBytes);
    opened.push(...both);
    return both;
  };
  afterEach(async () => {
    await Promise.all(opened.map((blobs) => blobs.close()));
    opened = [];
  });

  test('what was put is got by its sha256, byte for byte, with its type', async () => {
    const [blobs, elsewhere] = openBoth();
    const bytes = randomBytes(300_000);
    const info = await blobs.put(bytes, 'image/png');
    expect(info).toEqual({
      hash: createHash('sha256').update(bytes).digest('hex'),
      sizeBytes: 300_000,
      contentType: 'image/png',
    });
    const got = await elsewhere.get(info.hash);
    expect(got?.info).toEqual(info);
    expect(Buffer.from(got?.bytes ?? []).equals(bytes)).toBe(true);
  });

  test('empty bytes and odd types are blobs too', async () => {
    const [blobs] = openBoth();
    const { hash } = await blobs.put(new Uint8Array(), 'text/plain; charset="ü"\r\nx: y');
    expect(await blobs.get(hash)).toEqual({
      info: { hash, sizeBytes: 0, contentType: 'text/plain; charset="ü"\r\nx: y' },
      bytes: Buffer.alloc(0),
    });
  });

  test('what is not there, or no hash, is absent', async () => {
    const [blobs] = openBoth();
    for (const hash of ['0'.repeat(64), '', '../../etc/passwd', 'A'.repeat(64), `${'0'.repeat(63)}/`]) {
      expect(await blobs.get(hash)).toBeUndefined();
    }
    expect(await blobs.getNamed('nothing')).toBeUndefined();
  });

  test('a name is any string and means what was put under it last', async () => {
    const [blobs, elsewhere] = openBoth();
    const names = ['', '..', '../../escape', '/etc/passwd', 'a\0b', 'ü'.repeat(10_000), 'a/b?c=d'];
    for (const name of names) await blobs.putNamed(name, Buffer.from(`old ${name}`), 'text/plain');
    for (const name of names) await blobs.putNamed(name, Buffer.from(`of ${name}`), 'text/plain');
    for (const name of names) {
      expect(Buffer.from((await elsewhere.getNamed(name))?.bytes ?? []).toString()).toBe(`of ${name}`);
    }
  });

  test('the last type put for the same bytes is the one told', async () => {
    const [blobs] = openBoth();
    await blobs.put(Buffer.from('x'), 'text/plain');
    const { hash } = await blobs.put(Buffer.from('x'), 'text/csv');
    expect((await blobs.get(hash))?.info.contentType).toBe('text/csv');
  });

  test('many puts of the same and of other bytes at once all arrive', async () => {
    const [a, b] = openBoth();
    const wanted = Array.from({ length: 60 }, (_, n) => Buffer.from(`content ${n % 20}`));
    const infos = await Promise.all(wanted.map((bytes, n) => (n % 2 ? a : b).put(bytes, 'text/plain')));
    const got = await Promise.all(infos.map(({ hash }) => a.get(hash)));
    expect(got.map((blob) => Buffer.from(blob?.bytes ?? []).toString())).toEqual(wanted.map(String));
  });

  test('the oldest make room when it is full, and what is too large for all of it is not kept', async () => {
    const [blobs] = openBoth(200_000);
    const hashes: string[] = [];
    for (let n = 0; n < 20; n += 1) hashes.push((await blobs.put(randomBytes(30_000), 'image/png')).hash);
    const kept = await Promise.all(hashes.map(async (hash) => (await blobs.get(hash)) !== undefined));
    const count = kept.filter(Boolean).length;
    expect(count).toBeGreaterThanOrEqual(3);
    expect(count * 30_000).toBeLessThanOrEqual(200_000);
    expect(kept.at(-1)).toBe(true);
    const { hash } = await blobs.put(randomBytes(300_000), 'image/png');
    expect(await blobs.get(hash)).toBeUndefined();
    expect(await blobs.get(hashes.at(-1) ?? '')).toBeDefined();
  });

  test('the check is ok', async () => {
    expect(await openBoth()[0].check()).toMatchObject({ name: 'blobs', state: 'ok' });
  });
});
