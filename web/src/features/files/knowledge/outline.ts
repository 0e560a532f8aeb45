import { type LineSource, readLine } from './yaml-lines.ts';

/** A key with what stands below it; lines from 1, columns from 0. */
export interface OutlineEntry {
  name: string;
  detail: string;
  line: number;
  endLine: number;
  column: number;
  keyEnd: number;
  children: OutlineEntry[];
}

/** More would take longer than a pause in typing; then only the upper levels are told. */
const MANY_LINES = 8_000;
const DEEP = /^ {3}/;

/** So many lines at a time do not hold up who types. */
const LINES_A_STEP = 2_000;

/** The keys of a file as a tree. */
export function outlineOf(source: LineSource): OutlineEntry[] {
  const steps = outlineSteps(source);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same with rests in between, for who cannot wait for all of a large file. */
export function* outlineSteps(source: LineSource): Generator<void, OutlineEntry[]> {
  const top: OutlineEntry[] = [];
  const open: OutlineEntry[] = [];
  const upperOnly = source.count > MANY_LINES;
  let last = 0;
  let text: number | null = null;
  const close = (column: number) => {
    for (let entry = open.at(-1); entry && entry.column >= column; entry = open.at(-1)) {
      entry.endLine = last;
      open.pop();
    }
  };
  for (let line = 1; line <= source.count; line += 1) {
    if (line % LINES_A_STEP === 0) yield;
    const written = source.line(line);
    if (upperOnly && DEEP.test(written)) {
      last = line;
      continue;
    }
    const read = readLine(written);
    if (read.isBlank) continue;
    if (text !== null && read.column > text && read.dashes.every((dash) => text !== null && dash > text)) {
      last = line;
      continue;
    }
    text = null;
    const start = read.dashes[0] ?? read.column;
    // A list may stand as far left as its key, which goes on then.
    close(read.dashes.length > 0 ? start + 1 : start);
    last = line;
    const { key } = read;
    if (!key) continue;
    if (/^[|>]/.test(read.value)) text = read.column;
    const entry: OutlineEntry = {
      name: key.name === '' ? '""' : key.name,
      detail: read.value.slice(0, 60),
      line,
      endLine: line,
      column: read.column,
      keyEnd: key.end,
      children: [],
    };
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  }
  close(0);
  return top;
}
