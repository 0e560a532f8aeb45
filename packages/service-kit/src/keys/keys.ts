import type { Check } from '@marquee/contracts';

/** A held lock. `fence` grows with every grant of the key, so that a late writer can be told from the holder. */
export interface Lock {
  key: string;
  fence: number;
  /** False when the lock was lost; the holder must then stop. */
  renew(ttlMs: number): Promise<boolean>;
  release(): Promise<void>;
}

export interface RateVerdict {
  allowed: boolean;
  remaining: number;
  retryAfterMs: number;
}

/**
 * Short-lived facts: caches, locks, rate windows, presence. Everything here may be lost at any moment
 * (Redis flushed or gone): callers then do more work, and limits get stricter, never looser.
 */
export interface Keys {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  remove(key: string): Promise<void>;

  /** undefined while somebody else holds it. */
  lock(key: string, ttlMs: number): Promise<Lock | undefined>;

  /** Counts one use in a sliding window. */
  hit(key: string, limit: number, windowMs: number): Promise<RateVerdict>;

  /** Says "I am here" for a while; `present` lists who said so in a group. */
  announce(group: string, member: string, ttlMs: number): Promise<void>;
  present(group: string): Promise<string[]>;

  check(): Promise<Check>;
  close(): Promise<void>;
}
