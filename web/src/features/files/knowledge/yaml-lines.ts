/** A text by its lines, as an editor keeps it. */
export interface LineSource {
  count: number;
  /** From 1. */
  line(number: number): string;
}

/** Of a text of megabytes only the lines that are asked for are cut out. */
export const linesOfText = (text: string): LineSource => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    count: starts.length,
    line(number) {
      const start = starts[number - 1];
      if (start === undefined) return '';
      const end = (starts[number] ?? text.length + 1) - 1;
      return text.slice(start, text[end - 1] === '\r' && number < starts.length ? end - 1 : end);
    },
  };
};

/** A line of block YAML taken apart; columns from 0. Good while somebody types, when no parser can help. */
export interface YamlLine {
  /** Where the dashes before its content stand. */
  dashes: readonly number[];
  /** Where its content begins. */
  column: number;
  /** Null where no `key:` stands. */
  key: { name: string; start: number; end: number; colon: number } | null;
  /** What follows the key, or all of the content; without a comment after it. */
  value: string;
  valueStart: number;
  isBlank: boolean;
}

/** Tells of most lines that they do not count, without taking them apart: files have hundreds of thousands. */
export function isDeeper(text: string, column: number): boolean {
  for (let at = 0; at <= column; at += 1) if (text.charCodeAt(at) !== SPACE) return false;
  return true;
}

const SPACE = 32;
const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#&*!|>'"%@`{}[\],-][^#]*?|-[^\s#][^#]*?)\s*:(?=\s|$)/;
const LONGEST = 2_000;

export function readLine(text: string): YamlLine {
  const line = text.slice(0, LONGEST);
  const dashes: number[] = [];
  let column = line.length - line.trimStart().length;
  while (/^-(?:\s|$)/.test(line.slice(column))) {
    dashes.push(column);
    const rest = line.slice(column + 1);
    column += 1 + (rest.length - rest.trimStart().length);
  }
  const content = line.slice(column);
  const key = KEY.exec(content);
  const isBlank = (content.trim() === '' && dashes.length === 0) || content.startsWith('#');
  if (!key) return { dashes, column, key: null, ...valueAt(line, column), isBlank };
  const written = key[1] ?? '';
  const colon = column + key[0].length - 1;
  return {
    dashes,
    column,
    key: { name: unquoted(written), start: column, end: column + written.length, colon },
    ...valueAt(line, colon + 1),
    isBlank: false,
  };
}

function valueAt(line: string, from: number): Pick<YamlLine, 'value' | 'valueStart'> {
  const rest = line.slice(from);
  const lead = rest.length - rest.trimStart().length;
  const bare = rest.trimStart();
  const value = bare.startsWith('#') ? '' : bare.replace(/\s+#.*$/, '').trimEnd();
  return { value, valueStart: from + lead };
}

function unquoted(written: string): string {
  return /^(['"]).*\1$/.test(written) ? written.slice(1, -1) : written;
}

/** A key, or a place in a list. */
export type Step = string | typeof ITEM;
export const ITEM = Symbol('item');

/** Nothing after the colon but what names or types what comes below. */
const opensBlock = (value: string) => /^(?:[&!]\S*\s*)*$/.test(value);

/** Above what a place lies: the keys and lists from the root on, with the lines they stand on. */
export interface Above {
  path: Step[];
  lines: number[];
  /** Whether what is above is a text of several lines, in which nothing is a key. */
  inText: boolean;
}

/**
 * What is above a column of a line. `dashes`: those that stand before it on the same line.
 */
export function above(source: LineSource, number: number, column: number, dashes: readonly number[]): Above {
  const path: Step[] = [];
  const lines: number[] = [];
  let at = column;
  let inList = false;
  const enter = (found: readonly number[], line: number) => {
    for (const dash of found.toReversed()) {
      if (dash >= at) continue;
      path.unshift(ITEM);
      lines.unshift(line);
      at = dash;
      inList = true;
    }
  };
  enter(dashes, number);
  for (let line = number - 1; line >= 1 && (at > 0 || inList); line -= 1) {
    const text = source.line(line);
    if (isDeeper(text, at)) continue;
    const read = readLine(text);
    if (read.isBlank) continue;
    const holds =
      read.key !== null && (read.column < at || (inList && read.column === at && read.dashes.length === 0));
    if (holds && read.key) {
      if (!opensBlock(read.value)) return { path, lines, inText: true };
      path.unshift(read.key.name);
      lines.unshift(line);
      at = read.column;
      inList = false;
      enter(read.dashes, line);
    } else if (!inList) {
      enter(read.dashes, line);
    }
  }
  return { path, lines, inText: false };
}

/** The keys that a line is below, and its own; places in lists have none. */
export function keysAt(source: LineSource, number: number): string[] {
  const read = readLine(source.line(number));
  const { path } = above(source, number, read.column, read.dashes);
  const keys = path.filter((step) => step !== ITEM);
  return read.key ? [...keys, read.key.name] : keys;
}
