import type { Found, FoundLine, Wanted } from './messages.ts';

/** More than anybody reads. */
const MOST = 500;
const AROUND = 60;

/** The lines of all texts that hold what is wanted. */
export function findInTexts(texts: ReadonlyMap<string, string>, { words, matchCase }: Wanted): Found {
  const searched = new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), matchCase ? 'u' : 'iu');
  const files: { path: string; lines: FoundLine[] }[] = [];
  let count = 0;
  for (const path of [...texts.keys()].sort()) {
    const lines: FoundLine[] = [];
    for (const [index, line] of (texts.get(path) ?? '').split(/\r?\n/).entries()) {
      const match = searched.exec(line);
      if (!match || match[0] === '') continue;
      if (count === MOST)
        return { files: lines.length > 0 ? [...files, { path, lines }] : files, more: true };
      count += 1;
      lines.push(lineOf(line, index + 1, match.index, match[0]));
    }
    if (lines.length > 0) files.push({ path, lines });
  }
  return { files, more: false };
}

function lineOf(line: string, number: number, at: number, match: string): FoundLine {
  const from = Math.max(0, at - AROUND);
  return {
    line: number,
    column: at + 1,
    before: (from > 0 ? '…' : '') + line.slice(from, at).trimStart(),
    match,
    after: line.slice(at + match.length, at + match.length + AROUND * 2),
  };
}
