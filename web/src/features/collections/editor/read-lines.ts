import { wholeDefinitions, yamlFault } from '@marquee/kometa';
import { isMap, type Values } from '../model/json.ts';

/** A definition as it stands in its file, and what its key calls it. */
export interface Lines {
  text: string;
  name: string;
}

/** What the lines of one definition say; null where they cannot be read by themselves. */
export function readLines(text: string): { name: string; values: Values; lines: Lines } | null {
  if (yamlFault(text) !== null) return null;
  const [one, another] = wholeDefinitions(text, []);
  if (!one || another || !(one.value === null || isMap(one.value))) return null;
  const { name, values } = one;
  return { name, values, lines: { name, text: indented(text) } };
}

/** As they stand below the key of their section. */
export function indented(text: string): string {
  const first = text.split('\n').find((line) => !/^\s*(?:#|$)/.test(line));
  return first === undefined || /^\s/.test(first) ? text : text.replaceAll(/^(?=[^\n\r])/gm, '  ');
}
