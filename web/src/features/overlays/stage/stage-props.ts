import type { ItemAccount, OverlayItem, OverlaySet, TextLayout } from '@marquee/contracts';
import type { PlaceChange } from '../../../engine/placing.ts';

export type { PlaceChange };

/** One pinned item, with the keys of the definitions that find it. */
export interface StageItem {
  item: OverlayItem;
  matched: ReadonlySet<string>;
  assumed: ReadonlySet<string>;
}

/** What is saved, with the keys of those of its definitions that find the item. */
export interface Before {
  set: OverlaySet;
  matched: ReadonlySet<string>;
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
  /**
   * `moving` while a drag lasts, `done` once at its end with a name for the undo list; no changes: all is as it was.
   */
  onPlace(changes: readonly PlaceChange[], phase: 'moving' | 'done', name: string): void;
  /** Copies of these are wanted, placed so; what is copied stays as it is. */
  onCopy(changes: readonly PlaceChange[]): void;
  /** The account of the last draw. */
  onAccount(itemId: string, account: ItemAccount): void;
  layout: TextLayout;
  /** What the wipe compares with; null where nothing is unsaved: then it is the poster without overlays. */
  before: Before | null;
}
