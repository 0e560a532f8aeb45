import type { ItemAccount, OverlayFacts, OverlaySet, TextLayout } from '@marquee/contracts';
import type { PlaceChange } from './placing.ts';

/** One item to draw on, as it travels: bytes are named, and were sent before. */
export interface SentScene {
  base: string;
  /** Number of a set that was sent before. */
  set: number;
  changes: readonly PlaceChange[];
  matched: readonly string[];
  assumed: readonly string[];
  facts: OverlayFacts;
  sampled: readonly string[];
  layout: TextLayout;
  /** Names of sent fonts by the reference in a definition; the default font by an empty one. */
  fonts: Readonly<Record<string, string>>;
  /** Names of sent pictures by `from:value`. */
  images: Readonly<Record<string, string>>;
}

/** `part`: the pixels that changed since the last draw of this view. `small`: the whole, made smaller. */
export type Wanted = { kind: 'part' } | { kind: 'small'; width: number };

export type ToWorker =
  | { kind: 'font'; name: string; bytes: ArrayBuffer }
  | { kind: 'image'; name: string; png: ArrayBuffer }
  | { kind: 'base'; name: string; width: number; height: number; rgb: ArrayBuffer }
  | { kind: 'forget-base'; name: string }
  | { kind: 'set'; number: number; set: OverlaySet }
  | { kind: 'forget-set'; number: number }
  | { kind: 'draw'; ticket: number; view: string; scene: SentScene; wanted: Wanted }
  | { kind: 'close'; view: string };

/** Opaque RGBA, to be put where it says. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
  rgba: ArrayBuffer;
}

export interface Drawn {
  account: ItemAccount;
  /** What the part is put on. */
  width: number;
  height: number;
  /** null: nothing changed. */
  part: Part | null;
  workMs: number;
}

export type FromWorker =
  | { kind: 'ready'; pixels: 'plain' | 'simd'; slowBecause: string | null }
  | { kind: 'unable'; message: string }
  | { kind: 'kept'; name: string }
  | { kind: 'refused'; what: 'font' | 'image'; name: string; message: string }
  | { kind: 'drawn'; ticket: number; drawn: Drawn }
  | { kind: 'failed'; ticket: number; message: string };
