import type { Collection } from '@marquee/contracts';

/** What a definition says, as the API has it. */
export type Values = Collection['values'];
export type Json = Values[string];
export type Path = readonly (string | number)[];
export type JsonMap = { [key: string]: Json };

export const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isBlank = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
export const sameJson = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** One or several, as a list. */
export const listOf = (value: Json | undefined): Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export function valueAt(value: Json | undefined, path: Path): Json | undefined {
  let now = value;
  for (const step of path) {
    if (Array.isArray(now) && typeof step === 'number') now = now[step];
    else if (isMap(now) && Object.hasOwn(now, String(step))) now = now[String(step)];
    else return undefined;
  }
  return now;
}

/** With another value at a path; what is missing on the way is made. */
export function setAt(value: Json | undefined, path: Path, wanted: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return wanted;
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? [...value] : [];
    list[step] = setAt(list[step], rest, wanted);
    return list;
  }
  const map = isMap(value) ? value : {};
  return { ...map, [step]: setAt(own(map, step), rest, wanted) };
}

/** Without what stands at a path; what is above it stays, even when nothing is left in it. */
export function unsetAt(value: Json | undefined, path: Path): Json {
  const [step, ...rest] = path;
  if (step === undefined || value === undefined) return value ?? null;
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_, place) => place !== step)
      : value.map((one, place) => (place === step ? unsetAt(one, rest) : one));
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      if (key !== String(step)) return [[key, one]];
      return rest.length === 0 ? [] : [[key, unsetAt(one, rest)]];
    }),
  );
}

/** A key by another name, in its place among the others. */
export function renameAt(value: Json, path: Path, to: string): Json {
  const above = path.slice(0, -1);
  const from = String(path.at(-1));
  const map = valueAt(value, above);
  if (!isMap(map) || from === to) return value;
  const renamed = Object.fromEntries(
    Object.entries(map)
      .filter(([key]) => key !== to)
      .map(([key, one]) => [key === from ? to : key, one]),
  );
  return setAt(value, above, renamed);
}

const own = (map: JsonMap, key: string): Json | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);

/** The definition itself is a map, whatever is changed in it. */
export const inValues = (changed: Json): Values => (isMap(changed) ? changed : {});
