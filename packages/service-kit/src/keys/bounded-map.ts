interface Entry<V> {
  value: V;
  expiresAt: number;
}

/**
 * A map whose entries expire and whose size has an end, so that keys made up by strangers cannot fill the memory.
 * When it is full of live entries the caller chooses: push out the oldest, or be refused.
 */
export class BoundedMap<V> {
  readonly #entries = new Map<string, Entry<V>>();
  readonly #max: number;
  readonly #now: () => number;

  constructor(max: number, now: () => number) {
    this.#max = max;
    this.#now = now;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expiresAt > this.#now()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  /** Always takes it; the entry set longest ago makes room. */
  set(key: string, value: V, ttlMs: number): void {
    this.#entries.delete(key);
    if (!this.#hasRoom()) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    this.#entries.set(key, { value, expiresAt: this.#now() + ttlMs });
  }

  /** Takes it unless that would push out something that still counts. */
  offer(key: string, value: V, ttlMs: number): boolean {
    if (!this.#entries.has(key) && !this.#hasRoom()) return false;
    this.set(key, value, ttlMs);
    return true;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  values(): V[] {
    this.#sweep();
    return [...this.#entries.values()].map(({ value }) => value);
  }

  #hasRoom(): boolean {
    if (this.#entries.size < this.#max) return true;
    this.#sweep();
    return this.#entries.size < this.#max;
  }

  #sweep(): void {
    const now = this.#now();
    for (const [key, { expiresAt }] of this.#entries) if (expiresAt <= now) this.#entries.delete(key);
  }
}
