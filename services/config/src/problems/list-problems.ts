import { type ConfigProblems, MAX_FILE_BYTES, Problem } from '@marquee/contracts';
import { isYaml } from '@marquee/kometa';
import type { ConfigFolder, FolderEntry } from '../files/config-folder.ts';
import { fileIdOf } from '../files/file-id.ts';
import { textOf } from '../files/file-text.ts';
import { pathOfFile } from '../files/find-file.ts';
import type { Desk } from './deskwork.ts';
import type { Finding } from './finding.ts';

/** Of one answer; the first ones of each file are worth more than the last of all. */
const MOST_PROBLEMS = 5_000;
/** A file that was changed just now may change again within the same tick of its clock. */
const SETTLED_MS = 2_000;

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
  let last: { of: string; checked: Promise<Checked> } | undefined;

  const check = async (entries: readonly FolderEntry[], at: Date): Promise<Checked> => {
    const texts = new Map<string, string>();
    const left: Finding[] = [];
    for (const { path, sizeBytes } of entries) {
      if (sizeBytes > MAX_FILE_BYTES) left.push(tooLarge(path));
      else {
        const text = await readText(folder, path);
        if (text !== undefined) texts.set(path, text);
      }
    }
    const findings = await desk.do({ kind: 'check', texts, names: await folder.names(), now: momentOf(at) });
    return { at, files: texts.size + left.length, findings: [...findings, ...left] };
  };

  const checked = async (): Promise<Checked> => {
    const at = clock();
    const { entries } = await folder.list();
    const read = entries.filter(({ path, link }) => (isYaml(path) || path === '.env') && !link);
    // A schedule that ends, and a picture that is missing, are told too: the hour and all names count.
    const of = JSON.stringify([
      at.toISOString().slice(0, 13),
      entries.map(({ path }) => path),
      read.map(({ sizeBytes, modifiedAt }) => [sizeBytes, modifiedAt.getTime()]),
    ]);
    if (last?.of === of) return await last.checked;
    const mine = { of, checked: check(read, at) };
    last = mine;
    const forget = () => {
      if (last === mine) last = undefined;
    };
    const settled = entries.every(({ modifiedAt }) => at.getTime() - modifiedAt.getTime() > SETTLED_MS);
    mine.checked.then(settled ? () => undefined : forget, forget);
    return await mine.checked;
  };

  return async (fileId?: string): Promise<ConfigProblems> => {
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
}

async function readText(folder: ConfigFolder, path: string): Promise<string | undefined> {
  try {
    return textOf((await folder.read(path)).bytes);
  } catch (cause) {
    const gone = ['config.file-not-found', 'config.outside-folder', 'request.too-large'];
    if (cause instanceof Problem && gone.includes(cause.code)) return undefined;
    throw cause;
  }
}

function momentOf(date: Date) {
  return {
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    hour: date.getHours(),
  };
}

function tooLarge(file: string): Finding {
  return {
    ...{ file, line: 1, column: 1, endLine: 1, endColumn: 1, path: [], severity: 'warning' },
    code: 'yaml.too-large',
    message: 'Not checked: the file has more than 10 MB',
  };
}
