import type { ItemSummary, Page } from '@marquee/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';

interface Paged {
  data?: { pages: Page<ItemSummary>[] } | undefined;
  hasNextPage: boolean;
  isFetching: boolean;
  isError: boolean;
  fetchNextPage(): unknown;
}

/** Asked for a little before they come into sight. */
const AHEAD = 60;

/**
 * Entries of a list that is read by cursors. A cursor is known only from the page before it, so a jump far down
 * loads the pages in between, one after the other, while placeholders hold their places.
 */
export function usePages({ data, hasNextPage, isFetching, isError, fetchNextPage }: Paged) {
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries) ?? [], [data]);
  const promised = data?.pages.at(-1)?.total ?? 0;
  const total = hasNextPage ? Math.max(promised, entries.length) : entries.length;
  const [wanted, setWanted] = useState(0);
  const missing = hasNextPage && entries.length < Math.min(total, wanted + AHEAD);
  // Named by what is there already: an answer may be so quick that nothing is ever seen fetching.
  const next = missing && !isFetching && !isError ? entries.length : null;

  useEffect(() => {
    if (next !== null) void fetchNextPage();
  }, [next, fetchNextPage]);

  return {
    entries,
    total,
    /** On the way to something that is already on the screen. */
    chasing: missing && entries.length < wanted,
    onNeed: useCallback((end: number) => setWanted(end), []),
  };
}
