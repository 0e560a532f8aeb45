import type { Range } from '../checking/problem.ts';

/** What one text must be changed by to become the other: whole lines, so that no line end is cut in two. */
export function changedLines(before: string, after: string): Range & { text: string } {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter - 1 && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < shorter - 1 - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const last = was.length - 1 - end;
  const put = is.slice(start, is.length - end).join('\n');
  const bare = (line: string) => line.replace(/\r$/, '');
  return {
    line: start + 1,
    column: 1,
    endLine: last + 1,
    endColumn: bare(was[last] ?? '').length + 1,
    text: bare(put),
  };
}
