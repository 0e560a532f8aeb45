import type { Check } from '@marquee/contracts';
import type { FolderNames } from '../problems/finding.ts';

export interface FolderEntry {
  /** Below the folder, with forward slashes. */
  path: string;
  sizeBytes: number;
  modifiedAt: Date;
  /** A link is shown, never followed. */
  link: boolean;
}

interface FolderListing {
  entries: FolderEntry[];
  /** True when there are more files than are listed. */
  truncated: boolean;
}

/** Kometa's config folder. Every path given here goes through one function (resolveInFolder). */
export interface ConfigFolder {
  /** As the server sees it. */
  readonly path: string;
  list(): Promise<FolderListing>;
  /** Paths alone, without asking for each file's size: what an id is looked up in. */
  paths(): Promise<string[]>;
  /** Also of what is not listed: folders, and what is left to Kometa. */
  names(): Promise<FolderNames>;
  /** Refuses what is longer than `mostBytes`, which is what a text file may have when absent. */
  read(path: string, mostBytes?: number): Promise<{ bytes: Buffer; entry: FolderEntry }>;
  /** What is there now, unopened; undefined when nothing is, or nothing that may be opened. */
  look(path: string): Promise<FolderEntry | undefined>;
  /** Never overwrites: Problem('config.file-exists'). Makes the folders on the way. */
  create(path: string, bytes: Uint8Array, mode?: number): Promise<FolderEntry>;
  /** All or nothing, keeping owner and mode. */
  replace(path: string, bytes: Uint8Array): Promise<FolderEntry>;
  /** Never overwrites: Problem('config.file-exists'). Makes the folders on the way. */
  move(path: string, to: string): Promise<FolderEntry>;
  remove(path: string): Promise<void>;
  writable(): Promise<boolean>;
  /** Removes temps that a killed process left behind. */
  sweep(): Promise<void>;
  check(): Promise<Check>;
}
