import type { DefinitionFile, Library } from '@marquee/contracts';
import { isPath } from '../../files/is-path.ts';
import type { LibraryKind } from '../conditions/condition-model.ts';

/** Into which file a new collection goes. */
export type Place = { kind: 'file'; fileId: string } | { kind: 'new'; path: string; library: string };

/** A file that a library of the kind lists already; else a new one for the first such library. */
export function usualPlace(
  files: readonly DefinitionFile[],
  libraries: readonly Library[],
  kind: LibraryKind | null,
): Place {
  const fitting = libraries.filter(
    (library) => library.kind !== 'photo' && (kind === null || library.kind === kind),
  );
  const names = new Set(fitting.map(({ title }) => title));
  const file = files.find((one) => one.editable && one.libraries.some((library) => names.has(library)));
  if (file) return { kind: 'file', fileId: file.fileId };
  const [library] = fitting;
  return { kind: 'new', path: freePath(files, library?.title), library: library?.title ?? '' };
}

function freePath(files: readonly DefinitionFile[], library: string | undefined): string {
  const stem = (library ?? 'mine')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const taken = new Set(files.map(({ path }) => path));
  for (let number = 1; ; number += 1) {
    const path = `collections/${stem || 'mine'}${number === 1 ? '' : `-${number}`}.yml`;
    if (!taken.has(path)) return path;
  }
}

/** What is wrong with it, as the catalogue of words calls it; null when nothing is. */
export function placeTrouble(
  place: Place,
  files: readonly DefinitionFile[],
): 'pathTrouble' | 'pathTaken' | null {
  if (place.kind === 'file') return null;
  const path = place.path.trim();
  if (!isPath(path) || !/\.ya?ml$/.test(path)) return 'pathTrouble';
  return files.some((file) => file.path === path) ? 'pathTaken' : null;
}
