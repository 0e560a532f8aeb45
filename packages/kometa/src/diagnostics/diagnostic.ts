import type { Span } from '../yaml/places.ts';

/** A replacement of a part of the text. */
export interface TextEdit {
  span: Span;
  text: string;
}

/** What mends a trouble when applied to the text that it was found in. */
export interface Fix {
  title: string;
  edits: readonly TextEdit[];
}

export interface Diagnostic {
  severity: 'error' | 'warning' | 'info';
  /** As `config.unknown-key`; what comes before the dot is what kind of file part it concerns. */
  code: string;
  /** What is wrong and how to mend it, in plain words. */
  message: string;
  span: Span;
  /** Keys and places in lists from the root of the file on. */
  path: readonly (string | number)[];
  fix?: Fix;
}

/** Takes down what is found. */
export type Report = (diagnostic: Diagnostic) => void;
