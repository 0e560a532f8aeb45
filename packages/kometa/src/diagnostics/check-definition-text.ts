import type { LibraryKind } from '../model/key-spec.ts';
import type { Moment } from '../schedules/schedule.ts';
import { ANY_FILE, readYaml } from '../yaml/yaml-tree.ts';
import { checkFile } from './check-file.ts';
import type { Diagnostic } from './diagnostic.ts';

/** What can be said of the text of a file of collections by itself, for the kind of library that runs it. */
export function checkDefinitionText(
  text: string,
  { library, now }: { library: LibraryKind | null; now: Moment },
): Diagnostic[] {
  return checkFile(readYaml(text, ANY_FILE), {
    name: '',
    now,
    secrets: new Set(),
    listedAs: 'collection',
    libraryKind: library,
  });
}
