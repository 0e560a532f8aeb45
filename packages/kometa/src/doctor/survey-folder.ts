import type { CheckedFile } from '../diagnostics/check-folder.ts';
import { fileKindOf, type KindOfFile } from '../diagnostics/file-kind.ts';
import { fieldsOf, isBlank, keySpan, pythonText } from '../yaml/read-values.ts';

/** What lies in a folder, as Kometa sees it. */
export interface Survey {
  /** YAML files; null is what Kometa would not know what to do with. */
  files: { file: string; kind: KindOfFile | null }[];
  /** Libraries that config files name. */
  libraries: { file: string; line: number; name: string /** What Plex calls it. */; title: string }[];
}

export function surveyFolder(checked: readonly CheckedFile[]): Survey {
  const files = checked.map(({ file, tree }) => ({ file, kind: fileKindOf(tree) }));
  const libraries = checked.flatMap(({ file, tree }, place) => {
    if (files[place]?.kind !== 'config') return [];
    const root = fieldsOf(tree, tree.root) ?? [];
    const named = fieldsOf(tree, root.find(({ name }) => name === 'libraries')?.value) ?? [];
    return named.map((library) => {
      const own = fieldsOf(tree, library.value)?.find(({ name }) => name === 'library_name')?.value;
      const title = own === undefined || isBlank(tree, own) ? library.name : pythonText(tree, own);
      return { file, line: tree.lines.place(keySpan(library)).line, name: library.name, title };
    });
  });
  return { files, libraries };
}
