import { createClient } from 'redis';

/** A database of its own in the Redis that is there, so that what others keep is neither seen nor touched. */
const DATABASE = '/13';

export function redisUrl(): string {
  const url = new URL(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
  url.pathname = DATABASE;
  return url.href;
}

/** Nothing from an earlier run may answer for what this one should do. */
export async function forgetRedis(): Promise<void> {
  const client = createClient({ url: redisUrl() });
  await client.connect();
  for await (const keys of client.scanIterator({ MATCH: 'marquee:*', COUNT: 1000 })) {
    if (keys.length > 0) await client.unlink(keys);
  }
  await client.close();
}
