import type { ConfigProblems } from '@marquee/contracts';
import type { ConfigFolder } from '../files/config-folder.ts';
import { fileIdOf } from '../files/file-id.ts';
import { pathOfFile } from '../files/find-file.ts';
import type { Desk } from './deskwork.ts';
import type { Finding } from './finding.ts';
import { whenChanged } from './read-texts.ts';

/** Of one answer; the first ones of each file are worth more than the last of all. */
const MOST_PROBLEMS = 5_000;

interface Checked {
  at: Date;
  files: number;
  findings: Finding[];
}

/** The whole folder is checked at once, since files speak of one another; and again when one of them has changed. */
export function createProblems({
  folder,
  desk,
  clock,
}: {
  folder: ConfigFolder;
  desk: Desk;
  clock: () => Date;
}) {
  const checked = whenChanged({ folder, clock }, async (read): Promise<Checked> => {
    const { at, tooLarge, ...texts } = read;
    const findings = await desk.do({ kind: 'check', ...texts });
    const left = tooLarge.map(notChecked);
    return { at, files: texts.texts.size + left.length, findings: [...findings, ...left] };
  });

  const list = async (fileId?: string): Promise<ConfigProblems> => {
    const file = fileId === undefined ? undefined : await pathOfFile(folder, fileId);
    const { at, files, findings } = await checked();
    const wanted = file === undefined ? findings : findings.filter((finding) => finding.file === file);
    return {
      checkedAt: at.toISOString(),
      files,
      problems: wanted
        .slice(0, MOST_PROBLEMS)
        .map((finding) => ({ ...finding, fileId: fileIdOf(finding.file) })),
      more: Math.max(0, wanted.length - MOST_PROBLEMS),
    };
  };

  return { list, findings: async (): Promise<readonly Finding[]> => (await checked()).findings };
}
export type Problems = ReturnType<typeof createProblems>;

function notChecked(file: string): Finding {
  return {
    ...{ file, line: 1, column: 1, endLine: 1, endColumn: 1, path: [], severity: 'warning' },
    code: 'yaml.too-large',
    message: 'Not checked: the file has more than 10 MB',
  };
}
