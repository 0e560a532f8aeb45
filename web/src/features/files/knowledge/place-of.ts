import { flowPlaceAt } from './flow.ts';
import { above, isDeeper, type LineSource, readLine, type Step } from './yaml-lines.ts';

/** Where a cursor stands; columns from 0. */
export interface Place {
  /** A word that may become a key or an entry of a list; a key; what is after one. */
  is: 'word' | 'key' | 'value';
  /** With the key itself for a key and its value. */
  path: readonly Step[];
  /** From where to where the word goes. */
  start: number;
  end: number;
  text: string;
  /** Where keys of this map begin. */
  column: number;
  line: number;
  /** Between braces on one line: the keys that are there already. */
  inFlow?: ReadonlySet<string>;
}

/** Null in comments, and in texts of several lines. */
export function placeOf(source: LineSource, line: number, column: number): Place | null {
  const text = source.line(line);
  const comment = /(?:^|\s)#/.exec(text);
  if (comment && column > comment.index && !/["']/.test(text.slice(0, comment.index))) return null;
  const read = readLine(text);
  // On a line that is empty yet, the cursor says how deep it is.
  const blank = text.trim() === '';
  const at = blank ? column : read.column;
  const { path, inText } = above(source, line, at, read.dashes);
  if (inText) return null;
  const { key } = read;
  const flow = flowPlaceAt(text, key ? read.valueStart : read.column, column);
  if (flow) {
    const { siblings: inFlow, path: within, ...word } = flow;
    return { ...word, path: [...path, ...(key ? [key.name] : []), ...within], column: at, line, inFlow };
  }
  if (key && column > key.colon) {
    const { value: written, valueStart } = read;
    const end = valueStart + written.length;
    return {
      is: 'value',
      path: [...path, key.name],
      start: Math.min(valueStart, column),
      end: Math.max(end, column),
      text: written,
      column: at,
      line,
    };
  }
  if (key && column >= key.start) {
    return {
      is: 'key',
      path: [...path, key.name],
      start: key.start,
      end: key.end,
      text: key.name,
      column: at,
      line,
    };
  }
  if (!blank && column < read.column) return null;
  const end = blank ? column : read.column + read.value.length;
  return {
    is: 'word',
    path,
    start: at,
    end: Math.max(end, column),
    text: blank ? '' : read.value,
    column: at,
    line,
  };
}

const beginsItem = (text: string): boolean => /^\s*-/.test(text) && readLine(text).dashes.length > 0;

/** The names that already stand in the map whose keys begin at a column, but for the line itself. */
export function siblingsAt(source: LineSource, line: number, column: number): Set<string> {
  return new Set(fieldsAt(source, line, column).keys());
}

/** Lines to each side: whoever types is not held up for a key that stands further away. */
const MOST_LINES = 20_000;

/** The same with what follows each on its line. */
export function fieldsAt(source: LineSource, line: number, column: number): Map<string, string> {
  const names = new Map<string, string>();
  for (const step of [-1, 1]) {
    let number = line;
    const last = line + step * MOST_LINES;
    // An item's first key has nothing of its map above it.
    while (!(step === -1 && beginsItem(source.line(number)))) {
      number += step;
      if (number < 1 || number > source.count || number === last) break;
      const text = source.line(number);
      if (isDeeper(text, column)) continue;
      const read = readLine(text);
      if (read.isBlank) continue;
      if (read.column < column || (step === 1 && read.dashes.some((dash) => dash < column))) break;
      if (read.column === column && read.key) names.set(read.key.name, read.value);
    }
  }
  return names;
}
