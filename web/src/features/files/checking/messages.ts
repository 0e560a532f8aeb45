import type { IndentEdit } from '../knowledge/reindent.ts';
import type { FileProblem } from './problem.ts';

export type ToChecking =
  /** Every path of the folder, whether its text is known or not. */
  | { kind: 'folder'; paths: readonly string[] }
  | { kind: 'text'; path: string; text: string }
  | { kind: 'gone'; path: string }
  | { kind: 'check'; ticket: number }
  | { kind: 'find'; ticket: number; wanted: Wanted }
  | { kind: 'reindent'; ticket: number; text: string };

export type FromChecking =
  | { kind: 'checked'; ticket: number; problems: readonly CheckedText[]; tookMs: number }
  | { kind: 'found'; ticket: number; found: Found }
  | { kind: 'reindented'; ticket: number; edits: readonly IndentEdit[] | null };

/** Paths with what is wrong in each; those that are in order are there too. */
export type CheckedText = readonly [path: string, problems: readonly FileProblem[]];

export interface Wanted {
  words: string;
  matchCase: boolean;
}

export interface FoundLine {
  line: number;
  column: number;
  /** The line, cut around what was found. */
  before: string;
  match: string;
  after: string;
}

export interface Found {
  files: readonly { path: string; lines: readonly FoundLine[] }[];
  /** Whether there is more than is told. */
  more: boolean;
}
