import { BoundedMap } from './bounded-map.ts';

/** Who said "I am here" to this process, and until when. */
export class Presence {
  readonly #said: BoundedMap<{ group: string; member: string }>;

  constructor(max: number, now: () => number) {
    this.#said = new BoundedMap(max, now);
  }

  announce(group: string, member: string, ttlMs: number): void {
    this.#said.set(JSON.stringify([group, member]), { group, member }, ttlMs);
  }

  present(group: string): string[] {
    return this.#said
      .values()
      .filter((said) => said.group === group)
      .map(({ member }) => member);
  }
}
