/** A glyph and where the pen goes for and after it, in 26.6 pixels (64 to a pixel). */
export interface LaidGlyph {
  glyph: number;
  xOffset: number;
  yOffset: number;
  xAdvance: number;
  yAdvance: number;
}

/** A glyph as HarfBuzz gives it, with the character that it began with. */
export interface ShapedGlyph extends LaidGlyph {
  character: number;
}

/** The nearest whole pixel. */
export function pixel(position: number): number {
  return (position + 32) >> 6;
}
