import type { OverlayEdit, OverlaySet } from '@marquee/contracts';
import type { PlaceChange } from '../stage/stage-props.ts';

/** What a drag or a nudge ended with, as edits of the text. */
export function placeEdits(set: OverlaySet, changes: readonly PlaceChange[]): OverlayEdit[] {
  const mappings = new Map(set.definitions.map(({ key, mapping }) => [key, mapping]));
  return changes.flatMap(({ key, ...attributes }) => {
    const mapping = mappings.get(key);
    if (mapping === undefined) return [];
    return Object.entries(attributes).flatMap(([attribute, value]): OverlayEdit[] =>
      value === undefined ? [] : [{ kind: 'set', mapping, attribute, value }],
    );
  });
}
