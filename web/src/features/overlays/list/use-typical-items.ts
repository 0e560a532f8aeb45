import type { OverlayEntry, OverlayFile, OverlayLevel } from '@marquee/contracts';
import { skipToken } from '@reduxjs/toolkit/query';
import { useCallback, useMemo } from 'react';
import { useFewQuery, useLibrariesQuery } from '../../../api/libraries.ts';
import { libraryKindOf } from '../items/library-kind.ts';

const FEW = 12;
const none: readonly string[] = [];

/** Items of each level to draw the pictures of the list on: one after the other, so that not all cards look alike. */
export function useTypicalItems(
  files: readonly OverlayFile[],
): (entry: OverlayEntry, place: number) => string | null {
  const levels = new Set(files.flatMap(({ entries }) => entries.map(({ level }) => level)));
  const of = (level: OverlayLevel) => (levels.has(level) ? level : null);
  const movie = useFewOf(of('movie'));
  const show = useFewOf(of('show'));
  const season = useFewOf(of('season'));
  const episode = useFewOf(of('episode'));
  const artist = useFewOf(of('artist'));
  const album = useFewOf(of('album'));
  return useCallback(
    ({ level }, place) => {
      const items = { movie, show, season, episode, artist, album }[level];
      return items[place % Math.max(1, items.length)] ?? null;
    },
    [movie, show, season, episode, artist, album],
  );
}

function useFewOf(level: OverlayLevel | null): readonly string[] {
  const { data: libraries } = useLibrariesQuery();
  const library = level && libraries?.find(({ kind }) => kind === libraryKindOf[level]);
  const { data } = useFewQuery(
    level && library ? { libraryIds: [library.id], sort: '-rating', limit: FEW, kind: level } : skipToken,
  );
  return useMemo(() => data?.map(({ id }) => id) ?? none, [data]);
}
