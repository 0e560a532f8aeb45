import type { Rgb, Rgba } from '../pixels/raster.ts';

/** Pixels with 1 band (grey), 2 (grey, alpha), 3 (RGB) or 4 (RGBA) as a decoder gave them. */
export interface Bands {
  width: number;
  height: number;
  bands: 1 | 2 | 3 | 4;
  data: Uint8Array;
}

/** Pillow's convert("RGB"): alpha is dropped, not blended. */
export function toRgb({ width, height, bands, data }: Bands): Rgb {
  if (bands === 3) return { width, height, data };
  return { width, height, data: spread(data, width * height, bands, 3) };
}

/** Pillow's convert("RGBA"). */
export function toRgba({ width, height, bands, data }: Bands): Rgba {
  if (bands === 4) return { width, height, data };
  if (bands === 3) return { width, height, data: opaque(data, width * height) };
  return { width, height, data: spread(data, width * height, bands, 4) };
}

/** A word a pixel, since every encoded poster goes this way; all that Node and browsers run on is little-endian. */
function opaque(from: Uint8Array, count: number): Uint8Array {
  const words = new Uint32Array(count);
  for (let pixel = 0, at = 0; pixel < count; pixel += 1, at += 3)
    words[pixel] =
      0xff000000 | ((from[at + 2] as number) << 16) | ((from[at + 1] as number) << 8) | (from[at] as number);
  return new Uint8Array(words.buffer);
}

function spread(from: Uint8Array, count: number, bands: Bands['bands'], wanted: 3 | 4): Uint8Array {
  const to = new Uint8Array(count * wanted);
  const grey = bands < 3;
  for (let pixel = 0, at = 0, out = 0; pixel < count; pixel += 1, at += bands, out += wanted) {
    const first = from[at] as number;
    to[out] = first;
    to[out + 1] = grey ? first : (from[at + 1] as number);
    to[out + 2] = grey ? first : (from[at + 2] as number);
    if (wanted === 4) to[out + 3] = bands === 2 ? (from[at + 1] as number) : 255;
  }
  return to;
}

/** Pillow's CMYK to RGB. `inverted`: 255 is no ink, as Adobe writes it and Pillow always takes JPEG. */
export function cmykToRgb(width: number, height: number, data: Uint8Array, inverted: boolean): Rgb {
  const made = new Uint8Array(width * height * 3);
  const flip = inverted ? 255 : 0;
  for (let at = 0, out = 0; out < made.length; at += 4, out += 3) {
    const white = 255 - ((data[at + 3] as number) ^ flip);
    for (let band = 0; band < 3; band += 1) {
      const product = ((data[at + band] as number) ^ flip) * white + 128;
      made[out + band] = white - (((product >> 8) + product) >> 8);
    }
  }
  return { width, height, data: made };
}
