import type { OverlayEntry, OverlayItem } from '@marquee/contracts';
import { skipToken } from '@reduxjs/toolkit/query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useOverlayItemsQuery } from '../../../api/overlays.ts';
import type { StageItem } from '../stage/stage-props.ts';

const PAUSE_MS = 600;

/** The items on the stage, with what each definition of the text finds on them. */
export function useStageItems(itemIds: readonly string[], text: string, entries: readonly OverlayEntry[]) {
  const asked = useSettled(text);
  const ids = useMemo(() => [...new Set(itemIds)], [itemIds]);
  const { data, error, isFetching, refetch } = useOverlayItemsQuery(
    ids.length > 0 ? { body: { itemIds: ids, files: [asked] } } : skipToken,
  );
  const items = useMemo(
    () =>
      ids.flatMap((id): StageItem[] => {
        const item = data?.find(({ itemId }) => itemId === id);
        return item ? [stageItem(item, entries)] : [];
      }),
    [ids, data, entries],
  );
  return { items, error, isFetching, refetch };
}

/** A definition that is so new that nobody has matched it yet is assumed to match. */
function stageItem(item: OverlayItem, entries: readonly OverlayEntry[]): StageItem {
  const verdicts = new Map(item.matches[0]?.map(({ mapping, verdict }) => [mapping, verdict]));
  const keys = (wanted: (verdict: string) => boolean) =>
    new Set(
      entries
        .filter(({ mapping }) => wanted(verdicts.get(mapping) ?? 'assumed'))
        .map(({ mapping, definition }) => definition?.key ?? mapping),
    );
  return {
    item,
    matched: keys((verdict) => verdict !== 'not'),
    assumed: keys((verdict) => verdict === 'assumed'),
  };
}

/** The text as it stands after a pause; the first one at once. */
function useSettled(text: string, pause = PAUSE_MS): string {
  const [settled, setSettled] = useState(text);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return settled;
}
