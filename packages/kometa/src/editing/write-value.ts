import { stringify } from 'yaml';

export type ScalarValue = string | number | boolean | null;
export type EditValue = ScalarValue | readonly ScalarValue[];
export type Quotes = 'single' | 'double' | null;

const style = { lineWidth: 0, blockQuote: false, singleQuote: true, version: '1.2' } as const;

// What another reader of YAML could take for a number, a date or a merge.
const mistakable =
  /^(?:[-+]?[\d_.:,]+(?:[eE][-+]?\d+)?|\d{4}-\d{1,2}-\d{1,2}.*|=|<<|0[xob][\da-f_]+|yes|no|on|off)$/i;

/** A value as one writes it after `key: `, quoted where YAML needs it, in the quotes that were there if any. */
export function writeValue(value: EditValue, place: 'block' | 'braces', quotes: Quotes = null): string {
  if (Array.isArray(value))
    return `[${value.map((item) => writeValue(item as ScalarValue, 'braces')).join(', ')}]`;
  if (typeof value === 'string') return writeText(value, place, quotes);
  return String(value);
}

/** A name before its colon. */
export function writeKey(name: string): string {
  const line = stringify({ [name]: 1 }, style).trimEnd();
  return name === '__proto__' ? name : line.slice(0, line.lastIndexOf(':'));
}

function writeText(text: string, place: 'block' | 'braces', quotes: Quotes): string {
  const multiline = /[\n\r]/.test(text);
  const forced =
    quotes === 'double' || multiline
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
  const inBraces = written.slice(1, -1);
  if (place === 'braces' || forced !== 'PLAIN') return inBraces;
  return stringify(text, style).trimEnd();
}
