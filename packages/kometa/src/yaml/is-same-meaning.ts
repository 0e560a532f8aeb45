import type { Meaning } from './meaning.ts';

/** Whether two texts say the same, keys in the same order. */
export function isSameMeaning(one: Meaning, other: Meaning): boolean {
  if (one === other) return true;
  if (one.type === 'list' || one.type === 'map') return isSameWhole(one, other);
  if (one.type === 'null' || one.type === 'broken') return one.type === other.type;
  if (one.type === 'date') return other.type === 'date' && one.text === other.text;
  return one.type === other.type && 'value' in other && Object.is(one.value, other.value);
}

function isSameWhole(one: Extract<Meaning, { type: 'list' | 'map' }>, other: Meaning): boolean {
  if (one.type === 'list') {
    if (other.type !== 'list' || one.items.length !== other.items.length) return false;
    return one.items.every((item, index) => isSame(item, other.items[index]));
  }
  if (other.type !== 'map' || one.entries.length !== other.entries.length) return false;
  return one.entries.every(([key, value], index) => {
    const entry = other.entries[index];
    return isSame(key, entry?.[0]) && isSame(value, entry?.[1]);
  });
}

const isSame = (one: Meaning, other: Meaning | undefined): boolean =>
  other !== undefined && isSameMeaning(one, other);
