import { sameMeaning } from '@marquee/kometa';
import { linesOfText, readLine } from './yaml-lines.ts';

/** What a line begins with instead; columns from 0. */
export interface IndentEdit {
  line: number;
  end: number;
  text: string;
}

interface Level {
  /** Where its keys or dashes stand, and where they go. */
  from: number;
  to: number;
  isList: boolean;
}

/**
 * Two spaces a level, lists deeper than their keys, one space after a dash; comments and long texts are carried
 * along. Null where that cannot be done without a change of what the text says.
 */
export function reindent(text: string): IndentEdit[] | null {
  const edits = editsFor(text);
  if (edits.length === 0) return sameMeaning(text, text) ? [] : null;
  const lines = text.split('\n');
  for (const { line, end, text: put } of edits) lines[line - 1] = put + (lines[line - 1] ?? '').slice(end);
  return sameMeaning(text, lines.join('\n')) ? edits : null;
}

function editsFor(text: string): IndentEdit[] {
  const source = linesOfText(text);
  const edits: IndentEdit[] = [];
  const levels: Level[] = [];
  /** What a line that is no key and no item is moved by: it goes on with what stands above. */
  let by = 0;
  let block: number | null = null;
  let comments: number[] = [];
  const put = (line: number, end: number, begin: string) => {
    if (source.line(line).slice(0, end) !== begin) edits.push({ line, end, text: begin });
  };
  const shift = (line: number) => {
    const lead = leadOf(source.line(line));
    put(line, lead, ' '.repeat(Math.max(0, lead + by)));
  };
  for (let line = 1; line <= source.count; line += 1) {
    const written = source.line(line);
    if (written.trim() === '') continue;
    const lead = leadOf(written);
    if (block !== null && lead > block) {
      shift(line);
      continue;
    }
    block = null;
    if (written.startsWith('#', lead)) {
      comments.push(line);
      continue;
    }
    const read = readLine(written);
    const columns = [...read.dashes.map((from) => ({ from, isList: true }))];
    if (read.key) columns.push({ from: read.column, isList: false });
    const places = columns.map(({ from, isList }) => placeOf(levels, from, isList));
    const first = places[0];
    if (first !== undefined) {
      put(line, read.column, ' '.repeat(first) + '- '.repeat(read.dashes.length));
      const last = columns.at(-1)?.from ?? lead;
      by = (places.at(-1) ?? first) - last;
      if (goesOn(read.value)) block = last;
    } else shift(line);
    // A comment goes with what it stands above.
    const moved = by;
    by = (first ?? lead) - lead;
    if (first !== undefined) for (const comment of comments) shift(comment);
    comments = first === undefined ? comments : [];
    by = moved;
  }
  for (const comment of comments) shift(comment);
  return edits.sort((one, other) => one.line - other.line);
}

/** Texts of several lines, and brackets that are closed on a later one. */
const goesOn = (value: string): boolean => /^(?:[&!]\S*\s+)*(?:[|>]|[[{].*[^\]}]$|[[{]$)/.test(value);

/** Where what stands at a column goes. */
function placeOf(levels: Level[], column: number, isList: boolean): number {
  for (let top = levels.at(-1); top; top = levels.at(-1)) {
    const isOver = top.from > column || (top.from === column && top.isList && !isList);
    if (!isOver) break;
    levels.pop();
  }
  const top = levels.at(-1);
  if (top && top.from === column && top.isList === isList) return top.to;
  // A list that stands as far left as its key is a level below it all the same.
  const to = top ? top.to + 2 : 0;
  levels.push({ from: column, to, isList });
  return to;
}

const leadOf = (line: string): number => line.length - line.trimStart().length;
