import { createHash } from 'node:crypto';
import { BoundedMap } from './bounded-map.ts';

/** A use and the name that makes it one use wherever it is written down. */
export interface Use {
  at: number;
  name: string;
}

const OVERFLOW_PAGES = 1_024;

/**
 * The uses of many rate windows in bounded memory. When it is full of live windows, further keys share pages:
 * strangers' keys then make limits stricter for each other, and never unlimited.
 */
export class WindowBook {
  readonly #pages: BoundedMap<Use[]>;
  readonly #overflow: BoundedMap<Use[]>;
  readonly #now: () => number;

  constructor(maxKeys: number, now: () => number) {
    this.#pages = new BoundedMap(maxKeys, now);
    this.#overflow = new BoundedMap(OVERFLOW_PAGES, now);
    this.#now = now;
  }

  get size(): number {
    return this.#pages.size + this.#overflow.size;
  }

  /** The uses of this key alone, or undefined when nothing is known of it. */
  own(key: string, windowMs: number): Use[] | undefined {
    const page = this.#pages.get(key);
    return page && live(page, this.#now() - windowMs);
  }

  /** The uses that bound this key: its own, or those of the page it must share. */
  uses(key: string, windowMs: number): Use[] {
    const page = this.#pages.get(key) ?? this.#overflow.get(overflowPage(key)) ?? [];
    return live(page, this.#now() - windowMs);
  }

  /** Writes uses down; without `share` only on a page of the key's own, and not at all when there is no room. */
  add(key: string, uses: readonly Use[], windowMs: number, share: boolean): void {
    const own = merged(this.own(key, windowMs) ?? [], uses);
    if (this.#pages.offer(key, own, windowMs) || !share) return;
    const page = overflowPage(key);
    this.#overflow.set(page, merged(this.uses(key, windowMs), uses), windowMs);
  }
}

const live = (uses: readonly Use[], since: number): Use[] => uses.filter(({ at }) => at > since);

function merged(known: readonly Use[], more: readonly Use[]): Use[] {
  const names = new Set(known.map(({ name }) => name));
  return [...known, ...more.filter(({ name }) => !names.has(name))].sort((a, b) => a.at - b.at);
}

const overflowPage = (key: string): string =>
  String(createHash('sha256').update(key).digest().readUInt32BE(0) % OVERFLOW_PAGES);
