import { bidiRuns } from './bidi-runs.ts';
import { resolveScripts } from './resolve-scripts.ts';

/** What is shaped at once: one direction, one script. */
export interface TextRun {
  start: number;
  length: number;
  rightToLeft: boolean;
  script: number;
}

/** Cuts text as Raqm does, in the order in which the runs are drawn. */
export function textRuns(characters: readonly number[]): TextRun[] {
  const scripts = resolveScripts(characters);
  return bidiRuns(characters).flatMap(({ start, length, rightToLeft }) => {
    const runs: TextRun[] = [];
    for (let at = start; at < start + length; at++) {
      const script = scripts[at] ?? 0;
      const last = runs.at(-1);
      if (last?.script === script) last.length++;
      else runs.push({ start: at, length: 1, rightToLeft, script });
    }
    return rightToLeft ? runs.reverse() : runs;
  });
}
