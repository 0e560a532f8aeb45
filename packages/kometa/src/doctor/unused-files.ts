import type { CheckedFile } from '../diagnostics/check-folder.ts';
import { followReference } from '../diagnostics/check-paths.ts';
import { beginCheck } from '../diagnostics/checking.ts';
import { fileKindOf } from '../diagnostics/file-kind.ts';
import type { KometaFolder } from '../diagnostics/kometa-folder.ts';
import { referencesIn, templatesIn } from '../diagnostics/references.ts';
import type { Moment } from '../schedules/schedule.ts';

/** Files of Kometa's kinds that no config.yml and no file leads to; none when there is no config.yml to lead anywhere. */
export function unusedFiles(checked: readonly CheckedFile[], folder: KometaFolder, now: Moment): string[] {
  const kinds = new Map(checked.map(({ file, tree }) => [file, fileKindOf(tree)]));
  if (![...kinds.values()].includes('config')) return [];
  const reached = new Set(
    checked.flatMap(({ file, tree }) => {
      const checking = beginCheck(tree, 'file', now, () => undefined);
      const references = kinds.get(file) === 'config' ? referencesIn(tree) : templatesIn(tree);
      return references.flatMap((reference) => followReference(checking, folder, 'folder', reference));
    }),
  );
  return [...kinds].flatMap(([file, kind]) =>
    kind === null || kind === 'config' || reached.has(file) ? [] : [file],
  );
}
