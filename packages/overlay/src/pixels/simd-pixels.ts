import type { WasmCode } from '../text/web-assembly.ts';
import { BLUR_PASSES, boxOfGaussian } from './gaussian.ts';
import { overlap } from './overlap.ts';
import { packedWeights } from './packed-weights.ts';
import type { Pixels } from './pixels.ts';
import { copyOf, pastePlain } from './plain-pixels.ts';
import type { Region, Rgb, Rgba } from './raster.ts';
import { openSimdModule, type SimdModule } from './simd-module.ts';

interface Raster {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Below this, copying to the module and back costs more than it saves. */
const SMALL_PASTE = 4_000;
/** So many bytes of the source at a time are brought to the module. */
const CHUNK = 256 * 1024;
const BLUR_AT_MOST = 1 << 20;

/** The operations in the module that is built from `native/pixels.c`. */
export function simdPixels(wasm: WasmCode): Pixels {
  const simd = openSimdModule(wasm);
  return {
    kind: 'simd',
    resizeRgb(source, width, height) {
      const made = resize(simd, source, width, height, 3);
      simd.tidy();
      return made;
    },
    resizeRgba(source, width, height) {
      const made = resize(simd, source, width, height, 4);
      simd.tidy();
      return made;
    },
    blurRgb(source, radius) {
      if (radius <= 0 || source.data.length === 0) return copyOf(source);
      const made = blur(simd, source, radius);
      simd.tidy();
      return made;
    },
    paste(target, source, x, y, within) {
      const region = overlap(target, source, x, y, within);
      if (region === null) return;
      if (region.width * region.height < SMALL_PASTE) pastePlain(target, source, x, y, within);
      else paste(simd, target, source, { x, y, region });
    },
  };
}

function resize(simd: SimdModule, source: Raster, width: number, height: number, bands: 3 | 4): Raster {
  if (source.width === width && source.height === height) return copyOf(source);
  const row = width * bands;
  const across = source.width === width ? null : packedWeights(source.width, width, 4);
  const down = source.height === height ? null : packedWeights(source.height, height, 2);
  const sourceRow = source.width * bands;
  const rows = Math.max(2, Math.floor(CHUNK / sourceRow));
  const places = simd.layOut({
    across: across?.bytes ?? 0,
    down: down?.bytes ?? 0,
    chunk: across === null ? 0 : Math.min(rows, source.height) * sourceRow,
    between: row * (source.height + 1),
    made: down === null ? 0 : row * height,
  });
  if (across === null) {
    simd.write(places.between, source.data);
    if (bands === 4) simd.calls.premultiply(places.between, source.width * source.height);
  } else {
    const at = across.write(simd, places.across);
    for (let first = 0; first < source.height; first += rows) {
      const count = Math.min(rows, source.height - first);
      simd.write(places.chunk, source.data.subarray(first * sourceRow, (first + count) * sourceRow));
      if (bands === 4) simd.calls.premultiply(places.chunk, count * source.width);
      const to = places.between + first * row;
      simd.calls.across(places.chunk, count, source.width, to, width, bands, ...at);
    }
  }
  let made = places.between;
  if (down !== null) {
    made = places.made;
    simd.calls.down(places.between, row, made, height, ...down.write(simd, places.down));
  }
  if (bands === 4) simd.calls.unpremultiply(made, width * height);
  return { width, height, data: simd.read(made, row * height) };
}

function blur(simd: SimdModule, source: Rgb, wanted: number): Rgb {
  const { width, height, data } = source;
  // A box that is far larger than any picture: its sums would not fit 32 bits.
  const { radius, inside, ends } = boxOfGaussian(Math.min(wanted, BLUR_AT_MOST));
  const row = width * 3;
  const places = simd.layOut({ one: data.length, other: data.length, work: Math.max(width * 32, row * 4) });
  simd.write(places.one, data);
  simd.calls.blur_across(places.one, width, height, radius, inside, ends, places.work);
  let from = places.one;
  let to = places.other;
  for (let pass = 0; pass < BLUR_PASSES; pass += 1) {
    simd.calls.blur_down(from, to, row, height, radius, inside, ends, places.work);
    [from, to] = [to, from];
  }
  return { width, height, data: simd.read(from, data.length) };
}

interface PasteAt {
  x: number;
  y: number;
  region: Region;
}

/** Brings only the rows and columns that are touched to the module and back. */
function paste(simd: SimdModule, target: Rgb, source: Rgba, { x, y, region }: PasteAt): void {
  const { width, height } = region;
  const places = simd.layOut({ under: width * height * 3, over: width * height * 4 });
  const memory = simd.memory();
  for (let row = 0; row < height; row += 1) {
    const under = ((region.y + row) * target.width + region.x) * 3;
    const over = ((region.y + row - y) * source.width + region.x - x) * 4;
    memory.set(target.data.subarray(under, under + width * 3), places.under + row * width * 3);
    memory.set(source.data.subarray(over, over + width * 4), places.over + row * width * 4);
  }
  simd.calls.paste(places.under, places.over, width * height);
  for (let row = 0; row < height; row += 1) {
    const from = places.under + row * width * 3;
    target.data.set(
      memory.subarray(from, from + width * 3),
      ((region.y + row) * target.width + region.x) * 3,
    );
  }
}
