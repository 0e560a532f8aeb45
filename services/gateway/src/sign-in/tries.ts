import { problem } from '@marquee/contracts';
import { createFailures } from './failures.ts';

const MINUTE_MS = 60_000;
/** An account that many addresses try at is slowed down, never locked: its person must be able to come in. */
const SLOWED_BY_MS = 2000;

export interface Tries {
  /** Throws `auth.too-many-tries` when this address, or this name from it, has failed too often. */
  check(address: string, name: string): void;
  failed(address: string, name: string): void;
  succeeded(address: string, name: string): void;
  /** How long to wait before an answer to a try at this name. */
  delayMs(name: string): number;
}

/** How often one may be wrong: at one name from one address, at all from one address, at one name from everywhere. */
export function createTries(now: () => number): Tries {
  const byBoth = createFailures({ limit: 5, windowMs: 5 * MINUTE_MS, now });
  const byAddress = createFailures({ limit: 20, windowMs: MINUTE_MS, now });
  const byName = createFailures({ limit: 30, windowMs: 60 * MINUTE_MS, now });
  const both = (address: string, name: string) => `${address} ${name}`;

  return {
    check(address, name) {
      const waitMs = Math.max(byAddress.waitMs(address), byBoth.waitMs(both(address, name)));
      if (waitMs > 0)
        throw problem('auth.too-many-tries', {
          headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
        });
    },
    failed(address, name) {
      byAddress.note(address);
      byBoth.note(both(address, name));
      byName.note(name);
    },
    succeeded(address, name) {
      byBoth.forget(both(address, name));
    },
    delayMs: (name) => (byName.waitMs(name) > 0 ? SLOWED_BY_MS : 0),
  };
}
