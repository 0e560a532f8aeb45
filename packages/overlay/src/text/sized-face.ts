import type { Mask } from '../pixels/raster.ts';
import { type Freetype, readFacts } from './freetype-module.ts';
import type { LaidGlyph } from './laid-glyphs.ts';
import type { TextRun } from './text-runs.ts';

/** A glyph's advance (26.6) and its box in whole pixels, y upwards. */
export interface GlyphBox {
  advance: number;
  xMin: number;
  yMin: number;
  xMax: number;
  yMax: number;
}

/** A glyph's ink; `top` is the distance of its first row above the baseline. */
export interface GlyphInk extends Mask {
  left: number;
  top: number;
}

/** A font at a size and in a style, ready to ask. */
export interface SizedFace {
  readonly hasKerning: boolean;
  glyphOf(character: number): number;
  kerning(left: number, right: number): number;
  /** `stroked`: as it is loaded for a stroke, when drawn bitmaps inside of the font do not count. */
  box(glyph: number, stroked: boolean): GlyphBox;
  ink(glyph: number, stroked: boolean): GlyphInk;
  /** The ink of the glyph with its outline, whose radius is in 26.6. */
  strokedInk(glyph: number, radius: number): GlyphInk;
  shape(characters: readonly number[], run: TextRun): LaidGlyph[];
}

/** FreeType refuses a glyph: Pillow would fail here too. */
export class GlyphError extends Error {
  constructor(glyph: number, error: number) {
    super(`glyph ${glyph} cannot be drawn (FreeType says ${error})`);
    this.name = 'GlyphError';
  }
}

/** Bytes of ink that a face at a size keeps; one picture larger than a tenth of it is not kept. */
const KEPT_INK_BYTES = 1_000_000;

interface Opened {
  face: number;
  size: number;
  shape: SizedFace['shape'];
}

export function sizedFace(ft: Freetype, { face, size, shape }: Opened): SizedFace {
  const boxes = new Map<string, GlyphBox>();
  const glyphs = new Map<number, number>();
  const inks = new Map<string, GlyphInk>();
  let inkBytes = 0;

  function ask(glyph: number, question: () => number): void {
    ft.size_use(size);
    const error = question();
    if (error !== 0) throw new GlyphError(glyph, error);
  }

  function remembered(key: string, glyph: number, question: () => number): GlyphInk {
    const known = inks.get(key);
    if (known !== undefined) return known;
    ask(glyph, question);
    const ink = copyInk(ft);
    if (ink.data.length <= KEPT_INK_BYTES / 10) {
      if (inkBytes > KEPT_INK_BYTES) {
        inks.clear();
        inkBytes = 0;
      }
      inks.set(key, ink);
      inkBytes += ink.data.length;
    }
    return ink;
  }

  return {
    hasKerning: ft.face_has_kerning(face) !== 0,
    glyphOf(character) {
      const known = glyphs.get(character);
      if (known !== undefined) return known;
      const glyph = ft.glyph_of(face, character);
      glyphs.set(character, glyph);
      return glyph;
    },
    kerning(left, right) {
      ft.size_use(size);
      return ft.kerning(face, left, right);
    },
    box(glyph, stroked) {
      const key = `${glyph} ${stroked}`;
      const known = boxes.get(key);
      if (known !== undefined) return known;
      ask(glyph, () => ft.glyph_measure(face, glyph, Number(stroked)));
      const { advance, xMin, yMin, xMax, yMax } = readFacts(ft);
      const box = { advance, xMin, yMin, xMax, yMax };
      boxes.set(key, box);
      return box;
    },
    ink: (glyph, stroked) =>
      remembered(`${glyph} ${stroked}`, glyph, () => ft.glyph_render(face, glyph, Number(stroked))),
    strokedInk: (glyph, radius) =>
      remembered(`${glyph} ${radius}`, glyph, () => ft.glyph_stroke(face, glyph, radius)),
    shape(characters, run) {
      ft.size_use(size);
      return shape(characters, run);
    },
  };
}

function copyInk(ft: Freetype): GlyphInk {
  const { left, top, width, rows, pitch, pixels } = readFacts(ft);
  const data = new Uint8Array(width * rows);
  if (pixels === 0) return { left, top, width: 0, height: 0, data: new Uint8Array(0) };
  const from = new Uint8Array(ft.memory.buffer);
  for (let row = 0; row < rows; row++) {
    const start = pixels + row * pitch;
    data.set(from.subarray(start, start + width), row * width);
  }
  return { left, top, width, height: rows, data };
}
