import { createHmac } from 'node:crypto';

const LETTERS = 32;

/**
 * What this Marquee is called at plex.tv. A PIN is told to whoever names its number and this, so that it must be
 * another for each installation and not be guessed; it stays the same for as long as the data key does.
 */
export function plexClientIdentifier(dataKey: Buffer): string {
  const digest = createHmac('sha256', dataKey).update('plex client identifier').digest('hex');
  return `marquee-${digest.slice(0, LETTERS)}`;
}
