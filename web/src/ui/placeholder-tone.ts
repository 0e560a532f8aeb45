import { dark } from '../theme/tokens.ts';

/** The same item always waits on the same ground, neighbours mostly on different ones. */
export function placeholderTone(seed: string): string {
  let sum = 0;
  for (const character of seed) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return `poster.tone${sum % dark.poster.length}`;
}
