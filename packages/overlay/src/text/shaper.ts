import type { Harfbuzz } from './harfbuzz-module.ts';
import type { Kern } from './kern-table.ts';
import type { ShapedGlyph } from './laid-glyphs.ts';
import type { SizedFace } from './sized-face.ts';

const READ_ONLY = 1;
const LEFT_TO_RIGHT = 4;
const RIGHT_TO_LEFT = 5;
const BEGINS_AND_ENDS_TEXT = 3;
const GLYPH_BYTES = 20;
const VARIATION_BYTES = 8;

export interface Axis {
  tag: number;
  /** 16.16 */
  position: number;
}

/** Shapes with one font in one style, at the size that is set in FreeType. */
export interface Shaper {
  at(size: number): SizedFace['shape'];
}

/** What every font of an instance shares. */
export interface ShaperParts {
  hb: Harfbuzz;
  /** Advances and character maps come from FreeType, as in Pillow, where HarfBuzz asks it. */
  functions: number;
  buffer: number;
}

/** The functions go from one module into the other's table: no JavaScript lies between them. */
export function shaperParts(
  hb: Harfbuzz,
  asked: { shaping_advance: unknown; shaping_glyph: unknown },
): ShaperParts {
  const first = hb.__indirect_function_table.grow(2);
  hb.__indirect_function_table.set(first, asked.shaping_advance);
  hb.__indirect_function_table.set(first + 1, asked.shaping_glyph);
  const functions = hb.hb_font_funcs_create();
  hb.hb_font_funcs_set_glyph_h_advance_func(functions, first, 0, 0);
  hb.hb_font_funcs_set_nominal_glyph_func(functions, first + 1, 0, 0);
  return { hb, functions, buffer: hb.hb_buffer_create() };
}

/** A font's bytes in HarfBuzz' own memory. */
export function shaperFace(hb: Harfbuzz, bytes: Uint8Array): number {
  const copy = hb.malloc(bytes.length);
  if (copy === 0) throw new RangeError('HarfBuzz has no memory left for this font');
  new Uint8Array(hb.memory.buffer).set(bytes, copy);
  return hb.hb_face_create(hb.hb_blob_create(copy, bytes.length, READ_ONLY, 0, 0), 0);
}

export interface ShapedFont {
  /** HarfBuzz' face. */
  face: number;
  /** FreeType's, which answers for the font. */
  freetypeFace: number;
  axes: readonly Axis[];
  kern: Kern | null;
}

export function createShaper(
  { hb, functions, buffer }: ShaperParts,
  { face, freetypeFace, axes, kern }: ShapedFont,
): Shaper {
  const plain = hb.hb_font_create(face);
  if (axes.length > 0) setVariations(hb, plain, axes);
  const font = hb.hb_font_create_sub_font(plain);
  hb.hb_font_set_funcs(font, functions, freetypeFace, 0);
  return {
    at: (size) => (characters, run) => {
      hb.hb_font_set_scale(plain, size, size);
      hb.hb_font_set_scale(font, size, size);
      hb.hb_buffer_reset(buffer);
      const text = hb.malloc(characters.length * 4);
      new Uint32Array(hb.memory.buffer, text, characters.length).set(characters);
      hb.hb_buffer_add_codepoints(buffer, text, characters.length, run.start, run.length);
      hb.free(text);
      hb.hb_buffer_set_script(buffer, run.script);
      hb.hb_buffer_set_direction(buffer, run.rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT);
      hb.hb_buffer_set_flags(buffer, BEGINS_AND_ENDS_TEXT);
      hb.hb_shape(font, buffer, 0, 0);
      const glyphs = readGlyphs(hb, buffer);
      kern?.(glyphs, characters, size);
      return glyphs;
    },
  };
}

function setVariations(hb: Harfbuzz, font: number, axes: readonly Axis[]): void {
  const list = hb.malloc(axes.length * VARIATION_BYTES);
  const view = new DataView(hb.memory.buffer, list);
  for (const [at, { tag, position }] of axes.entries()) {
    view.setUint32(at * VARIATION_BYTES, tag, true);
    view.setFloat32(at * VARIATION_BYTES + 4, position / 65_536, true);
  }
  hb.hb_font_set_variations(font, list, axes.length);
  hb.free(list);
}

function readGlyphs(hb: Harfbuzz, buffer: number): ShapedGlyph[] {
  const count = hb.hb_buffer_get_length(buffer);
  const infos = hb.hb_buffer_get_glyph_infos(buffer, 0);
  const positions = hb.hb_buffer_get_glyph_positions(buffer, 0);
  const view = new DataView(hb.memory.buffer);
  return Array.from({ length: count }, (_, at) => {
    const position = positions + at * GLYPH_BYTES;
    return {
      glyph: view.getUint32(infos + at * GLYPH_BYTES, true),
      character: view.getUint32(infos + at * GLYPH_BYTES + 8, true),
      xAdvance: view.getInt32(position, true),
      yAdvance: view.getInt32(position + 4, true),
      xOffset: view.getInt32(position + 8, true),
      yOffset: view.getInt32(position + 12, true),
    };
  });
}
