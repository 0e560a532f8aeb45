import { createHash } from 'node:crypto';
import { examineFolder, type FolderChecker } from '@marquee/kometa';
import { findingsOf, lookInto } from '../problems/check-texts.ts';
import type { Finding, FolderTexts } from '../problems/finding.ts';

export interface ExamineTask extends FolderTexts {
  kind: 'examine';
}

export interface Examined extends Finding {
  id: string;
}

/** Everything that is told of a folder's health, at its places in the text that people are shown. */
export function examineTexts(
  checker: FolderChecker,
  task: ExamineTask,
  onFile?: (path: string) => void,
): Examined[] {
  return examinedFiles(checker, task, onFile).flatMap(({ found }) => found.map(({ finding }) => finding));
}

/** The same, each beside what it is in the text on the disk. */
export function examinedFiles(
  checker: FolderChecker,
  { texts, names, now }: FolderTexts,
  onFile?: (path: string) => void,
) {
  const folder = { texts, ...lookInto(names) };
  return examineFolder(checker.check(folder, now, onFile), folder, now).map((examined) => {
    const told = new Set<string>();
    const found = findingsOf(examined).flatMap((finding, place) => {
      const diagnostic = examined.diagnostics[place];
      const id = idOf(finding);
      if (diagnostic === undefined || told.has(id)) return [];
      told.add(id);
      return [{ finding: { ...finding, id }, diagnostic }];
    });
    return { file: examined.file, tree: examined.tree, found };
  });
}

/** Lines come and go above a finding; what it says, and of which key, stays. */
function idOf({ file, code, path, message }: Finding): string {
  const said = JSON.stringify([file, code, path, message]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 22);
}
