import { type LaidGlyph, pixel } from './laid-glyphs.ts';
import type { GlyphBox, GlyphInk, SizedFace } from './sized-face.ts';
import type { PlacedMask } from './text-engine.ts';
import { extentOf } from './text-extent.ts';

/** No poster is larger; what lies beyond is not drawn. */
const MAX_WIDTH = 16_384;
const MAX_HEIGHT = 8_192;

/** The ink of laid glyphs, relative to the point that text with anchor "lt" is drawn at. */
export function maskOf(face: SizedFace, glyphs: readonly LaidGlyph[], strokeWidth: number): PlacedMask {
  const stroked = strokeWidth > 0;
  const { xMin, yMin, xMax, yMax } = extentOf(face, glyphs, stroked);
  const grown = Math.ceil(strokeWidth * 2);
  const width = Math.min(xMax - xMin + grown, MAX_WIDTH);
  const height = Math.min(yMax - yMin + grown, MAX_HEIGHT);
  const mask: PlacedMask = {
    left: roundAway(xMin - strokeWidth),
    top: roundAway(-strokeWidth),
    width,
    height,
    data: new Uint8Array(width * height),
  };
  if (mask.data.length === 0) return mask;
  const origin = originOf(face, glyphs, stroked);
  let x = roundAway((strokeWidth - origin.x) * 64);
  let y = roundAway((-origin.y - strokeWidth) * 64);
  const radius = roundAway(strokeWidth * 64);
  for (const { glyph, xOffset, yOffset, xAdvance, yAdvance } of glyphs) {
    const ink = stroked ? face.strokedInk(glyph, radius) : face.ink(glyph, false);
    addInk(mask, ink, pixel(x + xOffset) + ink.left, -(pixel(y + yOffset) + ink.top));
    x += xAdvance;
    y += yAdvance;
  }
  return mask;
}

/** Where the leftmost and the topmost ink begin, as it is when nothing is stroked. */
function originOf(face: SizedFace, glyphs: readonly LaidGlyph[], stroked: boolean): { x: number; y: number } {
  const origin = { x: 0, y: 0 };
  let [x, y] = [0, 0];
  for (const { glyph, xOffset, yOffset, xAdvance, yAdvance } of glyphs) {
    const { left, top } = stroked ? cornerOf(face.box(glyph, true)) : face.ink(glyph, false);
    origin.x = Math.min(origin.x, left + pixel(x + xOffset));
    origin.y = Math.max(origin.y, top + pixel(y + yOffset));
    x += xAdvance;
    y += yAdvance;
  }
  return origin;
}

/** An outline's ink begins where its box does, so it need not be drawn to be placed. */
function cornerOf({ xMin, yMax }: GlyphBox): { left: number; top: number } {
  return { left: xMin, top: yMax };
}

/** Where two glyphs overlap, their coverages join as if they were independent of each other. */
function addInk(mask: PlacedMask, ink: GlyphInk, left: number, top: number): void {
  const from = Math.max(0, -left);
  const to = Math.min(ink.width, mask.width - left);
  for (let row = Math.max(0, -top); row < Math.min(ink.height, mask.height - top); row++) {
    const source = row * ink.width;
    const target = (top + row) * mask.width + left;
    for (let column = from; column < to; column++) {
      const coverage = ink.data[source + column] ?? 0;
      if (coverage === 0) continue;
      const product = (mask.data[target + column] ?? 0) * (255 - coverage) + 128;
      mask.data[target + column] = coverage + ((product + (product >> 8)) >> 8);
    }
  }
}

/** Halves go away from zero. */
function roundAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value)) + 0;
}
