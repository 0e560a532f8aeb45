import type { MergeConflict } from '@marquee/contracts';
import { diff3Merge } from 'node-diff3';

export interface MergeTask {
  kind: 'merge';
  base: string;
  mine: string;
  theirs: string;
}

export interface Merged {
  /** Where both changed the same lines, it has mine. */
  text: string;
  conflicts: MergeConflict[];
}

/** Three ways, by lines: what one alone has changed is taken over. */
export function mergeTexts({ base, mine, theirs }: Omit<MergeTask, 'kind'>): Merged {
  const [a, o, b] = [linesOf(mine), linesOf(base), linesOf(theirs)];
  const start = common(a, o, b, (lines, place) => lines[place]);
  const [restA, restO, restB] = [a.slice(start), o.slice(start), b.slice(start)];
  const end = common(restA, restO, restB, (lines, place) => lines[lines.length - 1 - place]);
  const middle = (lines: string[]) => lines.slice(0, lines.length - end);
  const parts = diff3Merge(middle(restA), middle(restO), middle(restB), { excludeFalseConflicts: true });

  const text = a.slice(0, start);
  const conflicts: MergeConflict[] = [];
  for (const { ok, conflict } of parts) {
    if (conflict === undefined) {
      text.push(...(ok ?? []));
      continue;
    }
    conflicts.push({
      line: text.length + 1,
      lines: conflict.a.length,
      mine: conflict.a.join(''),
      base: conflict.o.join(''),
      theirs: conflict.b.join(''),
    });
    text.push(...conflict.a);
  }
  text.push(...restA.slice(restA.length - end));
  return { text: text.join(''), conflicts };
}

/** Each with its end, so that nothing is lost between them. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/** How many lines all three have in common at one side: most files differ in few places. */
function common(
  a: string[],
  o: string[],
  b: string[],
  at: (lines: string[], place: number) => string | undefined,
): number {
  const most = Math.min(a.length, o.length, b.length);
  let count = 0;
  while (count < most && at(a, count) === at(o, count) && at(o, count) === at(b, count)) count += 1;
  return count;
}
