import type { Span } from '../yaml/places.ts';

/** How python-dotenv 1, which Kometa reads `.env` with, takes a file of variables; and lines that it takes as they are meant. */

export interface EnvEntry {
  name: string;
  value: string;
  /** The whole of its lines. */
  span: Span;
}

const SPACE = /[^\S\r\n]*/y;
const BLANK = /\s*/y;
const EXPORT = /(?:export[^\S\r\n]+)?/y;
const QUOTED_KEY = /'([^']+)'/y;
const KEY = /([^=#\s]+)/y;
const EQUALS = /=[^\S\r\n]*/y;
const SINGLE = /'((?:\\'|[^'])*)'/y;
const DOUBLE = /"((?:\\"|[^"])*)"/y;
const PLAIN = /([^\r\n]*)/y;
const COMMENT = /(?:[^\S\r\n]*#[^\r\n]*)?/y;
const LINE_END = /[^\S\r\n]*(?:\r\n|\n|\r|$)/y;
const REST_OF_LINE = /[^\r\n]*(?:\r\n|\n|\r)?/y;

const NAMED: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const decoded = (text: string, escapes: RegExp) =>
  text.replace(escapes, (_all, character: string) => NAMED[character] ?? character);

/** What variables are set to, `${…}` left as it is written; lines that are not understood are passed over. */
export function envEntries(text: string): EnvEntry[] {
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    at = pattern.lastIndex;
    return match[1] ?? match[0];
  };
  const valueHere = (): string | null => {
    const first = text[at];
    if (first === "'") {
      const inside = take(SINGLE);
      return inside === null ? null : decoded(inside, /\\([\\'])/g);
    }
    if (first === '"') {
      const inside = take(DOUBLE);
      return inside === null ? null : decoded(inside, /\\([\\'"abfnrtv])/g);
    }
    return (
      take(PLAIN)
        ?.replace(/\s+#.*/, '')
        .trimEnd() ?? ''
    );
  };
  const entries: EnvEntry[] = [];
  while (at < text.length) {
    take(BLANK);
    const start = at;
    take(EXPORT);
    const name = text[at] === '#' ? '' : take(text[at] === "'" ? QUOTED_KEY : KEY);
    take(SPACE);
    const value = name !== null && take(EQUALS) !== null ? valueHere() : null;
    take(COMMENT);
    if (take(LINE_END) === null) take(REST_OF_LINE);
    else if (name !== null && name !== '' && value !== null)
      entries.push({ name, value, span: { start, end: at } });
  }
  return entries;
}

/** The value as it is written in such a file; or why that cannot be done. */
export function envValue(value: string): { text: string } | { refused: string } {
  if (value.includes('${')) return { refused: 'it holds ${, which Kometa’s reader takes for a variable' };
  if (value.includes('\0')) return { refused: 'it holds a zero character' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  if (!/^['"\s]|\s$|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029]|^$|^#/.test(value)) return { text: value };
  // Before the closing quote it would keep the quote from closing.
  if (value.endsWith('\\')) return { refused: 'it ends with a backslash and needs quotes' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  if (/[\x00-\x08\x0e-\x1f\x7f-\x9f\u2028\u2029]/.test(value))
    return { refused: 'it holds a control character' };
  if (!/[\n\r\f\v]/.test(value)) return { text: `'${value.replace(/[\\']/g, '\\$&')}'` };
  const escapes: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\f': 'f', '\v': 'v', '\t': 't' };
  return { text: `"${value.replace(/[\\"\n\r\f\v\t]/g, (one) => `\\${escapes[one] ?? one}`)}"` };
}

/** The file with one more variable; all of its lines stay. */
export function withEnvVariable(text: string, name: string, written: string): string {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text === '' || /[\r\n]$/.test(text) ? text : text + ending;
  return `${before}${name}=${written}${ending}`;
}

/** The file without a variable, each time that it is set. */
export function withoutEnvVariable(text: string, name: string): string {
  return envEntries(text)
    .filter((entry) => entry.name === name)
    .reduceRight((so, { span }) => so.slice(0, span.start) + so.slice(span.end), text);
}
