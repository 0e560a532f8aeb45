import type { ConfigProblems } from '@marquee/contracts';
import type { ConfigFolder } from '../files/config-folder.ts';
import { fileIdOf } from '../files/file-id.ts';
import { pathOfFile } from '../files/find-file.ts';
import type { Finding } from './finding.ts';
import type { LookThrough } from './look-through.ts';
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
  lookThrough,
  clock,
}: {
  folder: ConfigFolder;
  lookThrough: LookThrough;
  clock: () => Date;
}) {
  const checked = whenChanged({ folder, clock }, async (read): Promise<Checked> => {
    const { at, tooLarge, ...texts } = read;
    const { answer, tooSlow } = await lookThrough({ kind: 'check', ...texts });
    const left = [...tooLarge.map(tooLargeFinding), ...tooSlow.map(tooSlowFinding)];
    return { at, files: texts.texts.size + tooLarge.length, findings: [...answer, ...left] };
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

const notChecked = (file: string, code: string, message: string): Finding => ({
  ...{ file, line: 1, column: 1, endLine: 1, endColumn: 1, path: [], severity: 'warning' },
  ...{ code, message },
});

const tooLargeFinding = (file: string) =>
  notChecked(file, 'yaml.too-large', 'Not checked: the file has more than 10 MB');

const tooSlowFinding = (file: string) =>
  notChecked(file, 'yaml.too-slow', 'Not checked: the file takes too long; split it');
