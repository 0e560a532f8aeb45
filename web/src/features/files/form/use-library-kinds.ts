import type { LibraryKind } from '@marquee/kometa';
import { useMemo } from 'react';
import { useLibrariesQuery } from '../../../api/libraries.ts';

/** What Plex's libraries hold, by their names; nothing of those that Marquee does not see. */
export function useLibraryKinds(): ReadonlyMap<string, LibraryKind> {
  const { data } = useLibrariesQuery();
  return useMemo(
    () =>
      new Map(
        (data ?? []).flatMap(({ title, kind }): [string, LibraryKind][] =>
          kind === 'photo' ? [] : [[title, kind]],
        ),
      ),
    [data],
  );
}
