import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** Tells our own leftovers from those of another container that shares the folder and may have the same pid. */
const hostTag = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const PATTERN = /^\.marquee-([0-9a-f]{8})-(\d+)-([0-9a-f]{16})\.tmp$/;

export interface TempOwner {
  sameHost: boolean;
  pid: number;
}

/** Unique, hidden, and recognisable, so that a kill leaves nothing that cannot be swept. */
export function tempName(): string {
  return `.marquee-${hostTag}-${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
}

export function ownerOfTemp(name: string): TempOwner | undefined {
  const [, host, pid] = PATTERN.exec(name) ?? [];
  return host === undefined ? undefined : { sameHost: host === hostTag, pid: Number(pid) };
}
