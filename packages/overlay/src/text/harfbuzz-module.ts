import { type CompiledWasm, instantiate, WasmExit, type WasmMemory } from './web-assembly.ts';

/**
 * What is used of the `harfbuzz.wasm` that npm's harfbuzzjs brings. It is taken without that package's own loader, which
 * picks its file by itself: so it is the same in Node, in a bundle and in a browser's worker, and its memory has a bound.
 */
export interface Harfbuzz {
  readonly memory: WasmMemory;
  readonly __indirect_function_table: { grow(by: number): number; set(index: number, fn: unknown): void };
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(bytes: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_face_create(blob: number, index: number): number;
  hb_font_create(face: number): number;
  hb_font_create_sub_font(font: number): number;
  hb_font_set_scale(font: number, x: number, y: number): void;
  hb_font_set_variations(font: number, variations: number, count: number): void;
  hb_font_set_funcs(font: number, functions: number, data: number, destroy: number): void;
  hb_font_funcs_create(): number;
  hb_font_funcs_set_glyph_h_advance_func(functions: number, fn: number, data: number, destroy: number): void;
  hb_font_funcs_set_nominal_glyph_func(functions: number, fn: number, data: number, destroy: number): void;
  hb_buffer_create(): number;
  hb_buffer_reset(buffer: number): void;
  hb_buffer_add_codepoints(
    buffer: number,
    text: number,
    textLength: number,
    start: number,
    length: number,
  ): void;
  hb_buffer_set_script(buffer: number, script: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_set_flags(buffer: number, flags: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
}

const MAX_MEMORY_BYTES = 256 * 1024 * 1024;
const PAGE = 65_536;

export function startHarfbuzz(code: CompiledWasm): Harfbuzz {
  const giveUp = () => {
    throw new WasmExit();
  };
  const grow = (wanted: number) => {
    if (wanted >>> 0 > MAX_MEMORY_BYTES) return 0;
    const missing = (wanted >>> 0) - started.memory.buffer.byteLength;
    if (missing > 0) started.memory.grow(Math.ceil(missing / PAGE));
    return 1;
  };
  const started = instantiate(code, {
    wasi_snapshot_preview1: { proc_exit: giveUp },
    env: {
      _abort_js: giveUp,
      _emscripten_runtime_keepalive_clear: () => {},
      _setitimer_js: () => 0,
      emscripten_resize_heap: grow,
    },
  }) as Harfbuzz & { __wasm_call_ctors(): void };
  started.__wasm_call_ctors();
  return started;
}

/** A four-letter tag as HarfBuzz numbers it. */
export function tagOf(letters: string): number {
  return [...letters].reduce((tag, letter) => (tag << 8) | letter.charCodeAt(0), 0);
}
