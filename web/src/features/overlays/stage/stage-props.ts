import type { ItemAccount, OverlayItem, OverlaySet, TextLayout } from '@marquee/contracts';
import type { PlaceChange } from '../../../engine/placing.ts';

export type { PlaceChange };

/** One pinned item, with the keys of the definitions that find it. */
export interface StageItem {
  item: OverlayItem;
  matched: ReadonlySet<string>;
  assumed: ReadonlySet<string>;
}

export interface StageProps {
  set: OverlaySet;
  items: readonly StageItem[];
  activeItemId: string;
  onActivate(itemId: string): void;
  /** Keys that the layers panel has switched off, or locked. */
  hidden: ReadonlySet<string>;
  locked: ReadonlySet<string>;
  selection: readonly string[];
  onSelect(keys: readonly string[], how: 'replace' | 'toggle'): void;
  /** `moving` while a drag lasts, `done` once at its end with a name for the undo list. */
  onPlace(changes: readonly PlaceChange[], phase: 'moving' | 'done', name: string): void;
  /** The account of the last draw. */
  onAccount(itemId: string, account: ItemAccount): void;
  layout: TextLayout;
  /** The saved set, for the wipe; null: the poster without overlays. */
  before: OverlaySet | null;
}
