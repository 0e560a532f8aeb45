import type { Meaning } from '../yaml/meaning.ts';
import { pythonString, textValue } from './python-values.ts';

/** Variables and attributes by their names, in order. */
export type Entries = Map<string, Meaning>;

export const NOTHING: Meaning = { type: 'null' };

/** Names are texts, whatever YAML makes of them. */
export function entriesOf(value: Meaning): Entries | null {
  if (value.type !== 'map') return null;
  return new Map(value.entries.map(([key, one]) => [pythonString(key), one]));
}

export const isNothing = (value: Meaning | undefined): boolean =>
  value === undefined || value.type === 'null';

/** One value or several; a text is divided at its commas. */
export function wordsOf(value: Meaning): string[] {
  const items = value.type === 'list' ? value.items : [value];
  const texts = items.map(pythonString);
  const words = value.type === 'text' ? texts.flatMap((text) => text.split(',')) : texts;
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

export const mapOf = (entries: Entries): Meaning => ({
  type: 'map',
  entries: [...entries].map(([name, value]) => [textValue(name), value]),
});
