import { problem } from '@marquee/contracts';
import { createFailures } from '../sign-in/failures.ts';

const MINUTE_MS = 60_000;
/** Each begins a PIN at plex.tv. */
const STARTS_A_MINUTE = 10;
/** A page asks every other second while its person says yes; a household may share an address. */
const FINISHES_A_MINUTE = 120;

/** Throws `auth.too-many-tries` when this address asked too often; every try counts, not only those that fail. */
export type PlexTries = Record<'start' | 'finish', (address: string) => void>;

export function createPlexTries(now: () => number): PlexTries {
  const counted = (limit: number) => {
    const tries = createFailures({ limit, windowMs: MINUTE_MS, now });
    return (address: string) => {
      const waitMs = tries.waitMs(address);
      if (waitMs > 0)
        throw problem('auth.too-many-tries', {
          headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
        });
      tries.note(address);
    };
  };
  return { start: counted(STARTS_A_MINUTE), finish: counted(FINISHES_A_MINUTE) };
}
