import { BLUR_PASSES, type BoxBlur, boxOfGaussian } from './gaussian.ts';
import { lanczosWeights, PRECISION } from './lanczos.ts';
import { overlap } from './overlap.ts';
import type { Pixels } from './pixels.ts';
import { premultiply, unpremultiply } from './premultiply.ts';
import type { Region, Rgb, Rgba } from './raster.ts';

/** Taken once: looking up a global for every pixel is slow where scripts run in a world of their own. */
const { max, min } = Math;

interface Raster {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The operations without WebAssembly, for where there is none. */
export function plainPixels(): Pixels {
  return {
    kind: 'plain',
    resizeRgb: (source, width, height) => resize(source, width, height, 3),
    resizeRgba(source, width, height) {
      if (source.width === width && source.height === height) return copyOf(source);
      const ready = copyOf(source);
      premultiply(ready.data);
      const made = resize(ready, width, height, 4);
      unpremultiply(made.data);
      return made;
    },
    blurRgb(source, radius) {
      const made = copyOf(source);
      if (radius <= 0) return made;
      const box = boxOfGaussian(radius);
      const { width, height, data } = made;
      const line = new Uint8Array(Math.max(width, height));
      for (let start = 0; start < height * width * 3; start += width * 3)
        for (let band = 0; band < 3; band += 1) blurLine(data, start + band, 3, width, box, line);
      for (let start = 0; start < width * 3; start += 1) blurLine(data, start, width * 3, height, box, line);
      return made;
    },
    paste: pastePlain,
  };
}

export function copyOf({ width, height, data }: Raster): Raster {
  return { width, height, data: data.slice() };
}

/** Pastes without copying anything anywhere: the way for small pictures. */
export function pastePlain(target: Rgb, source: Rgba, x: number, y: number, within?: Region): void {
  const region = overlap(target, source, x, y, within);
  if (region === null) return;
  const under = target.data;
  const over = source.data;
  for (let row = region.y; row < region.y + region.height; row += 1) {
    let to = (row * target.width + region.x) * 3;
    let from = ((row - y) * source.width + region.x - x) * 4;
    for (const end = from + region.width * 4; from < end; from += 4, to += 3) {
      const alpha = over[from + 3] as number;
      if (alpha === 0) continue;
      const rest = 255 - alpha;
      const red = (under[to] as number) * rest + (over[from] as number) * alpha + 128;
      const green = (under[to + 1] as number) * rest + (over[from + 1] as number) * alpha + 128;
      const blue = (under[to + 2] as number) * rest + (over[from + 2] as number) * alpha + 128;
      under[to] = ((red >> 8) + red) >> 8;
      under[to + 1] = ((green >> 8) + green) >> 8;
      under[to + 2] = ((blue >> 8) + blue) >> 8;
    }
  }
}

/** Across first, then down, eight bits in between, as Pillow does. */
function resize(source: Raster, width: number, height: number, bands: number): Raster {
  const across =
    source.width === width ? source : { width, height: source.height, data: acrossTo(source, width, bands) };
  if (source.height !== height) return { width, height, data: downTo(across, height, bands) };
  return across === source ? copyOf(source) : across;
}

const HALF = 1 << (PRECISION - 1);

function acrossTo({ width: from, height, data }: Raster, width: number, bands: number): Uint8Array {
  const { stride, starts, lengths, weights } = lanczosWeights(from, width);
  const made = new Uint8ClampedArray(width * height * bands);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const first = (y * from + (starts[x] as number)) * bands;
      const end = x * stride + (lengths[x] as number);
      let red = HALF;
      let green = HALF;
      let blue = HALF;
      let alpha = HALF;
      for (let weight = x * stride, pixel = first; weight < end; weight += 1, pixel += bands) {
        const share = weights[weight] as number;
        red += (data[pixel] as number) * share;
        green += (data[pixel + 1] as number) * share;
        blue += (data[pixel + 2] as number) * share;
        if (bands === 4) alpha += (data[pixel + 3] as number) * share;
      }
      made[at] = red >> PRECISION;
      made[at + 1] = green >> PRECISION;
      made[at + 2] = blue >> PRECISION;
      if (bands === 4) made[at + 3] = alpha >> PRECISION;
      at += bands;
    }
  }
  return new Uint8Array(made.buffer);
}

function downTo({ width, height: from, data }: Raster, height: number, bands: number): Uint8Array {
  const { stride, starts, lengths, weights } = lanczosWeights(from, height);
  const row = width * bands;
  const made = new Uint8ClampedArray(row * height);
  const sums = new Int32Array(row);
  for (let y = 0; y < height; y += 1) {
    sums.fill(HALF);
    for (let tap = 0; tap < (lengths[y] as number); tap += 1) {
      const weight = weights[y * stride + tap] as number;
      const start = ((starts[y] as number) + tap) * row;
      for (let x = 0; x < row; x += 1) sums[x] = (sums[x] as number) + (data[start + x] as number) * weight;
    }
    for (let x = 0; x < row; x += 1) made[y * row + x] = (sums[x] as number) >> PRECISION;
  }
  return new Uint8Array(made.buffer);
}

/** Three boxes over one line of one band; beyond the ends the last pixel repeats. */
function blurLine(
  data: Uint8Array,
  start: number,
  step: number,
  count: number,
  box: BoxBlur,
  line: Uint8Array,
) {
  const { radius, inside, ends } = box;
  const last = count - 1;
  for (let pass = 0; pass < BLUR_PASSES; pass += 1) {
    for (let index = 0, at = start; index < count; index += 1, at += step) line[index] = data[at] as number;
    let sum = (line[0] as number) * (radius + 1);
    for (let index = 0; index < min(radius, count); index += 1) sum += line[index] as number;
    sum += (line[last] as number) * max(0, radius - count);
    for (let index = 0, at = start; index < count; index += 1, at += step) {
      const leaving = line[max(0, index - radius - 1)] as number;
      sum += (line[min(last, index + radius)] as number) - leaving;
      const beyond = leaving + (line[min(last, index + radius + 1)] as number);
      data[at] = (sum * inside + beyond * ends + 2 ** 23) >>> 24;
    }
  }
}
