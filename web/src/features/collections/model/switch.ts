import type { YamlEdit } from '@marquee/kometa';
import { type Json, listOf, type Values } from './json.ts';

const keyIn = (values: Values): string =>
  Object.keys(values).find((name) => name.toLowerCase() === 'run_definition') ?? 'run_definition';

/** One word or several, with commas or as a list. */
const wordsIn = (written: Json | undefined): Json[] =>
  listOf(written)
    .flatMap((one): Json[] => (typeof one === 'string' ? one.split(',').map((word) => word.trim()) : [one]))
    .filter((word) => word !== '' && word !== null);
const says = (word: Json, what: boolean) => String(word).toLowerCase() === String(what);

/** Whether Kometa passes it over. */
export const isSwitchedOff = (values: Values): boolean =>
  wordsIn(values[keyIn(values)]).some((word) => says(word, false));

/** Switches it on or off; kinds of libraries that it names stay, so that they are there when it is on again. */
export function switchEdit(values: Values, on: boolean): YamlEdit {
  const key = keyIn(values);
  const kinds = wordsIn(values[key])
    .filter((word) => !says(word, true) && !says(word, false))
    .map(String);
  const [only] = kinds;
  const path = [key];
  if (on && only === undefined) return { kind: 'drop', path };
  if (on) return { kind: 'set', path, value: kinds.length === 1 ? (only ?? null) : kinds };
  return { kind: 'set', path, value: only === undefined ? false : [...kinds, false] };
}
