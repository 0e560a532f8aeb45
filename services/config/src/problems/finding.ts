import type { ConfigProblem } from '@marquee/contracts';

/** What a folder holds, for checks that ask whether something is there. */
export interface FolderNames {
  files: string[];
  folders: string[];
  /** Links, and folders of Kometa's own: there, but not looked into. */
  closed: string[];
}

/** All that the checks need: they run where no file can be read. */
export interface FolderTexts {
  /** YAML files and `.env`, as they are on the disk. */
  texts: ReadonlyMap<string, string>;
  names: FolderNames;
  now: { year: number; month: number; day: number; hour: number };
}

export interface CheckTask extends FolderTexts {
  kind: 'check';
}

export type Finding = Omit<ConfigProblem, 'fileId'>;
