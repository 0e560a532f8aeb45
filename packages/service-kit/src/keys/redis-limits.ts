import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { BoundedMap } from './bounded-map.ts';
import type { Keys, RateVerdict } from './keys.ts';
import { judge, strictLimit } from './rate-window.ts';
import type { RedisLink } from './redis-link.ts';
import { askScript, countUse, restoreUses } from './redis-scripts.ts';
import { shortKey } from './short-key.ts';
import { steadyNow } from './steady-now.ts';
import { type Use, WindowBook } from './window-book.ts';

const MAX_KEYS = 10_000;

const Counted = z
  .tuple([z.number(), z.number(), z.number(), z.coerce.number(), z.array(z.string())])
  .transform(([allowed, now, count, leaving, news]) => ({
    allowed: allowed === 1,
    now,
    count,
    leaving,
    news: pairs(news),
  }));

/** Name and time alternate, as Redis lists a sorted set with its scores. */
function pairs(flat: string[]): Use[] {
  return flat.flatMap((name, index) => (index % 2 === 0 ? [{ name, at: Number(flat[index + 1]) }] : []));
}

const times = (uses: readonly Use[]) => uses.map(({ at }) => at);

/**
 * Rate windows counted in Redis for all processes, with a copy in each of what it has learnt. The larger count
 * holds: an emptied Redis is told again, an absent one is done without, at half the limit.
 */
export function redisLimits(link: RedisLink, prefix: string): Pick<Keys, 'hit'> {
  const instance = randomUUID().slice(0, 8);
  let serial = 0;
  /** Redis's clock minus ours, so that the copy reads the same clock while Redis is away. */
  let ahead = 0;
  const now = () => steadyNow() + ahead;
  const book = new WindowBook(MAX_KEYS, now);
  /** The newest use that Redis itself has told of each key; only what came since is asked for. */
  const told = new BoundedMap<number>(MAX_KEYS, now);

  function decideAlone(key: string, limit: number, windowMs: number, name: string): RateVerdict {
    const verdict = judge(times(book.uses(key, windowMs)), strictLimit(limit), windowMs, now());
    if (verdict.allowed) book.add(key, [{ at: now(), name }], windowMs, true);
    return verdict;
  }

  return {
    async hit(wanted, limit, windowMs) {
      const key = shortKey(wanted);
      serial += 1;
      const name = `${instance}-${serial.toString(36)}`;
      const page = prefix + key;
      const known = judge(times(book.own(key, windowMs) ?? []), limit, windowMs, now());
      const reply = await askScript(
        link,
        countUse,
        [page],
        [limit, windowMs, name, told.get(key) ?? 0, known.allowed ? 1 : 0],
      );
      if (!reply.answered) return decideAlone(key, limit, windowMs, name);

      const counted = Counted.parse(reply.value);
      ahead = counted.now - steadyNow();
      book.add(key, counted.news, windowMs, false);
      const newest = counted.news.at(-1);
      if (newest) told.set(key, newest.at, windowMs);
      const copy = book.own(key, windowMs) ?? [];
      if (copy.length > counted.count) {
        await askScript(link, restoreUses, [page], [windowMs, ...copy.flatMap(({ at, name }) => [at, name])]);
      }
      if (counted.allowed) {
        const used = Math.max(counted.count, copy.length);
        return { allowed: true, remaining: Math.max(0, limit - used), retryAfterMs: 0 };
      }
      const wait = counted.leaving === 0 ? windowMs : Math.max(1, counted.leaving + windowMs - counted.now);
      const refused = judge(times(copy), limit, windowMs, now());
      return { allowed: false, remaining: 0, retryAfterMs: Math.max(wait, refused.retryAfterMs) };
    },
  };
}
