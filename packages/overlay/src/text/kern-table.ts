import type { Freetype } from './freetype-module.ts';
import type { ShapedGlyph } from './laid-glyphs.ts';

/** Kerns shaped glyphs of one run at a size (26.6), from left to right. */
export type Kern = (glyphs: readonly ShapedGlyph[], characters: readonly number[], size: number) => void;

const MARK = /^\p{Mn}$/u;

/**
 * Fonts that kern by the old table only: a full HarfBuzz does this itself, npm's small one leaves it out. Null for others. Half of
 * a distance goes to either glyph, as there.
 */
export function kernTable(ft: Freetype, face: number): Kern | null {
  if (ft.face_has_kerning(face) === 0 || ft.positions_kerning(face) !== 0) return null;
  const unitsPerEm = ft.units_per_em(face);
  return (glyphs, characters, size) => {
    const factor = Math.floor((size * 65_536) / unitsPerEm);
    let left: ShapedGlyph | null = null;
    for (const right of glyphs) {
      if (MARK.test(String.fromCodePoint(characters[right.character] ?? 0))) continue;
      if (left !== null)
        moveApart(left, right, scaled(ft.kerning_units(face, left.glyph, right.glyph), factor));
      left = right;
    }
  };
}

function scaled(units: number, factor: number): number {
  return Math.floor((units * factor + 32_768) / 65_536);
}

function moveApart(left: ShapedGlyph, right: ShapedGlyph, distance: number): void {
  const first = distance >> 1;
  const second = distance - first;
  left.xAdvance += first;
  right.xAdvance += second;
  right.xOffset += second;
}
