import { randomUUID } from 'node:crypto';
import type { Check } from '@marquee/contracts';
import { BoundedMap } from './bounded-map.ts';
import { nextFence } from './fence.ts';
import type { Keys } from './keys.ts';
import { Presence } from './presence.ts';
import { judge } from './rate-window.ts';
import { shortKey } from './short-key.ts';
import { steadyNow } from './steady-now.ts';
import { WindowBook } from './window-book.ts';

const MAX_ENTRIES = 10_000;

/** Keys within one process: for standalone and tests. Nothing grows without end, whatever keys strangers make up. */
export function memoryKeys(now: () => number = steadyNow, maxEntries = MAX_ENTRIES): Keys {
  const cache = new BoundedMap<string>(maxEntries, now);
  const locks = new BoundedMap<string>(maxEntries, now);
  const presence = new Presence(maxEntries, now);
  const windows = new WindowBook(maxEntries, now);
  let lastFence = 0;

  return {
    get: async (key) => cache.get(shortKey(key)),
    set: async (key, value, ttlMs) => cache.set(shortKey(key), value, ttlMs),
    remove: async (key) => cache.delete(shortKey(key)),

    async lock(key, ttlMs) {
      const token = randomUUID();
      const place = shortKey(key);
      // A full table refuses: pushing out a lock would hand it to two holders.
      if (locks.get(place) !== undefined || !locks.offer(place, token, ttlMs)) return undefined;
      lastFence = nextFence(lastFence, now());
      const mine = () => locks.get(place) === token;
      return {
        key,
        fence: lastFence,
        renew: async (renewMs) => mine() && locks.offer(place, token, renewMs),
        async release() {
          if (mine()) locks.delete(place);
        },
      };
    },

    async hit(wanted, limit, windowMs) {
      const key = shortKey(wanted);
      const at = now();
      const uses = windows.uses(key, windowMs);
      const verdict = judge(
        uses.map((use) => use.at),
        limit,
        windowMs,
        at,
      );
      if (verdict.allowed) windows.add(key, [{ at, name: randomUUID() }], windowMs, true);
      return verdict;
    },

    announce: async (group, member, ttlMs) => presence.announce(group, member, ttlMs),
    present: async (group) => presence.present(group),

    check: async (): Promise<Check> => ({ name: 'keys', state: 'ok', message: 'Kept in memory' }),
    async close() {
      for (const map of [cache, locks]) map.clear();
    },
  };
}
