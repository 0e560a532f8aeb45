/** One side of a commit: who, when, and what it says. */
export interface Commit {
  tree: string;
  /** None for the first; the second is what was merged. */
  parents: readonly string[];
  author: { name: string; email: string };
  at: Date;
  message: string;
}

export interface TreeEntry {
  name: string;
  id: string;
  folder: boolean;
}

/** An object on its way to the disk; what points to it may be made meanwhile. */
export interface Written {
  id: string;
  /** Fails where it could not be written. */
  kept: Promise<void>;
}

/** What there is of git: objects under the hash of what they hold, the folder's own branch, and those beside it. */
export interface Repository {
  /** Makes it where there is none, and clears what a killed process left. Before anything else. */
  open(): Promise<void>;
  head(): Promise<string | undefined>;
  moveHead(id: string): Promise<void>;
  /** Commits by name, whatever the names are: somebody may push. The folder's own is none of them. */
  branches(): Promise<Map<string, string>>;
  /** From where it was seen last, which is nowhere for a new one; false when somebody has moved it since. */
  moveBranch(name: string, way: { from: string | undefined; to: string }): Promise<boolean>;
  /** False when somebody has moved it since. */
  removeBranch(name: string, from: string): Promise<boolean>;
  /** Holds on to a commit that no branch leads to any more. */
  retain(id: string): Promise<void>;
  readCommit(id: string): Promise<Commit>;
  /** Undefined where this is no commit. */
  findCommit(id: string): Promise<Commit | undefined>;
  writeCommit(commit: Commit): Written;
  readTree(id: string): Promise<TreeEntry[]>;
  writeTree(entries: readonly TreeEntry[]): Written;
  readBlob(id: string): Promise<Uint8Array>;
  writeBlob(bytes: Uint8Array): Written;
}
