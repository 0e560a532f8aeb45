import { applyFix, type Fix, type FolderChecker } from '@marquee/kometa';
import type { FolderTexts } from '../problems/finding.ts';
import { examinedFiles } from './examine-texts.ts';

export interface MendTask extends FolderTexts {
  kind: 'mend';
  /** Ids of findings. */
  places: readonly string[];
}

export interface Mended {
  /** As they are on the disk. */
  files: { path: string; text: string }[];
  fixed: string[];
  /** What the last fix was called. */
  title: string;
  left: string[];
}

/** Two fixes may want the same lines: those that meet wait for the next round, which reads the text anew. */
const MOST_ROUNDS = 50;

/** The texts with these findings mended. */
export function mendTexts(
  checker: FolderChecker,
  { texts, places, ...task }: MendTask,
  onFile?: (path: string) => void,
): Mended {
  const wanted = new Set(places);
  const now = new Map(texts);
  const fixed: string[] = [];
  let title = '';
  for (let round = 0; round < MOST_ROUNDS && wanted.size > 0; round += 1) {
    let changed = false;
    for (const { file, tree, found } of examinedFiles(checker, { ...task, texts: now }, onFile)) {
      const chosen = apart(
        found.flatMap(({ finding, diagnostic: { fix } }) =>
          // What is not offered, as it touches a secret, is not done.
          fix && finding.fix && wanted.has(finding.id) ? [{ id: finding.id, fix }] : [],
        ),
      );
      if (chosen.length === 0) continue;
      now.set(file, applyFix(tree.text, { title: '', edits: chosen.flatMap(({ fix }) => fix.edits) }));
      for (const { id, fix } of chosen) {
        wanted.delete(id);
        fixed.push(id);
        title = fix.title;
      }
      changed = true;
    }
    if (!changed) break;
  }
  const files = [...now].flatMap(([path, text]) => (text === texts.get(path) ? [] : [{ path, text }]));
  return { files, fixed, title, left: [...wanted] };
}

interface Chosen {
  id: string;
  fix: Fix;
}

/** The first ones that do not meet one another, not even at their edges. */
function apart(fixes: readonly Chosen[]): Chosen[] {
  const taken: { start: number; end: number }[] = [];
  return fixes.filter(({ fix }) => {
    const spans = fix.edits.map(({ span }) => span);
    const meets = spans.some(({ start, end }) => taken.some((one) => start <= one.end && end >= one.start));
    if (!meets) taken.push(...spans);
    return !meets;
  });
}
