import { type LaidGlyph, pixel } from './laid-glyphs.ts';
import type { SizedFace } from './sized-face.ts';

/** One glyph a character, with hinted advances and the font's own kern table: Pillow's layout without Raqm. */
export function layBasic(face: SizedFace, characters: readonly number[]): LaidGlyph[] {
  const laid: LaidGlyph[] = [];
  for (const character of characters) {
    const glyph = face.glyphOf(character);
    const { advance } = face.box(glyph, false);
    const last = laid.at(-1);
    // Pillow adds whole pixels to a position that counts in 64ths; so kerning all but vanishes, and so it does here.
    if (face.hasKerning && last !== undefined && last.glyph !== 0 && glyph !== 0)
      last.xAdvance += pixel(face.kerning(last.glyph, glyph));
    laid.push({ glyph, xOffset: 0, yOffset: 0, xAdvance: advance, yAdvance: 0 });
  }
  return laid;
}
