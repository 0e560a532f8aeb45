import {
  type ChangedDefinitions,
  changeDefinitionsIn,
  definitionsIn,
  type FolderChecker,
  type NamedChange,
  type YamlPath,
} from '@marquee/kometa';
import { type ListedDefinition, SECTIONS } from './definition-task.ts';

/** Changes within one map of a file. */
export interface SectionChanges {
  within: YamlPath;
  changes: readonly NamedChange[];
}

interface ListTask {
  kind: 'definitions-of-files';
  texts: ReadonlyMap<string, string>;
}
export interface ChangeTask {
  kind: 'change-files';
  texts: ReadonlyMap<string, string>;
  changes: ReadonlyMap<string, readonly SectionChanges[]>;
}

/** Reading and changing named blocks of several files at once, by their paths. */
export type FilesTask = ListTask | ChangeTask;
export interface FilesAnswers {
  /** null for a file that has none of the sections, or cannot be read. */
  'definitions-of-files': ReadonlyMap<string, readonly ListedDefinition[] | null>;
  'change-files': ReadonlyMap<string, ChangedFile>;
}

interface ChangedFile {
  text: string;
  /** Of each of its sections, in order. */
  outcomes: readonly Omit<ChangedDefinitions, 'text'>[];
}

/** What was read for a check is not read again, and what is read here is not read for the next check. */
export function definitionsInFiles(
  { texts }: ListTask,
  checker: FolderChecker,
  onFile?: (path: string) => void,
): FilesAnswers['definitions-of-files'] {
  return new Map(
    [...texts].map(([path, text]) => [path, definitionsIn(checker.read(path, text, onFile), SECTIONS)]),
  );
}

export function changeInFiles(
  { texts, changes }: ChangeTask,
  checker: FolderChecker,
  onFile?: (path: string) => void,
): FilesAnswers['change-files'] {
  return new Map(
    [...texts].map(([path, text]) => {
      onFile?.(path);
      let tree = checker.read(path, text);
      const outcomes = (changes.get(path) ?? []).map((one) => {
        const { tree: next, ...outcome } = changeDefinitionsIn(tree, one.within, one.changes);
        tree = next;
        return outcome;
      });
      checker.expect(path, tree);
      return [path, { text: tree.text, outcomes }];
    }),
  );
}
