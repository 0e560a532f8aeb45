import { stringify } from 'yaml';

export type ScalarValue = string | number | boolean | null;
export type EditValue = ScalarValue | readonly ScalarValue[];
export type Quotes = 'single' | 'double' | null;

const style = { lineWidth: 0, blockQuote: false, singleQuote: true, version: '1.2' } as const;

// What another reader of YAML could take for a number, a date or a merge.
const mistakable =
  /^(?:[-+]?[\d_.:,]+(?:[eE][-+]?\d+)?|\d{4}-\d{1,2}-\d{1,2}.*|=|<<|0[xob][\da-f_]+|y|n|yes|no|on|off)$/i;

/** What is the same to every reader without quotes. */
const PLAIN_KEY = /^(?!(?:true|false|null)$)[a-z_][\w.]{0,99}$/i;

const ESCAPED = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
// Line breaks, what is not printed, halves of a character, and what some readers take for a line break.
export const NEEDS_ESCAPES = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]/u;

/** A value as one writes it after `key: `, quoted where YAML needs it, in the quotes that were there if any. */
export function writeValue(value: EditValue, place: 'block' | 'braces', quotes: Quotes = null): string {
  if (Array.isArray(value))
    return `[${value.map((item) => writeValue(item as ScalarValue, 'braces')).join(', ')}]`;
  if (typeof value === 'string') return writeText(value, place, quotes);
  return String(value);
}

/** A name before its colon. */
export function writeKey(name: string, place: 'block' | 'braces' = 'block'): string {
  if (place === 'braces' || mistakable.test(name) || NEEDS_ESCAPES.test(name))
    return writeText(name, 'braces', null);
  if (PLAIN_KEY.test(name)) return name;
  const line = stringify({ [name]: 1 }, style).trimEnd();
  return line.slice(0, line.lastIndexOf(':'));
}

function writeText(text: string, place: 'block' | 'braces', quotes: Quotes): string {
  const forced =
    quotes === 'double' || NEEDS_ESCAPES.test(text)
      ? 'QUOTE_DOUBLE'
      : quotes || mistakable.test(text)
        ? 'QUOTE_SINGLE'
        : 'PLAIN';
  const written = stringify([text], {
    ...style,
    singleQuote: forced !== 'QUOTE_DOUBLE',
    defaultStringType: forced,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
  }).trimEnd();
  const inBraces = written.slice(1, -1).replaceAll(ESCAPED, escaped);
  if (place === 'braces' || forced !== 'PLAIN') return inBraces;
  return stringify(text, style).trimEnd();
}
