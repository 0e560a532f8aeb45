import { randomBytes } from 'node:crypto';
import { createSecrets } from '@marquee/service-kit';

interface Sighting {
  canary: string;
  where: string;
  around: string;
}

/** Secrets that sing when they are where they should not be, in whatever spelling. */
export interface Canaries {
  /** Watches a secret that Marquee made itself. */
  watch(name: string, value: string): void;
  /** A secret of our own making, with the signs that encodings change. */
  plant(name: string, signs?: string): string;
  /** Takes down which of them a text holds. */
  search(where: string, text: string): void;
  names(): string[];
  /** What was found since it was asked for last. */
  sightings(): Sighting[];
}

const MASK = '[redacted]';

export function createCanaries(): Canaries {
  const finders = new Map<string, (text: string) => string>();
  const sightings: Sighting[] = [];

  function watch(name: string, value: string): void {
    if (value.length < 8) throw new Error(`${name} is too short to be told from other text`);
    const secrets = createSecrets();
    secrets.register(value);
    finders.set(name, secrets.redact);
  }

  return {
    watch,
    plant(name, signs = '"<&/+%=\\') {
      const value = `${randomBytes(9).toString('base64url')}${signs}${randomBytes(9).toString('base64url')}`;
      watch(name, value);
      return value;
    },
    search(where, text) {
      for (const [canary, redact] of finders) {
        const redacted = redact(text);
        if (redacted === text) continue;
        const at = [...redacted].findIndex((letter, index) => letter !== text[index]);
        sightings.push({
          canary,
          where,
          around: redacted.slice(Math.max(0, at - 80), at + MASK.length + 40),
        });
      }
    },
    names: () => [...finders.keys()],
    sightings: () => sightings.splice(0),
  };
}
