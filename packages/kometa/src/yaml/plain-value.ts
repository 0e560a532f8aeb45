import { isMap, isScalar, isSeq } from 'yaml';
import { fieldsOf, follow } from './read-values.ts';
import { meaningOfScalar } from './scalar-meaning.ts';
import type { YamlTree } from './yaml-tree.ts';

/** What JSON can say of a YAML text. */
export type PlainValue = null | boolean | number | string | PlainValue[] | { [key: string]: PlainValue };

/**
 * What a node says to Kometa, as JSON: aliases and `<<` written out, names of keys as Python writes them. Dates, and numbers
 * that JSON would bend, are the text that stands in the file.
 */
export function plainValue(tree: YamlTree, node: unknown): PlainValue {
  const target = follow(tree, node);
  if (isSeq(target)) return target.items.map((item) => plainValue(tree, item));
  if (isMap(target)) {
    const fields = fieldsOf(tree, target) ?? [];
    return Object.fromEntries(fields.map(({ name, value }) => [name, plainValue(tree, value)]));
  }
  if (!isScalar(target)) return null;
  const meaning = meaningOfScalar(target, tree.version);
  const written = target.source ?? '';
  switch (meaning.type) {
    case 'null':
      return null;
    case 'integer': {
      const number = Number(meaning.value);
      return Number.isSafeInteger(number) ? number : written;
    }
    case 'float':
      return Number.isFinite(meaning.value) ? meaning.value : written;
    case 'date':
    case 'broken':
      return written;
    default:
      return meaning.value;
  }
}

export const isPlainMap = (value: PlainValue | undefined): value is { [key: string]: PlainValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isPlainList = (value: PlainValue | undefined): value is PlainValue[] => Array.isArray(value);

/** Whether two values say the same; the order of keys does not matter. */
export function isSamePlain(one: PlainValue | undefined, other: PlainValue | undefined): boolean {
  if (isPlainList(one)) {
    if (!isPlainList(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSamePlain(item, other[index]));
  }
  if (!isPlainMap(one)) return one === other;
  if (!isPlainMap(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && isSamePlain(one[key], other[key]));
}
