import type { CollectionSummary, ItemSummary } from '@marquee/contracts';
import type { Selection } from './use-selection.ts';

export interface ListProps {
  collections: readonly CollectionSummary[];
  posterOf(one: CollectionSummary): ItemSummary | undefined;
  /** Null for those who may only look. */
  selection: Selection | null;
  /** What covers the top of the screen besides the top bar, px. */
  covered: number;
}

export interface EntryProps {
  one: CollectionSummary;
  poster: ItemSummary | undefined;
  index: number;
  tabIndex: 0 | -1;
  /** Null for those who may only look. */
  chosen: boolean | null;
  onToggle(id: string, to: boolean): void;
}

export const nothingToggles = (): void => undefined;
