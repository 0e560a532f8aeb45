/** From where to where, lines and columns from 1. */
export interface Range {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export interface ProblemFix {
  title: string;
  edits: readonly (Range & { text: string })[];
}

/** What Kometa would stumble over, where it stands in the text. */
export interface FileProblem extends Range {
  severity: 'error' | 'warning' | 'info';
  code: string;
  message: string;
  /** Keys and places in lists from the root of the file on. */
  path?: readonly (string | number)[];
  fix?: ProblemFix;
}
