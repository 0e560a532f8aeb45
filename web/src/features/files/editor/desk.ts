import type { ConfigFile } from '@marquee/contracts';
import type { FileProblem, Range } from '../checking/problem.ts';
import type { IndentEdit } from '../knowledge/reindent.ts';

/** What the desk tells the page. */
export interface DeskListener {
  /** The text is no longer what is kept, or is so again. */
  onUnsaved(id: string, unsaved: boolean): void;
  /** After a pause in typing. */
  onText(id: string, text: string, unsaved: boolean): void;
  /** `above`: the keys that it is below. */
  onCursor(at: { id: string; line: number; column: number; above: readonly string[] }): void;
  /** Something in the text leads to another file. */
  onLeadTo(path: string, line: number): void;
}

/** What the desk asks when somebody wants to know more of a text. */
export interface DeskSources {
  /** A file of the folder as it is known here; null when it is not. */
  textOf(path: string): string | null;
  pathsIn(): readonly string[];
  reindent(text: string): Promise<readonly IndentEdit[] | null>;
}

/** Two texts beside each other; the second may be edited. */
export interface Comparison {
  second(): string;
  end(): void;
}

/** The texts that are open, and the one editor that shows them. */
export interface Desk {
  /** Lays a text on the desk as it is kept by Marquee; a large one takes several steps. */
  put(file: Pick<ConfigFile, 'id' | 'path' | 'kind'>, text: string): Promise<void>;
  has(id: string): boolean;
  /** The text as it would be saved, and a mark of this state of it. */
  read(id: string): { text: string; state: number };
  stateOf(id: string): number;
  isUnsaved(id: string): boolean;
  /** This state is kept now; `text` is what was made of it, secrets put behind placeholders, where that is another. */
  kept(id: string, state: number, text?: string): void;
  /** An edit of all of it, which can be undone. `kept`: it is what Marquee has. */
  replace(id: string, text: string, kept: boolean): void;
  /** Tells of every change of a text, at once. */
  watch(id: string, listener: () => void): () => void;
  undo(id: string): void;
  redo(id: string): void;
  /** Whether there is a step to go back, and one to go again. */
  steps(id: string): { undo: boolean; redo: boolean };
  apply(id: string, edits: readonly (Range & { text: string })[]): void;
  drop(id: string): void;
  show(id: string | null): void;
  goTo(id: string, place: { line: number; column?: number }): void;
  setProblems(id: string, problems: readonly FileProblem[]): void;
  setTheme(mode: 'dark' | 'light'): void;
  mount(host: HTMLElement, label: string): () => void;
  compare(
    host: HTMLElement,
    texts: { first: string; second: string; path: string; editable: boolean; labels: [string, string] },
  ): Comparison;
  focus(): void;
  run(command: 'find' | 'format' | 'symbols' | 'commands'): void;
  end(): void;
}
