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
interface Finding {
  file: string;
  line: number;
  column: number;
  path: readonly (string | number)[];
  severity: Diagnostic['severity'];
  code: string;
  message: string;
  fix?: { title: string; edits: Edit[] };
}

/** Checks one of Kometa's files, or its folder. 1 when there are errors, 2 when there is nothing to check. */
export function validate(path: string, { json, now = new Date() }: { json: boolean; now?: Date }): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() && !stat?.isDirectory()) {
    process.stderr.write(`${path}: there is no such file or folder\n`);
    return 2;
  }
  const findings = stat.isDirectory() ? folderFindings(path, now) : fileFindings(path, now);
  if (findings === null) {
    process.stderr.write(`${path}: there are no YAML files in this folder\n`);
    return 2;
  }
  process.stdout.write(json ? `${JSON.stringify(findings, null, 2)}\n` : inLines(findings));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Null for a folder without YAML files. */
function folderFindings(path: string, now: Date): Finding[] | null {
  const folder = openFolder(path);
  if (folder.left.length === 0 && ![...folder.texts.keys()].some(isYaml)) return null;
  const findings = checkFolder(folder, momentOf(now)).flatMap((checked) =>
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

function inLines(findings: readonly Finding[]): string {
  const lines = findings.map(
    ({ file, line, column, severity, code, message }) =>
      `${file}:${line}:${column} ${severity} ${code} ${message}`,
  );
  const count = (severity: Finding['severity']) => findings.filter((one) => one.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  const sum = `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  return `${[...lines, sum].join('\n')}\n`;
}
