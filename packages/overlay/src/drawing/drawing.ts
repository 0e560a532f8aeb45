import type { ItemAccount, OverlayFacts, OverlayImageRef, OverlaySet, TextLayout } from '@marquee/contracts';
import type { Pixels } from '../pixels/pixels.ts';
import type { Region, Rgb, Rgba } from '../pixels/raster.ts';
import type { TextEngine } from '../text/text-engine.ts';

/** Pictures and fonts that definitions name, looked up beforehand. */
export interface DrawingAssets {
  /** The name under which the text engine has the font; undefined when there is no such font. `null`: the default. */
  font(reference: string | null): string | undefined;
  /** The picture as RGBA, unscaled; undefined when there is none. The same object for the same picture. */
  image(reference: OverlayImageRef): Rgba | undefined;
}

/** One item to draw on. */
export interface DrawingInput {
  set: OverlaySet;
  /** Keys of the definitions whose builders find the item. */
  matched: ReadonlySet<string>;
  assumed: ReadonlySet<string>;
  facts: OverlayFacts;
  /** Names of ratings in facts that are samples. */
  sampled: readonly string[];
  layout: TextLayout;
  assets: DrawingAssets;
}

export interface Drawing {
  /** The whole canvas. Owned by the caller. */
  rgb: Rgb;
  account: ItemAccount;
}

export interface EngineParts {
  pixels: Pixels;
  text: TextEngine;
  /** Bytes of layers, masks and scaled pictures that are kept for the next draw. */
  cacheBytes?: number;
}

/**
 * Draws as Kometa draws. Keeps layers that come again; holds no state of an item. A base that is not needed any more may
 * be drawn on, which saves a copy.
 */
export interface Engine {
  draw(base: Rgb, input: DrawingInput, use?: { base: 'kept' | 'drawn-on' }): Drawing;
  /** The account only: measures text, touches no pixel. */
  explain(input: DrawingInput): ItemAccount;
  /** For an editor: draws again only what changed. */
  openStage(base: Rgb): Stage;
}

export interface Stage {
  /** The picture after the last update; the same array each time. */
  readonly rgb: Rgb;
  /** Brings `rgb` up to date and says which part of it is new; null when none is. */
  update(input: DrawingInput): { account: ItemAccount; changed: Region | null };
}
