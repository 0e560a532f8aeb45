import {
  type CompiledWasm,
  compile,
  instantiate,
  type WasmCode,
  type WasmMemory,
} from '../text/web-assembly.ts';

/** What `native/pixels.c` exports; numbers are places in its memory, counts and sizes. */
interface SimdCalls {
  across(
    source: number,
    rows: number,
    from: number,
    target: number,
    width: number,
    bands: number,
    ...weights: readonly [number, number, number, number]
  ): void;
  down(
    source: number,
    row: number,
    target: number,
    height: number,
    ...weights: readonly [number, number, number, number]
  ): void;
  paste(under: number, over: number, count: number): void;
  premultiply(pixels: number, count: number): void;
  unpremultiply(pixels: number, count: number): void;
  blur_across(
    pixels: number,
    width: number,
    height: number,
    radius: number,
    inside: number,
    ends: number,
    lines: number,
  ): void;
  blur_down(
    source: number,
    target: number,
    row: number,
    height: number,
    radius: number,
    inside: number,
    ends: number,
    sums: number,
  ): void;
}

interface SimdExports extends SimdCalls {
  memory: WasmMemory;
  __heap_base: { value: number };
}

export interface SimdModule {
  readonly calls: SimdCalls;
  /** Places for buffers of these sizes, each with slack behind it. Earlier places are void. */
  layOut<Name extends string>(sizes: Record<Name, number>): Record<Name, number>;
  /** Until the next `layOut`. */
  memory(): Uint8Array;
  write(place: number, bytes: Uint8Array): void;
  /** A copy. */
  read(place: number, length: number): Uint8Array;
  /** Gives memory back after a large picture. */
  tidy(): void;
}

const PAGE = 65_536;
const SLACK = 64;
const KEPT_BYTES = 48 * 1024 * 1024;

export function openSimdModule(wasm: WasmCode): SimdModule {
  const module = compile(wasm);
  let exports = start(module);
  const memory = () => new Uint8Array(exports.memory.buffer);
  return {
    get calls() {
      return exports;
    },
    layOut<Name extends string>(sizes: Record<Name, number>) {
      let top = exports.__heap_base.value;
      const places: Record<string, number> = {};
      for (const [name, size] of Object.entries<number>(sizes)) {
        top = Math.ceil(top / 16) * 16;
        places[name] = top;
        top += size + SLACK;
      }
      const missing = top - exports.memory.buffer.byteLength;
      if (missing > 0) exports.memory.grow(Math.ceil(missing / PAGE));
      return places as Record<Name, number>;
    },
    memory,
    write: (place, bytes) => memory().set(bytes, place),
    read: (place, length) => memory().slice(place, place + length),
    tidy() {
      // Its memory can only grow; another instance begins small.
      if (exports.memory.buffer.byteLength > KEPT_BYTES) exports = start(module);
    },
  };
}

function start(module: CompiledWasm): SimdExports {
  const exports = instantiate(module, {}) as Partial<SimdExports>;
  if (exports.memory === undefined || exports.across === undefined)
    throw new TypeError('This is not the module of native/pixels.c');
  return exports as SimdExports;
}
