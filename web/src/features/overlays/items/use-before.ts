import type { OverlaySet } from '@marquee/contracts';
import { skipToken } from '@reduxjs/toolkit/query';
import { useMemo } from 'react';
import { useOverlayItemsQuery } from '../../../api/overlays.ts';
import type { Before } from '../stage/stage-props.ts';

/** What the saved text draws on an item, also with layers that are deleted or renamed by now. */
export function useBefore(itemId: string | null, text: string, set: OverlaySet): Before | null {
  const { currentData } = useOverlayItemsQuery(
    itemId === null ? skipToken : { body: { itemIds: [itemId], files: [text] } },
  );
  return useMemo(() => {
    if (itemId === null) return null;
    const verdicts = new Map(currentData?.[0]?.matches[0]?.map(({ mapping, verdict }) => [mapping, verdict]));
    // Until it is known: what nobody has matched yet is assumed to match, as on the stage.
    const matching = set.definitions.filter(({ mapping }) => verdicts.get(mapping) !== 'not');
    return { set, matched: new Set(matching.map(({ key }) => key)) };
  }, [itemId, currentData, set]);
}
