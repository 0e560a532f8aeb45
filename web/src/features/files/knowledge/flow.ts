import { ITEM, type Step } from './yaml-lines.ts';

/** Where a cursor stands inside `{…}` or `[…]` on one line; columns from 0. */
export interface FlowPlace {
  is: 'word' | 'value';
  /** From what the braces are the value of. */
  path: Step[];
  start: number;
  end: number;
  text: string;
  /** Keys that the map around has already. */
  siblings: ReadonlySet<string>;
}

interface Open {
  is: 'map' | 'list';
  /** The key whose value comes next. */
  key: string | null;
  keys: Set<string>;
}

const OPENS: Readonly<Record<string, Open['is']>> = { '{': 'map', '[': 'list' };

/** Null where no brace is open at the cursor, or it stands in a text in quotes whose end is on the line. */
export function flowPlaceAt(line: string, from: number, column: number): FlowPlace | null {
  const open: Open[] = [];
  let wordAt = from;
  let at = from;
  const word = () => line.slice(wordAt, at).trim();
  while (at < column) {
    const letter = line[at] ?? '';
    const top = open.at(-1);
    const opens = Object.hasOwn(OPENS, letter) ? OPENS[letter] : undefined;
    if ((letter === '"' || letter === "'") && word() === '') {
      const end = closingQuote(line, at);
      if (end === null || end >= column) return null;
      at = end;
    } else if (opens) open.push({ is: opens, key: null, keys: new Set() });
    else if (letter === '}' || letter === ']') open.pop();
    else if (letter === '#' && /\s/.test(line[at - 1] ?? '')) return null;
    else if (top?.is === 'map' && letter === ':' && /^[\s,}\]]?$/.test(line[at + 1] ?? '')) {
      top.key = unquoted(word());
      top.keys.add(top.key);
    } else if (top && letter === ',') top.key = null;
    else {
      at += 1;
      continue;
    }
    at += 1;
    if (letter !== '"' && letter !== "'") wordAt = at;
  }
  const top = open.at(-1);
  if (!top) return null;
  const path = open.flatMap(({ is, key }): Step[] => (is === 'list' ? [ITEM] : key === null ? [] : [key]));
  const rest = /^[^,\]}]*/.exec(line.slice(column))?.[0] ?? '';
  const start = wordAt + (/^\s*/.exec(line.slice(wordAt, column))?.[0].length ?? 0);
  const end = Math.max(column, column + rest.trimEnd().length);
  const is = top.is === 'map' && top.key !== null ? 'value' : 'word';
  return { is, path, start, end, text: line.slice(start, end), siblings: top.keys };
}

function closingQuote(line: string, from: number): number | null {
  const found = (line[from] === '"' ? /"(?:[^"\\]|\\.)*"/y : /'(?:[^']|'')*'/y).exec(line.slice(from));
  return found ? from + found[0].length - 1 : null;
}

const unquoted = (word: string) => word.replace(/^(['"])(.*)\1$/, '$2');
