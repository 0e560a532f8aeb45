import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type CheckedFile, checkAlone, checkFolder, type Diagnostic, isYaml } from '@marquee/kometa';
import { openAround, openFolder, readText } from './validate-folder.ts';

interface Edit {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  text: string;
}

/** One finding as `--json` prints it; lines and columns begin with 1. */
export interface Finding {
  file: string;
  line: number;
  column: number;
  path: readonly (string | number)[];
  severity: Diagnostic['severity'];
  code: string;
  message: string;
  fix?: { title: string; edits: Edit[] };
}

/** What is to be checked, and how. */
export interface Order {
  path: string;
  now: Date;
  /** Files that are left out, as each took too long, with what is said of them. */
  left: readonly Finding[];
}

/** All findings; null for a folder without YAML files. `onFile` hears of each file before it is looked at. */
export function findingsAt({ path, now, left }: Order, onFile: (file: string) => void): Finding[] | null {
  const isLeft = (file: string) => left.some((one) => one.file === file);
  if (statSync(path).isDirectory()) return folderFindings(path, now, isLeft, onFile);
  if (isLeft(path)) return [];
  onFile(path);
  return fileFindings(path, now);
}

function folderFindings(
  path: string,
  now: Date,
  isLeft: (file: string) => boolean,
  onFile: (file: string) => void,
): Finding[] | null {
  const opened = openFolder(path);
  const texts = new Map([...opened.texts].filter(([file]) => !isLeft(join(path, file))));
  const folder = { ...opened, texts };
  if (opened.left.length === 0 && ![...opened.texts.keys()].some(isYaml)) return null;
  const findings = checkFolder(folder, momentOf(now), (file) => onFile(join(path, file))).flatMap((checked) =>
    findingsOf(join(path, checked.file), checked),
  );
  return [...findings, ...folder.left.map((file) => tooLarge(join(path, file)))];
}

function fileFindings(path: string, now: Date): Finding[] {
  const text = readText(path);
  if (text === null) return [tooLarge(path)];
  const folder = openAround(dirname(resolve(path)));
  return findingsOf(path, checkAlone(basename(path), text, folder, momentOf(now)));
}

function momentOf(date: Date) {
  return {
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    hour: date.getHours(),
  };
}

function findingsOf(file: string, { tree, diagnostics }: CheckedFile): Finding[] {
  return diagnostics.map(({ severity, code, message, span, path, fix }) => {
    const { line, column } = tree.lines.place(span);
    const found = { file, line, column, path, severity, code, message };
    if (!fix) return found;
    const edits = fix.edits.map((edit) => ({ ...tree.lines.place(edit.span), text: edit.text }));
    return { ...found, fix: { title: fix.title, edits } };
  });
}

function tooLarge(file: string): Finding {
  const message = 'Not checked: the file has more than 10 MB';
  return { file, line: 1, column: 1, path: [], severity: 'warning', code: 'yaml.too-large', message };
}
