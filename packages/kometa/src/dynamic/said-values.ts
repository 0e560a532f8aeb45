import type { PlainMap } from '../definitions/not-changed.ts';
import { isPlainList, isPlainMap, type PlainValue } from '../yaml/plain-value.ts';

/** Kometa gives the whole block up. */
export class DynamicFault extends Error {
  override name = 'DynamicFault';
}

/** What a block says, where the variables of its file say nothing else. */
export interface Said {
  /** Of the variables before the block’s own. */
  get(key: string): PlainValue | undefined;
  /** Of the variables alone. */
  variable(key: string): PlainValue | undefined;
}

export function saidBy(values: PlainMap, variables: PlainMap): Said {
  const own = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
  const variable = (key: string) => (Object.hasOwn(variables, key) ? variables[key] : undefined);
  return { variable, get: (key) => variable(key) ?? own.get(key) };
}

/** As Python writes it into a text. */
export function textOf(value: PlainValue): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** One or several. */
export function textsOf(key: string, value: PlainValue | undefined): string[] {
  if (isPlainMap(value)) throw new DynamicFault(`“${key}” must be a list or a text`);
  const all = isPlainList(value) ? value : [value ?? null];
  return all.filter((one) => one !== null && one !== false && one !== '').map(textOf);
}

/** The same, also with commas between. */
export const wordsOf = (key: string, value: PlainValue | undefined): string[] =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '')
    : textsOf(key, value);

export function mapOf(key: string, value: PlainValue | undefined): Map<string, PlainValue> {
  if (value === undefined) return new Map();
  if (!isPlainMap(value)) throw new DynamicFault(`“${key}” must be a map`);
  return new Map(Object.entries(value));
}

export const textMapOf = (key: string, value: PlainValue | undefined): Map<string, string> =>
  new Map([...mapOf(key, value)].map(([name, one]) => [name, textOf(one)]));

/** A list below each name. */
export const listMapOf = (key: string, value: PlainValue | undefined): Map<string, string[]> =>
  new Map([...mapOf(key, value)].map(([name, one]) => [name, (isPlainList(one) ? one : [one]).map(textOf)]));

/** With what the variables add, and without what they take away. */
export function changedTexts(said: Said, key: string): string[] {
  const removed = new Set(textsOf(key, said.variable(`remove_${key}`)));
  return [...textsOf(key, said.get(key)), ...textsOf(key, said.variable(`append_${key}`))].filter(
    (one) => !removed.has(one),
  );
}
