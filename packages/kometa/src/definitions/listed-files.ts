import { followReference } from '../diagnostics/check-paths.ts';
import { beginCheck } from '../diagnostics/checking.ts';
import type { KometaFolder } from '../diagnostics/kometa-folder.ts';
import { referencesIn } from '../diagnostics/references.ts';
import type { FileKind } from '../model/default-files.ts';
import { ANY_FILE, readYaml } from '../yaml/yaml-tree.ts';

/** What is said of a path here, the checks of the folder say too. */
const SILENT = () => undefined;
const ANY_TIME = { year: 2000, month: 1, day: 1, hour: 0 };

/** The files that a config.yml lists for its libraries, with the names of these; playlists have none. */
export function listedFiles(config: string, folder: KometaFolder, kind: FileKind): Map<string, string[]> {
  const tree = readYaml(config, ANY_FILE);
  const checking = beginCheck(tree, 'config', ANY_TIME, SILENT);
  const libraries = new Map<string, string[]>();
  for (const reference of referencesIn(tree)) {
    if (reference.kind !== kind) continue;
    for (const path of followReference(checking, folder, 'folder', reference)) {
      const known = libraries.get(path) ?? [];
      libraries.set(path, known);
      if (reference.library !== null && !known.includes(reference.library)) known.push(reference.library);
    }
  }
  return libraries;
}
