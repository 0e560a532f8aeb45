import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Keys } from './keys.ts';
import { Presence } from './presence.ts';
import { redisCache } from './redis-cache.ts';
import { redisLimits } from './redis-limits.ts';
import { openRedisLink } from './redis-link.ts';
import { announce, askScript, present, releaseLock, renewLock, takeLock } from './redis-scripts.ts';
import { shortKey } from './short-key.ts';
import { steadyNow } from './steady-now.ts';

export interface RedisKeysOptions {
  /** Begins every key, so that several installations can share one Redis. */
  prefix: string;
  answerWithinMs?: number;
  log?: Pick<Logger, 'info' | 'warn'>;
}

const Fence = z.coerce.number();
const Members = z.array(z.string());

/**
 * Keys shared by several processes. While Redis does not answer: caches are empty, limits are halved and counted in
 * this process, presence knows this process only, and no lock is given or renewed, since a lock within one process
 * is none for the others. Callers see stricter answers and never an error.
 */
export function redisKeys(url: string, { prefix, answerWithinMs = 250, log }: RedisKeysOptions): Keys {
  const link = openRedisLink(url, { answerWithinMs, ...(log && { log }) });
  const own = new Presence(10_000, steadyNow);
  let highestFence = 0;

  return {
    ...redisCache(link, `${prefix}cache:`),
    ...redisLimits(link, `${prefix}rate:`),

    async lock(key, ttlMs) {
      const place = `${prefix}lock:${shortKey(key)}`;
      const token = randomUUID();
      const reply = await askScript(link, takeLock, [place, `${prefix}fence`], [token, ttlMs, highestFence]);
      const byHolder = async (script: typeof renewLock, ...args: number[]) => {
        const answer = await askScript(link, script, [place], [token, ...args]);
        return answer.answered && answer.value === 1;
      };
      // It may have been taken without our learning of it; then it frees itself after its time.
      if (!reply.answered || reply.value === null) return undefined;
      const fence = Fence.parse(reply.value);
      highestFence = Math.max(highestFence, fence);
      return {
        key,
        fence,
        renew: (renewMs) => byHolder(renewLock, renewMs),
        async release() {
          await byHolder(releaseLock);
        },
      };
    },

    async announce(group, member, ttlMs) {
      own.announce(group, member, ttlMs);
      await askScript(link, announce, [`${prefix}here:${group}`], [member, ttlMs]);
    },

    async present(group) {
      const reply = await askScript(link, present, [`${prefix}here:${group}`], []);
      const shared = reply.answered ? Members.parse(reply.value) : [];
      return [...new Set([...shared, ...own.present(group)])];
    },

    check: () => link.check('redis'),
    close: () => link.close(),
  };
}
