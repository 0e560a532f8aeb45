import type { ProblemFix } from './problem.ts';

/** The text with a fix applied. */
export function applyEdits(text: string, { edits }: ProblemFix): string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  const spans = edits.map(({ line, column, endLine, endColumn, text: put }) => ({
    start: offset(line, column),
    end: offset(endLine, endColumn),
    put,
  }));
  // From the end on, so that what comes before stays where it is.
  return spans
    .map((span, order) => ({ ...span, order }))
    .sort((one, other) => other.start - one.start || other.order - one.order)
    .reduce((now, { start, end, put }) => now.slice(0, start) + put + now.slice(end), text);
}
