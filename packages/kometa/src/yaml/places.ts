/** From where to where in the text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Where lines begin; what turns a span into lines and columns, both from 1. */
export interface Lines {
  starts: readonly number[];
  /** Index of the line that holds the offset, from 0. */
  lineAt(offset: number): number;
  place(span: Span): Place;
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const point = (offset: number) => {
    const line = lineAt(Math.max(0, Math.min(text.length, offset)));
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  return {
    starts,
    lineAt,
    place({ start, end }) {
      const from = point(start);
      const to = point(Math.max(start, end));
      return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    },
  };
}
