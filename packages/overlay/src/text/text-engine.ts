import type { TextLayout } from '@marquee/contracts';
import type { Mask } from '../pixels/raster.ts';

/** A font as a definition means it: the file, the size, and the named style of a variable font. */
export interface FontSpec {
  /** Hash or other name of the bytes given to `addFont`. */
  font: string;
  size: number;
  style: string | null;
}

export interface TextSpec extends FontSpec {
  text: string;
  layout: TextLayout;
}

/** What Pillow's textbbox((0, 0), text, anchor="lt") says, stroke ignored. */
export interface TextBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Ink, relative to the point that the text is drawn at with anchor "lt". */
export interface PlacedMask extends Mask {
  left: number;
  top: number;
}

export interface FontNames {
  family: string;
  style: string;
  /** Named styles of a variable font; empty for others. */
  variations: string[];
}

/** Thrown for fonts that cannot be used; the engine goes on. */
export class FontProblem extends Error {
  readonly code: 'font.unreadable' | 'font.style-unknown' | 'font.too-large';
  constructor(code: FontProblem['code'], message: string) {
    super(message);
    this.name = 'FontProblem';
    this.code = code;
  }
}

/**
 * Text as Pillow 12.2.0 draws it with FreeType 2.14.3. Synchronous, so that a drag can measure and draw within a
 * frame; fonts are added beforehand.
 */
export interface TextEngine {
  /** False for the stand-by that is used where FreeType could not be built. */
  readonly exact: boolean;
  addFont(font: string, bytes: Uint8Array): FontNames;
  hasFont(font: string): boolean;
  measure(spec: TextSpec): TextBox;
  /** The ink of the text; with a stroke, of the stroked text (filled glyph and outline). */
  mask(spec: TextSpec, strokeWidth: number): PlacedMask;
}
