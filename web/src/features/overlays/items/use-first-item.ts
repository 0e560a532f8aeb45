import type { ItemKind, OverlayEntry } from '@marquee/contracts';
import { skipToken } from '@reduxjs/toolkit/query';
import { useFewQuery, useLibrariesQuery } from '../../../api/libraries.ts';
import { useOverlayItemsQuery } from '../../../api/overlays.ts';
import { libraryKindOf } from './library-kind.ts';

const CANDIDATES = 24;

/** Where nobody has chosen an item: among a few, the one on which most of these overlays are to be seen. */
export function useFirstItem(text: string, entries: readonly OverlayEntry[], needed: boolean) {
  const level = entries[0]?.level ?? 'movie';
  const kind: ItemKind = level;
  const { data: libraries } = useLibrariesQuery();
  const library = libraries?.find((one) => one.kind === libraryKindOf[level]) ?? libraries?.[0];
  const own = library?.kind === libraryKindOf[level];
  const { data: few } = useFewQuery(
    needed && library
      ? { libraryIds: [library.id], sort: '-added', limit: CANDIDATES, ...(own && { kind }) }
      : skipToken,
  );
  const ids = few?.map(({ id }) => id) ?? [];
  const { data: candidates, isError } = useOverlayItemsQuery(
    ids.length > 0 ? { body: { itemIds: ids, files: [text] } } : skipToken,
  );
  if (!needed) return null;
  if (isError) return ids[0] ?? null;
  if (!candidates) return null;
  const fit = (item: (typeof candidates)[number]) =>
    item.matches[0]?.filter(({ verdict }) => verdict === 'matches').length ?? 0;
  const best = candidates.toSorted((one, other) => fit(other) - fit(one))[0];
  return best?.itemId ?? ids[0] ?? null;
}
