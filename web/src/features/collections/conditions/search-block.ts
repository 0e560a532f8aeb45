import { isBlank, isMap, type Json, type JsonMap } from '../model/json.ts';

/** `all`, `any`, and what is written as `any1`, beginning with either as Kometa takes it. */
export const isGroup = (key: string): boolean => /^(?:all|any)/i.test(key);
export const matchOf = (key: string): 'all' | 'any' => (/^any/i.test(key) ? 'any' : 'all');

const SETTINGS = ['sort_by', 'limit', 'type', 'validate'];
export const isSetting = (key: string): boolean => SETTINGS.includes(key.toLowerCase());

/** A name for another group beside those that are there. */
export function groupName(map: JsonMap): string {
  const taken = new Set(Object.keys(map).map((key) => key.toLowerCase()));
  const free = ['all', 'any'].find((name) => !taken.has(name));
  if (free) return free;
  for (let number = 2; ; number += 1) if (!taken.has(`any${number}`)) return `any${number}`;
}

/** Without the conditions whose value is still to be typed, and the groups that are empty then. Null when nothing is left. */
export function askable(block: Json): JsonMap | null {
  if (!isMap(block)) return null;
  const kept = withoutBlank(block);
  const asks = Object.keys(kept).some((key) => !isSetting(key));
  return asks ? kept : null;
}

function withoutBlank(map: JsonMap): JsonMap {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]): [string, Json][] => {
      if (!isGroup(key)) return isBlank(value) ? [] : [[key, value]];
      const blocks = (Array.isArray(value) ? value : [value])
        .filter(isMap)
        .map(withoutBlank)
        .filter((one) => Object.keys(one).length > 0);
      if (blocks.length === 0) return [];
      return [[key, Array.isArray(value) ? blocks : (blocks[0] ?? null)]];
    }),
  );
}
