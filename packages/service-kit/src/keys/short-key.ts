import { createHash } from 'node:crypto';

const LONGEST = 200;

/** A long key costs no more memory than a short one: many are made of what strangers send. */
export function shortKey(key: string): string {
  return key.length <= LONGEST ? key : `sha256:${createHash('sha256').update(key).digest('hex')}`;
}
