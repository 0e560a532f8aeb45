import { isMap, isSeq, type Node } from 'yaml';
import { pythonFloat } from '../yaml/scalar-meaning.ts';
import { NEEDS_ESCAPES, type Quotes, type ScalarValue, writeKey, writeValue } from './write-value.ts';
import { isList, isScalarValue, type YamlValue } from './yaml-edit.ts';

/** A scalar as it is written so that Kometa reads it back. */
export function writeScalar(value: ScalarValue, place: 'block' | 'braces', quotes: Quotes = null): string {
  if (typeof value !== 'number') return writeValue(value, place, quotes);
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf';
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : pythonFloat(value);
}

/** A value on one line, in braces and brackets where it is a map or a list. */
export function inBraces(value: YamlValue): string {
  if (isScalarValue(value)) return writeScalar(value, 'braces');
  if (isList(value)) return `[${value.map(inBraces).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, one]) => `${writeKey(key, 'braces')}: ${inBraces(one)}`);
  return `{${pairs.join(', ')}}`;
}

const isEmpty = (value: YamlValue): boolean =>
  !isScalarValue(value) && (isList(value) ? value.length : Object.keys(value).length) === 0;

/** Whether a value stands on the line of its key or dash. */
export const fitsBeside = (value: YamlValue): boolean => isScalarValue(value) || isEmpty(value);

export const beside = (value: YamlValue): string =>
  isScalarValue(value) ? writeScalar(value, 'block') : inBraces(value);

/** A key with its value, as lines. */
export function pairLines(key: string, value: YamlValue): string[] {
  if (fitsBeside(value)) return [`${writeKey(key)}: ${beside(value)}`];
  return [`${writeKey(key)}:`, ...valueLines(value).map((line) => `  ${line}`)];
}

/** An item of a list, as lines; `dash` with the spaces behind it. */
export function itemLines(value: YamlValue, dash = '- '): string[] {
  if (fitsBeside(value)) return [dash + beside(value)];
  return valueLines(value).map((line, at) => (at === 0 ? dash : ' '.repeat(dash.length)) + line);
}

/** A map or a list with something in it. */
export function valueLines(value: YamlValue): string[] {
  if (isScalarValue(value)) return [beside(value)];
  if (isList(value)) return value.flatMap((item) => itemLines(item));
  return Object.entries(value).flatMap(([key, one]) => pairLines(key, one));
}

/** A text as a literal block of the same depth as the one that stood there; null where it cannot be one. */
export function literalBlock(text: string, indent: string, eol: string): string | null {
  const plain = /^(?! )[\s\S]*\S\n?$/.test(text) && !NEEDS_ESCAPES.test(text.replaceAll('\n', ''));
  if (!plain || indent === '') return null;
  const lines = text.replace(/\n$/, '').split('\n');
  const header = text.endsWith('\n') ? '|' : '|-';
  return [header, ...lines.map((line) => (line === '' ? '' : indent + line))].join(eol);
}

export const isFlow = (node: Node | null): boolean => (isMap(node) || isSeq(node)) && node.flow === true;
