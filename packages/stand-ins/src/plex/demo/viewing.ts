import type { Rng } from '../../art/random.ts';
import type { ItemUse } from '../model.ts';
import { DAY } from './items.ts';

/** What one person did with a film: nothing, the half of it, or all of it more than once. */
export function viewingOf(
  rng: Rng,
  now: number,
  durationMs: number,
  odds: { seen: number; rated: number },
): ItemUse {
  const lastViewedAt = now - rng.int(0, 320) * DAY - rng.int(0, DAY - 1);
  if (rng.chance(odds.seen)) {
    const viewCount = rng.chance(0.25) ? rng.int(2, 4) : 1;
    const rated = rng.chance(odds.rated);
    return {
      viewCount,
      lastViewedAt,
      ...(rated ? { userRating: rng.int(8, 20) / 2, lastRatedAt: lastViewedAt + 9_000 } : {}),
    };
  }
  return rng.chance(0.07) ? { viewOffset: Math.round(durationMs * rng.range(0.1, 0.85)), lastViewedAt } : {};
}
