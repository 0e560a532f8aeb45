import { readYamlValue, type ValueSpec, type YamlValue } from '@marquee/kometa';

/** Alternatives apart. */
export function alternatives(spec: ValueSpec): readonly ValueSpec[] {
  return spec.type === 'either' ? spec.of.flatMap(alternatives) : [spec];
}

/** Whether one types it as a word or two. */
export const isOneLine = (spec: ValueSpec): boolean =>
  alternatives(spec).every(({ type }) =>
    ['text', 'integer', 'number', 'choice', 'date', 'any', 'boolean'].includes(type),
  );

/** The words of closed lists. */
export const wordsOf = (spec: ValueSpec): readonly string[] =>
  alternatives(spec).flatMap((one) => (one.type === 'choice' ? one.of : []));

/** What somebody typed, as the kind of value that is expected: digits are a number only where one may stand. */
export function valueFromWords(spec: ValueSpec, typed: string): YamlValue {
  const words = typed.trim();
  const kinds = new Set(alternatives(spec).map(({ type }) => type));
  if (/^-?\d+(?:\.\d+)?$/.test(words) && (kinds.has('integer') || kinds.has('number'))) return Number(words);
  if (kinds.has('boolean') && /^(?:true|false)$/.test(words)) return words === 'true';
  if (!kinds.has('any')) return words;
  const read = readYamlValue(words);
  return 'value' in read ? read.value : words;
}

export const isHidden = (value: YamlValue | undefined): value is string =>
  typeof value === 'string' && /^<<hidden:[^<>\s]+>>$/.test(value);
