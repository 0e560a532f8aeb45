import type { Library } from '@marquee/contracts';

/** The main kind always, the others only where there are any. */
export function toldCounts({ counts }: Library): Library['counts'] {
  return counts.filter(({ count }, place) => place === 0 || count > 0);
}
