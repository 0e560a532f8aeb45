/** One side of a commit: who, when, and what it says. */
export interface Commit {
  tree: string;
  /** Undefined for the first. */
  parent: string | undefined;
  author: { name: string; email: string };
  at: Date;
  message: string;
}

export interface TreeEntry {
  name: string;
  id: string;
  folder: boolean;
}

/** What there is of git: objects under the hash of what they hold, and one branch. */
export interface Repository {
  /** Makes it where there is none, and clears what a killed process left. Before anything else. */
  open(): Promise<void>;
  head(): Promise<string | undefined>;
  moveHead(id: string): Promise<void>;
  readCommit(id: string): Promise<Commit>;
  writeCommit(commit: Commit): Promise<string>;
  readTree(id: string): Promise<TreeEntry[]>;
  writeTree(entries: readonly TreeEntry[]): Promise<string>;
  readBlob(id: string): Promise<Uint8Array>;
  writeBlob(bytes: Uint8Array): Promise<string>;
}
