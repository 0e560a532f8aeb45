import { ItemKind, ItemSort, type Library } from '@marquee/contracts';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import type { ItemsFilter } from '../../api/libraries.ts';

const USUAL_SORT = 'title';
const text = z.string().trim().min(1).max(100).optional().catch(undefined);
const View = z.object({
  kind: ItemKind.optional().catch(undefined),
  sort: ItemSort.catch(USUAL_SORT),
  search: text,
  genre: text,
  label: text,
  resolution: text,
  unwatched: z.literal('true').optional().catch(undefined),
});
/** What of a library is shown and in which order. It lives in the address, so it can be shared and gone back to. */
export type LibraryView = z.infer<typeof View>;
export type Change = { [K in keyof LibraryView]?: LibraryView[K] | undefined };

export function readView(params: URLSearchParams): LibraryView {
  return View.parse(Object.fromEntries(params));
}

export function writeView(view: LibraryView): URLSearchParams {
  const told = Object.keys(View.shape).flatMap((key) => {
    const value = view[key as keyof LibraryView];
    return value && !(key === 'sort' && value === USUAL_SORT) ? [[key, value]] : [];
  });
  return new URLSearchParams(told);
}

export function filterOf(libraryId: string, view: LibraryView): ItemsFilter {
  const told = Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
  return { ...told, libraryId, sort: view.sort };
}

export function kindShown(library: Library, view: LibraryView): ItemKind {
  return view.kind ?? library.counts[0]?.kind ?? 'movie';
}

/** The filters that hide something, by name; search is told apart because people see it in its field. */
export function activeFilters(view: LibraryView): ('unwatched' | 'resolution' | 'genre' | 'label')[] {
  return (['unwatched', 'resolution', 'genre', 'label'] as const).filter((name) => view[name] !== undefined);
}

export function useLibraryView() {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback(
    (next: Change) =>
      setParams((was) => writeView({ ...readView(was), ...next } as LibraryView), { replace: true }),
    [setParams],
  );
  return { view, change };
}
