import type { CheckedFile, Diagnostic, FolderChecker, FoundSecret, KometaFolder } from '@marquee/kometa';
import { secretsIn } from '../files/hidden-text.ts';
import type { CheckTask, Finding, FolderNames } from './finding.ts';

/** Everything that Kometa would stumble over, at the places where it stands in the text that people are shown. */
export function checkTexts(
  checker: FolderChecker,
  { texts, names, now }: CheckTask,
  onFile?: (path: string) => void,
): Finding[] {
  const folder = { texts, ...lookInto(names) };
  return checker.check(folder, now, onFile).flatMap((checked) => findingsOf(checked));
}

export function lookInto({ files, folders, closed }: FolderNames): Omit<KometaFolder, 'texts'> {
  const [isFile, isFolder, isClosed] = [new Set(files), new Set(folders), new Set(closed)];
  const inside = new Map<string, string[]>();
  for (const path of [...files, ...folders, ...closed]) {
    const slash = path.lastIndexOf('/');
    const parent = path.slice(0, Math.max(0, slash));
    const names = inside.get(parent) ?? [];
    names.push(path.slice(slash + 1));
    inside.set(parent, names);
  }
  /** What is behind it nobody looked at: it is taken for what its name says. */
  const isBehind = (path: string) =>
    path.split('/').some((_step, place, steps) => isClosed.has(steps.slice(0, place + 1).join('/')));
  return {
    kindOf(path) {
      if (isFile.has(path)) return 'file';
      if (path === '' || isFolder.has(path)) return 'folder';
      if (!isBehind(path)) return null;
      return /\.[a-z]{2,5}$/i.test(path) ? 'file' : 'folder';
    },
    namesIn: (path) => inside.get(path) ?? [],
  };
}

/** In the order of the diagnostics. */
export function findingsOf(
  { file, tree, diagnostics }: CheckedFile,
  secrets: readonly FoundSecret[] = secretsIn(file, tree.text),
): Finding[] {
  const values = secrets.map(({ name, span }) => ({
    value: tree.text.slice(span.start, span.end),
    shown: `<<hidden:${name}>>`,
  }));
  const shownAt = shownOffsets(secrets);
  const place = (span: Diagnostic['span']) => {
    const { line, endLine } = tree.lines.place(span);
    const column = (at: number, inLine: number) =>
      shownAt(at) - shownAt(tree.lines.starts[inLine - 1] ?? 0) + 1;
    return {
      ...{ line, column: column(span.start, line) },
      ...{ endLine, endColumn: column(Math.max(span.start, span.end), endLine) },
    };
  };
  const touchesSecret = ({ start, end }: Diagnostic['span']) =>
    secrets.some(({ span }) => start < span.end && end > span.start);
  const tellsSecret = (text: string) => values.some(({ value }) => value.length > 3 && text.includes(value));
  const withoutValues = (text: string) =>
    values.reduce(
      (said, { value, shown }) => (value.length > 3 ? said.replaceAll(value, shown) : said),
      text,
    );

  return diagnostics.map(({ severity, code, message, span, path, fix }) => {
    const finding: Finding = {
      ...{ file, ...place(span), path: [...path], severity, code },
      message: withoutValues(message),
    };
    // A fix that writes a secret again cannot be made by somebody who does not see it.
    if (!fix || fix.edits.some((edit) => touchesSecret(edit.span) || tellsSecret(edit.text))) return finding;
    const edits = fix.edits.map((edit) => ({ ...place(edit.span), text: edit.text }));
    return { ...finding, fix: { title: withoutValues(fix.title), edits } };
  });
}

/** From an offset in the file to that in the text with placeholders. */
function shownOffsets(secrets: readonly FoundSecret[]): (offset: number) => number {
  const steps = secrets.map(({ name, span }) => ({ span, length: `<<hidden:${name}>>`.length }));
  return (offset) => {
    let moved = 0;
    for (const { span, length } of steps) {
      if (offset <= span.start) break;
      if (offset < span.end) return span.start + moved;
      moved += length - (span.end - span.start);
    }
    return offset + moved;
  };
}
