import type { Keys } from './keys.ts';
import type { RedisLink } from './redis-link.ts';
import { shortKey } from './short-key.ts';

const MAX_STALE = 10_000;

/**
 * A cache in Redis that is never wrong for having been cut off: a value whose change or removal did not reach
 * Redis counts as absent in this process until Redis has dropped it.
 */
export function redisCache(link: RedisLink, prefix: string): Pick<Keys, 'get' | 'set' | 'remove'> {
  const stale = new Set<string>();
  let allStale = false;
  let cleaning: Promise<void> | undefined;

  function distrust(key: string): void {
    if (stale.size < MAX_STALE) stale.add(key);
    else allStale = true;
  }

  /** True when nothing is in doubt. Callers at once share one clean-up. */
  async function trusted(): Promise<boolean> {
    if (stale.size === 0 && !allStale) return true;
    cleaning ??= cleanUp().finally(() => {
      cleaning = undefined;
    });
    await cleaning;
    return stale.size === 0 && !allStale;
  }

  async function cleanUp(): Promise<void> {
    const keys = [...stale];
    if (keys.length > 0) {
      const dropped = await link.ask((redis) => redis.unlink(keys.map((key) => prefix + key)));
      if (!dropped.answered) return;
      for (const key of keys) stale.delete(key);
    }
    if (allStale && (await dropEverything())) allStale = false;
  }

  async function dropEverything(): Promise<boolean> {
    let cursor = '0';
    do {
      const page = await link.ask((redis) =>
        redis.scan(cursor, { MATCH: `${globbed(prefix)}*`, COUNT: 1_000 }),
      );
      if (!page.answered) return false;
      const { keys } = page.value;
      if (keys.length > 0 && !(await link.ask((redis) => redis.unlink(keys))).answered) return false;
      cursor = page.value.cursor;
    } while (cursor !== '0');
    return true;
  }

  return {
    async get(wanted) {
      const key = shortKey(wanted);
      if (!(await trusted()) && (allStale || stale.has(key))) return undefined;
      const reply = await link.ask((redis) => redis.get(prefix + key));
      // Asked again: the key may have come into doubt while the answer was on its way.
      if (!reply.answered || allStale || stale.has(key)) return undefined;
      return reply.value ?? undefined;
    },

    async set(wanted, value, ttlMs) {
      const key = shortKey(wanted);
      const reply = await link.ask((redis) =>
        redis.set(prefix + key, value, { expiration: { type: 'PX', value: Math.max(1, Math.ceil(ttlMs)) } }),
      );
      if (reply.answered) stale.delete(key);
      else distrust(key);
    },

    async remove(wanted) {
      const key = shortKey(wanted);
      const reply = await link.ask((redis) => redis.unlink(prefix + key));
      if (reply.answered) stale.delete(key);
      else distrust(key);
    },
  };
}

const globbed = (text: string): string => text.replaceAll(/[\\*?[\]^-]/g, '\\$&');
