import { createClient } from 'redis';

/** The Redis that tests share; each takes a prefix of its own and forgets it in the end. */
export const sharedRedisUrl = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';

export async function forgetPrefix(prefix: string): Promise<void> {
  const client = createClient({ url: sharedRedisUrl });
  await client.connect();
  for await (const keys of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1_000 })) {
    if (keys.length > 0) await client.unlink(keys);
  }
  await client.close();
}
