import type { OverlaySet } from '@marquee/contracts';
import { freeName } from '../model/layers.ts';

/** A set in which some definitions stand twice: as they are, and as copies in front of them. */
export interface Copies {
  of: OverlaySet;
  keys: readonly string[];
  set: OverlaySet;
  /** From a definition's key to its copy's. */
  names: ReadonlyMap<string, string>;
}

/** Copies bear the names that the editor will give them, so that what was dragged stays what it is when it is written. */
export function copiesIn(set: OverlaySet, keys: readonly string[]): Copies {
  const taken = new Set(set.definitions.map(({ key }) => key));
  const originals = set.definitions.filter(({ key }) => keys.includes(key));
  const names = new Map<string, string>();
  for (const { key } of originals) {
    const name = freeName(key, taken);
    taken.add(name);
    names.set(key, name);
  }
  const copied = originals.map((definition) => {
    const name = names.get(definition.key) ?? definition.key;
    return { ...definition, key: name, mapping: name };
  });
  const front = set.definitions.findLastIndex(({ key }) => keys.includes(key)) + 1;
  return {
    of: set,
    keys,
    set: { ...set, definitions: set.definitions.toSpliced(front, 0, ...copied) },
    names,
  };
}

/** Keys with those of the copies, where the copied one is among them. */
export function withTheirCopies(keys: ReadonlySet<string>, { names }: Copies): ReadonlySet<string> {
  const copies = [...names].filter(([key]) => keys.has(key)).map(([, name]) => name);
  return new Set([...keys, ...copies]);
}
