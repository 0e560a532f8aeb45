import type { Library } from '@marquee/contracts';
import { useMemo } from 'react';
import type { Values } from '../model/json.ts';

export interface PreviewPaneProps {
  /** What is asked in; those whose file config.yml lists. */
  libraries: readonly Library[];
  library: Library | null;
  onLibrary(id: string): void;
  name: string;
  values: Values;
  /** The file whose templates it may call. */
  fileId: string | null;
}

/** What to ask for, the same as long as nothing else is said; null while there is nothing to ask. `more` is a constant. */
export function usePreviewWish<More extends object>(
  { library, name, values, fileId }: PreviewPaneProps,
  more: More,
) {
  const told = JSON.stringify(values);
  return useMemo(
    () =>
      library && name.trim() !== '' && told !== '{}'
        ? {
            body: {
              ...{ libraryId: library.id, definition: JSON.parse(told) as Values, name, ...more },
              ...(fileId !== null && { fileId }),
            },
          }
        : null,
    [library, name, told, fileId, more],
  );
}
