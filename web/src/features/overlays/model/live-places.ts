import type { PlaceChange } from '../stage/stage-props.ts';

type Attribute = Exclude<keyof PlaceChange, 'key'>;

/**
 * What a hand on the stage is changing right now, beside React: a drag tells it once a frame, and only the fields that
 * show one of these numbers hear of it.
 */
export interface LivePlaces {
  /** Nothing once it has come to rest: from then on the text says it. */
  show(changes: readonly PlaceChange[]): void;
  value(key: string, attribute: string): string | number | null;
  subscribe(listener: () => void): () => void;
}

export function createLivePlaces(): LivePlaces {
  let now: readonly PlaceChange[] = [];
  const listeners = new Set<() => void>();
  return {
    show(changes) {
      if (changes.length === 0 && now.length === 0) return;
      now = changes;
      for (const listener of listeners) listener();
    },
    value: (key, attribute) => now.find((change) => change.key === key)?.[attribute as Attribute] ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
