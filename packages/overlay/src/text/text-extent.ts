import { type LaidGlyph, pixel } from './laid-glyphs.ts';
import type { SizedFace } from './sized-face.ts';

/** In pixels from the pen's start, y upwards. */
export interface Extent {
  xMin: number;
  yMin: number;
  xMax: number;
  yMax: number;
}

/** Covers the glyphs' boxes and the way of the pen, so the start is always inside. */
export function extentOf(face: SizedFace, glyphs: readonly LaidGlyph[], stroked: boolean): Extent {
  const extent = { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };
  let pen = 0;
  for (const { glyph, xOffset, yOffset, xAdvance } of glyphs) {
    const x = pixel(pen + xOffset);
    const y = pixel(yOffset);
    pen += xAdvance;
    const box = face.box(glyph, stroked);
    extent.xMax = Math.max(extent.xMax, pixel(pen), box.xMax + x);
    extent.xMin = Math.min(extent.xMin, box.xMin + x);
    extent.yMax = Math.max(extent.yMax, box.yMax + y);
    extent.yMin = Math.min(extent.yMin, box.yMin + y);
  }
  return extent;
}
