import type { Meaning } from '../yaml/meaning.ts';
import { type Entries, isNothing } from './entries.ts';
import { LeftOut, NotKnown } from './outcome.ts';
import { pythonString, pythonWhole, textValue } from './python-values.ts';

/** So often Kometa goes over a value. */
const ROUNDS = 8;
/** Variables that hold themselves grow with each round. */
const MOST_CHARACTERS = 100_000;
/** A piece of a text looked through for one variable is a step. */
const MOST_STEPS = 500_000;
const PIECE = 1_000;

const TAGS = new Set(['radarr_tag', 'item_radarr_tag', 'sonarr_tag', 'item_sonarr_tag']);

export interface Values {
  variables: Entries;
  defaults: Entries;
  optional: ReadonlySet<string>;
}

/** `<<name>>` in a text becomes the value; where it is the whole text, the value keeps its kind. */
function put(value: Meaning, name: string, given: Meaning): Meaning {
  const text = textIn(value);
  const placeholder = `<<${name}>>`;
  if (text === null || !text.includes(placeholder)) return value;
  if (text === placeholder) return given;
  return textValue(limited(text.replaceAll(placeholder, () => pythonString(given))));
}

/** All variables once, in their order. */
export function putAll(value: Meaning, entries: Entries): Meaning {
  if (textIn(value) === null) return value;
  return [...entries].reduce((now, [name, given]) => put(now, name, given), value);
}

/** What Kometa looks for placeholders in; null for what can hold none. */
function textIn(value: Meaning): string | null {
  if (value.type === 'text') return value.value.includes('<<') ? value.value : null;
  if (value.type !== 'list' && value.type !== 'map') return null;
  const text = pythonString(value);
  return text.includes('<<') ? text : null;
}

function limited(text: string): string {
  if (text.length > MOST_CHARACTERS)
    throw new NotKnown('Its variables make a text that is too long to be tried');
  return text;
}

/** What becomes of the values of a template. */
export function createReplacing({ variables, defaults, optional }: Values) {
  const open = [...optional].filter((name) => !variables.has(name)).map((name) => `<<${name}>>`);
  let steps = 0;

  /** `attribute` is the one that the value stands in. */
  const scalar = (attribute: string, value: Meaning): Meaning => {
    let now = value;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = now;
      const text = textIn(now);
      if (text === null) return now;
      if (open.some((placeholder) => text.includes(placeholder))) throw new LeftOut();
      steps += (2 * variables.size + defaults.size) * (1 + text.length / PIECE);
      if (steps > MOST_STEPS) throw new NotKnown('Its templates are too large to be tried');
      for (const [name, given] of variables)
        if (isUsed(attribute, name)) now = put(now, name, plainTag(attribute, name, given));
      for (const [name, given] of variables) {
        if (!isUsed(attribute, name)) continue;
        now = sum(put(now, name, plainTag(attribute, name, given)), name, given);
      }
      for (const [name, given] of defaults) if (isUsedDefault(attribute, name)) now = put(now, name, given);
      if (now === before) return now;
    }
    return now;
  };

  const whole = (attribute: string, value: Meaning): Meaning => {
    if (value.type === 'list') {
      const items = value.items.flatMap((item) => kept(() => whole(attribute, item)));
      if (items.length === 0) throw new LeftOut();
      return { type: 'list', items };
    }
    if (value.type === 'map') {
      const entries = value.entries.flatMap(([key, one]) =>
        kept((): [Meaning, Meaning] => [scalar(attribute, key), whole(attribute, one)]),
      );
      if (entries.length === 0) throw new LeftOut();
      return { type: 'map', entries: lastOfEach(entries) };
    }
    return scalar(attribute, value);
  };

  return { scalar, whole };
}

/** What is left, or nothing where it falls out. */
export function kept<T>(make: () => T): T[] {
  try {
    return [make()];
  } catch (cause) {
    if (cause instanceof LeftOut) return [];
    throw cause;
  }
}

/** Keys that became the same are one, with the last value at the first place. */
function lastOfEach(entries: readonly [Meaning, Meaning][]): [Meaning, Meaning][] {
  const byName = new Map<string, [Meaning, Meaning]>();
  for (const [key, value] of entries) byName.set(`${key.type} ${pythonString(key)}`, [key, value]);
  return [...byName.values()];
}

function isUsed(attribute: string, name: string): boolean {
  return name !== 'name' && isUsedDefault(attribute, name);
}

/** What makes names and summaries is not put anywhere else, and the other way round. */
function isUsedDefault(attribute: string, name: string): boolean {
  if (name === 'name_format') return attribute === 'name';
  if (name === 'summary_format') return attribute === 'summary';
  return name !== 'key_name' || (attribute !== 'name' && attribute !== 'summary');
}

/** Commas would divide a tag. */
const plainTag = (attribute: string, name: string, given: Meaning): Meaning =>
  (name === 'collection_name' || name === 'playlist_name') && TAGS.has(attribute)
    ? textValue(pythonString(given).replaceAll(',', ''))
    : given;

const SUM = /<<((?:(?!<<|>>).)+)([+-])(\d+)>>/gs;

/** `<<number+5>>` and `<<number-5>>`. */
function sum(value: Meaning, name: string, given: Meaning): Meaning {
  const text = textIn(value);
  if (text === null || ![...text.matchAll(SUM)].some(([, used]) => used === name)) return value;
  const whole = isNothing(given) ? null : pythonWhole(given);
  if (whole === null) throw new LeftOut();
  return textValue(
    text.replace(SUM, (written, used: string, sign: string, digits: string) => {
      if (used !== name) return written;
      return String(sign === '+' ? whole + BigInt(digits) : whole - BigInt(digits));
    }),
  );
}
