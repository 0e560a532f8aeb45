import type { OverlayEntry, OverlayFile, OverlayLevel } from '@marquee/contracts';

/** What somebody looks for among all overlays. */
export interface Wish {
  search: string;
  kind: OverlayEntry['kind'] | 'all';
  level: OverlayLevel | 'all';
  problems: boolean;
}

export const noWish: Wish = { search: '', kind: 'all', level: 'all', problems: false };

/** The files with what fits of them; a file whose own name fits shows all that the other wishes leave. */
export function fittingFiles(files: readonly OverlayFile[], wish: Wish): OverlayFile[] {
  const words = wish.search.toLowerCase();
  const narrowed = words !== '' || wish.kind !== 'all' || wish.level !== 'all' || wish.problems;
  if (!narrowed) return [...files];
  return files
    .map((file) => {
      const named = file.path.toLowerCase().includes(words);
      return {
        ...file,
        entries: file.entries.filter(
          (entry) =>
            (named || wordsOf(entry).includes(words)) &&
            (wish.kind === 'all' || entry.kind === wish.kind) &&
            (wish.level === 'all' || entry.level === wish.level) &&
            (!wish.problems || problemsOf(file, entry).length > 0),
        ),
      };
    })
    .filter((file) => file.entries.length > 0);
}

export function problemsOf(file: OverlayFile, entry: OverlayEntry) {
  return file.problems.filter(({ mapping }) => mapping === entry.mapping);
}

function wordsOf({ mapping, name, builders, definition, template }: OverlayEntry): string {
  return [mapping, name, ...builders, definition?.group, definition?.queue, ...(template?.names ?? [])]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
}
