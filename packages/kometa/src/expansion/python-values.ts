import type { Meaning } from '../yaml/meaning.ts';
import { scalarText } from '../yaml/scalar-meaning.ts';
import { NotKnown } from './outcome.ts';

/** What Python's `str()` makes of a value that Kometa puts into a text. */
export function pythonString(value: Meaning): string {
  if (value.type === 'list') return `[${value.items.map(pythonQuoted).join(', ')}]`;
  if (value.type === 'map') {
    const pairs = value.entries.map(([key, one]) => `${pythonQuoted(key)}: ${pythonQuoted(one)}`);
    return `{${pairs.join(', ')}}`;
  }
  return scalarText(value);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function pythonQuoted(value: Meaning): string {
  if (value.type === 'date')
    throw new NotKnown('A date in a list is put into a text, which is not tried here');
  if (value.type !== 'text') return pythonString(value);
  const quote = value.value.includes("'") && !value.value.includes('"') ? '"' : "'";
  const inside = value.value.replace(/[\\\n\r\t'"]/g, (one) =>
    one === quote ? `\\${one}` : (ESCAPES[one] ?? one),
  );
  return `${quote}${inside}${quote}`;
}

/** Whether Python takes two values for equal: `1`, `1.0` and `true` are, `1` and `'1'` are not. */
export function isEqualInPython(one: Meaning, other: Meaning): boolean {
  const [left, right] = [numberOf(one), numberOf(other)];
  if (left !== null || right !== null) return left === right;
  if (one.type === 'list' && other.type === 'list')
    return (
      one.items.length === other.items.length &&
      one.items.every((item, at) => isEqualAt(item, other.items[at]))
    );
  if (one.type === 'map' || other.type === 'map')
    throw new NotKnown('Maps are compared, which is not tried here');
  return one.type === other.type && pythonString(one) === pythonString(other);
}

const isEqualAt = (one: Meaning, other: Meaning | undefined): boolean =>
  other !== undefined && isEqualInPython(one, other);

function numberOf(value: Meaning): number | null {
  if (value.type === 'integer' || value.type === 'float' || value.type === 'boolean')
    return Number(value.value);
  return null;
}

/** Whether Python takes it for true. */
export function isTrueInPython(value: Meaning): boolean {
  switch (value.type) {
    case 'list':
      return value.items.length > 0;
    case 'map':
      return value.entries.length > 0;
    case 'text':
      return value.value !== '';
    case 'null':
      return false;
    default:
      return numberOf(value) !== 0;
  }
}

/** What Python's `int()` makes of a value: decimals are cut; null where it refuses. */
export function pythonWhole(value: Meaning): bigint | null {
  if (value.type === 'integer') return value.value;
  if (value.type === 'boolean') return value.value ? 1n : 0n;
  if (value.type === 'float') return Number.isFinite(value.value) ? BigInt(Math.trunc(value.value)) : null;
  if (value.type !== 'text') return null;
  return /^\s*[-+]?\d+(?:_\d+)*\s*$/.test(value.value)
    ? BigInt(value.value.replaceAll('_', '').trim().replace(/^\+/, ''))
    : null;
}

/** A text with `%20` and the like in it; slashes stay. */
export function percentEncoded(text: string): string {
  const escaped = encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
  return escaped
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

export const textValue = (value: string): Meaning => ({ type: 'text', value });
