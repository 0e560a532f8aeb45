import type { Meaning } from '../yaml/meaning.ts';
import type { ScalarValue } from './write-value.ts';

/** What may be written: plain data. */
export type YamlValue = ScalarValue | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Keys, and places in lists, from the root on. */
export type YamlPath = readonly (string | number)[];

export type YamlEdit =
  /** Another value; a key that is not there yet is written behind the others. */
  | { kind: 'set'; path: YamlPath; value: YamlValue }
  /** A new item of a list, to be the one with the last number of the path. */
  | { kind: 'insert'; path: YamlPath; value: YamlValue }
  | { kind: 'remove'; path: YamlPath }
  /** A key of a map as somebody wrote it: its lines from the left edge on, with the comments above. Behind the others. */
  | { kind: 'add'; path: YamlPath; block: string }
  /** A key of a map with the comments above it. */
  | { kind: 'drop'; path: YamlPath }
  | { kind: 'rename'; path: YamlPath; to: string }
  /** Behind another key or item of the same map or list; null is to the front. */
  | { kind: 'move'; path: YamlPath; after: string | number | null };

export const isScalarValue = (value: YamlValue): value is ScalarValue =>
  value === null || typeof value !== 'object';

export const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);

export function meaningOfValue(value: YamlValue): Meaning {
  if (value === null) return { type: 'null' };
  if (typeof value === 'string') return { type: 'text', value };
  if (typeof value === 'boolean') return { type: 'boolean', value };
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) return { type: 'float', value };
    return { type: 'integer', value: BigInt(value) };
  }
  if (isList(value)) return { type: 'list', items: value.map(meaningOfValue) };
  const entries = Object.entries(value).map(([key, one]): [Meaning, Meaning] => [
    { type: 'text', value: key },
    meaningOfValue(one),
  ]);
  return { type: 'map', entries };
}
