import type { PlaceChange } from '../stage/stage-props.ts';

type Attribute = Exclude<keyof PlaceChange, 'key'>;

/**
 * What a hand on the stage is changing right now, beside React: only the fields that show one of these numbers hear of
 * it. They hear behind the frame in which the stage tells it, so that the numbers are painted together with the pixels
 * that are then on their way, and no frame of their own keeps those waiting.
 */
export interface LivePlaces {
  /** Nothing once it has come to rest: from then on the text says it. */
  show(changes: readonly PlaceChange[]): void;
  value(key: string, attribute: string): string | number | null;
  subscribe(listener: () => void): () => void;
}

export function createLivePlaces(): LivePlaces {
  let now: readonly PlaceChange[] = [];
  let later: ReturnType<typeof setTimeout> | null = null;
  const listeners = new Set<() => void>();
  const tell = () => {
    if (later !== null) clearTimeout(later);
    later = null;
    for (const listener of listeners) listener();
  };
  return {
    show(changes) {
      if (changes.length === 0 && now.length === 0) return;
      now = changes;
      if (changes.length === 0) tell();
      else later ??= setTimeout(tell);
    },
    value: (key, attribute) => now.find((change) => change.key === key)?.[attribute as Attribute] ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
