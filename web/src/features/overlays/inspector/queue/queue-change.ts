import type { OverlayEdit } from '@marquee/contracts';

/** One step of changing a queue: what it is called after, and which ones in a row are one. */
export type ChangeQueue = (what: string, edits: readonly OverlayEdit[], merge?: string) => void;
