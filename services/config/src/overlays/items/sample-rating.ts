import { createHash } from 'node:crypto';
import { type OverlayLevel, variablesOfLevel } from '@marquee/contracts';

const LOWEST = 50;
const STEPS = 47;
/** Kometa itself never fills it: it looks for it under a name that no service gives. */
const NEVER_FILLED = 'anidb_rating';

/** For ratings that only outside services know: from 5.0 to 9.6, always the same for one item and source. */
export function sampleRatings(itemId: string, level: OverlayLevel): Record<string, number> {
  const outside = variablesOfLevel(level).filter(
    ({ name, from }) => from === 'outside' && name !== NEVER_FILLED,
  );
  return Object.fromEntries(outside.map(({ name }) => [name, sampleOf(`${itemId} ${name}`)]));
}

function sampleOf(seed: string): number {
  const step = createHash('sha256').update(seed).digest().readUInt32BE() % STEPS;
  return (LOWEST + step) / 10;
}
