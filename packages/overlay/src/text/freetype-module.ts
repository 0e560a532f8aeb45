import type { Harfbuzz } from './harfbuzz-module.ts';
import { type CompiledWasm, instantiate, type WasmMemory } from './web-assembly.ts';

/** What `freetype/shim.c` exports. Faces and sizes are pointers; 0 is none. Other results are FreeType's error codes. */
export interface Freetype {
  readonly memory: WasmMemory;
  facts(): number;
  take(size: number): number;
  give(pointer: number): void;
  face_open(bytes: number, length: number): number;
  face_close(face: number): void;
  face_family(face: number): number;
  face_style(face: number): number;
  face_has_kerning(face: number): number;
  style_count(face: number): number;
  style_name(face: number, style: number): number;
  style_set(face: number, number: number): number;
  axis_count(face: number): number;
  axis_tag(face: number, axis: number): number;
  axis_position(face: number, axis: number): number;
  size_open(face: number, size: number): number;
  size_use(size: number): number;
  glyph_of(face: number, character: number): number;
  kerning(face: number, left: number, right: number): number;
  kerning_units(face: number, left: number, right: number): number;
  units_per_em(face: number): number;
  positions_kerning(face: number): number;
  glyph_measure(face: number, glyph: number, stroked: number): number;
  glyph_render(face: number, glyph: number, stroked: number): number;
  glyph_stroke(face: number, glyph: number, radius: number): number;
  shaping_advance: (...values: number[]) => number;
  shaping_glyph: (...values: number[]) => number;
}

/** The shim's `found`, in its order. */
export interface Facts {
  advance: number;
  xMin: number;
  yMin: number;
  xMax: number;
  yMax: number;
  left: number;
  top: number;
  width: number;
  rows: number;
  pitch: number;
  pixels: number;
  textLength: number;
}

/** What the module may call: HarfBuzz' own functions, and a way between its memory and theirs. */
export function startFreetype(code: CompiledWasm, hb: Harfbuzz, faceOf: (bytes: number) => number): Freetype {
  const started = instantiate(code, {
    harfbuzz: {
      ...hb,
      store: (pointer: number, value: number) =>
        new DataView(hb.memory.buffer).setUint32(pointer, value, true),
      bring: (to: number, from: number, length: number) => copy(hb.memory, from, started.memory, to, length),
      hand: (to: number, from: number, length: number) => copy(started.memory, from, hb.memory, to, length),
      face_of: faceOf,
    },
  }) as Freetype & { _initialize(): void; start(): number };
  started._initialize();
  if (started.start() !== 0) throw new Error('FreeType could not be started');
  return started;
}

function copy(source: WasmMemory, from: number, target: WasmMemory, to: number, length: number): void {
  new Uint8Array(target.buffer, to, length).set(new Uint8Array(source.buffer, from, length));
}

export function readFacts({ memory, facts }: Freetype): Facts {
  const at = new Int32Array(memory.buffer, facts(), 12);
  const value = (index: number) => at[index] ?? 0;
  return {
    advance: value(0),
    xMin: value(1),
    yMin: value(2),
    xMax: value(3),
    yMax: value(4),
    left: value(5),
    top: value(6),
    width: value(7),
    rows: value(8),
    pitch: value(9),
    pixels: value(10) >>> 0,
    textLength: value(11),
  };
}
