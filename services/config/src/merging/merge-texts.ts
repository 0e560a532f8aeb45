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
  const text: string[] = [];
  const conflicts: MergeConflict[] = [];
  // Lines such as `all:` stand in a file thousands of times, and comparing each with each takes minutes: what begins at
  // the left is compared first, and only what differs in all three line by line.
  for (const part of merged(blocksOf(mine), blocksOf(base), blocksOf(theirs))) {
    if ('agreed' in part) text.push(...part.agreed.flatMap(linesOf));
    else {
      for (const lines of merged(linesIn(part.mine), linesIn(part.base), linesIn(part.theirs))) {
        if ('agreed' in lines) text.push(...lines.agreed);
        else {
          conflicts.push({
            line: text.length + 1,
            lines: lines.mine.length,
            mine: lines.mine.join(''),
            base: lines.base.join(''),
            theirs: lines.theirs.join(''),
          });
          text.push(...lines.mine);
        }
      }
    }
  }
  return { text: text.join(''), conflicts };
}

type Part = { agreed: string[] } | { mine: string[]; base: string[]; theirs: string[] };

function merged(mine: string[], base: string[], theirs: string[]): Part[] {
  return diff3Merge(mine, base, theirs, { excludeFalseConflicts: true }).map(({ ok, conflict }) =>
    conflict === undefined
      ? { agreed: ok ?? [] }
      : { mine: conflict.a, base: conflict.o, theirs: conflict.b },
  );
}

/** Each from a line at the left to the next: a definition of a file with all that belongs to it. */
function blocksOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)(?= {0,2}[^\s])/);
}

const linesIn = (blocks: string[]) => linesOf(blocks.join(''));

/** Each with its end, so that nothing is lost between them. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}
