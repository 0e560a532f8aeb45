import type { CollectionSummary, ItemSummary } from '@marquee/contracts';
import { skipToken } from '@reduxjs/toolkit/query';
import { useCallback, useMemo } from 'react';
import { useFewQuery, useLibrariesQuery } from '../../../api/libraries.ts';

const MOST = 500;

/** What Plex has today of each collection, by the library's and the collection's titles; nothing where it has none. */
export function useCollectionPosters(): (one: CollectionSummary) => ItemSummary | undefined {
  const { data: libraries } = useLibrariesQuery();
  const libraryIds = useMemo(
    () => libraries?.filter(({ kind }) => kind !== 'photo').map(({ id }) => id) ?? [],
    [libraries],
  );
  const { data: inPlex } = useFewQuery(
    libraryIds.length === 0 ? skipToken : { libraryIds, sort: 'title', kind: 'collection', limit: MOST },
  );
  const known = useMemo(() => {
    const titles = new Map(libraries?.map(({ id, title }) => [id, title]));
    return new Map(inPlex?.map((item) => [keyOf(titles.get(item.libraryId) ?? '', item.title), item]));
  }, [libraries, inPlex]);
  return useCallback(
    ({ libraries: listed, title }) => {
      for (const library of listed) {
        const item = known.get(keyOf(library, title));
        if (item) return item;
      }
      return undefined;
    },
    [known],
  );
}

const keyOf = (library: string, title: string) => JSON.stringify([library, title]);
