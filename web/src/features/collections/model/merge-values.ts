import { sameJson, type Values } from './json.ts';

export interface Merged {
  values: Values;
  /** Keys that both changed, each in another way; mine stand in `values`. */
  both: string[];
}

/** What is theirs by now, with what I changed since I began. */
export function mergeValues(base: Values, mine: Values, theirs: Values): Merged {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const both: string[] = [];
  const entries = keys.flatMap((key): [string, Values[string]][] => {
    const [was, mineNow, other] = [own(base, key), own(mine, key), own(theirs, key)];
    const changed = !sameJson(was, mineNow);
    if (changed && !sameJson(was, other) && !sameJson(mineNow, other)) both.push(key);
    const kept = changed ? mineNow : other;
    return kept === undefined ? [] : [[key, kept]];
  });
  return { values: Object.fromEntries(entries), both };
}

const own = (values: Values, key: string) => (Object.hasOwn(values, key) ? values[key] : undefined);
