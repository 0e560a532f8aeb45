import type { PngHeader, PngParts } from './png-chunks.ts';

/** Writes the pixels of an unfiltered row, each `step` bytes after the one before. */
export type RowWriter = (row: Uint8Array, count: number, to: Uint8Array, at: number, step: number) => void;

const SAMPLES: Record<PngHeader['colour'], number> = {
  grey: 1,
  rgb: 3,
  palette: 1,
  'grey-alpha': 2,
  'rgb-alpha': 4,
};

export function bitsPerPixel({ colour, depth }: PngHeader): number {
  return SAMPLES[colour] * depth;
}

/** How rows become RGB or RGBA, as by Pillow's modes and its convert(). */
export function rowWriter({ header, palette, transparency }: PngParts, alpha: boolean): RowWriter {
  const { colour, depth } = header;
  switch (colour) {
    case 'grey':
      return greyRow(depth, alpha ? transparency : null, alpha);
    case 'palette':
      return paletteRow(depth, entriesOf(palette ?? new Uint8Array(), transparency), alpha);
    case 'rgb':
      return rgbRow(depth, alpha ? transparency : null, alpha);
    case 'grey-alpha':
    case 'rgb-alpha':
      return alphaRow(depth / 8, colour === 'grey-alpha', alpha);
  }
}

/** A sample narrower than a byte; rows are packed from the left. */
function sampler(depth: number): (row: Uint8Array, index: number) => number {
  if (depth === 8) return (row, index) => row[index] as number;
  if (depth === 16) return (row, index) => ((row[index * 2] as number) << 8) | (row[index * 2 + 1] as number);
  const mask = (1 << depth) - 1;
  return (row, index) => {
    const bit = index * depth;
    return ((row[bit >> 3] as number) >> (8 - depth - (bit & 7))) & mask;
  };
}

/** 16 bits are clipped, which turns nearly everything white: so does Pillow's "I;16". */
function greyRow(depth: number, transparency: Uint8Array | null, alpha: boolean): RowWriter {
  const sample = sampler(depth);
  const { min } = Math;
  const scale = depth < 8 ? 255 / ((1 << depth) - 1) : 1;
  const wanted = transparency === null ? -1 : ((transparency[0] ?? 0) << 8) | (transparency[1] ?? 0);
  // Pillow compares with the number as it stands in the file, cut to eight bits.
  const clear = wanted < 0 ? -1 : depth === 1 ? (wanted > 0 ? 255 : 0) : wanted & 0xff;
  return (row, count, to, at, step) => {
    for (let index = 0, out = at; index < count; index += 1, out += step) {
      const value = min(255, sample(row, index) * scale);
      to[out] = value;
      to[out + 1] = value;
      to[out + 2] = value;
      if (alpha) to[out + 3] = value === clear ? 0 : 255;
    }
  };
}

function entriesOf(palette: Uint8Array, transparency: Uint8Array | null): Uint8Array {
  const entries = new Uint8Array(256 * 4);
  for (let index = 0; index < 256; index += 1) {
    entries.set(palette.subarray(index * 3, index * 3 + 3), index * 4);
    entries[index * 4 + 3] = transparency?.[index] ?? 255;
  }
  return entries;
}

function paletteRow(depth: number, entries: Uint8Array, alpha: boolean): RowWriter {
  const sample = sampler(depth);
  return (row, count, to, at, step) => {
    for (let index = 0, out = at; index < count; index += 1, out += step) {
      const entry = sample(row, index) * 4;
      to[out] = entries[entry] as number;
      to[out + 1] = entries[entry + 1] as number;
      to[out + 2] = entries[entry + 2] as number;
      if (alpha) to[out + 3] = entries[entry + 3] as number;
    }
  };
}

function rgbRow(depth: number, transparency: Uint8Array | null, alpha: boolean): RowWriter {
  const width = depth / 8;
  const clear = transparency === null ? null : [1, 3, 5].map((at) => transparency[at] ?? 0);
  return (row, count, to, at, step) => {
    if (step === 3 && width === 1) {
      to.set(row, at);
      return;
    }
    for (let index = 0, out = at, from = 0; index < count; index += 1, out += step, from += 3 * width) {
      const red = row[from] as number;
      const green = row[from + width] as number;
      const blue = row[from + 2 * width] as number;
      to[out] = red;
      to[out + 1] = green;
      to[out + 2] = blue;
      const isClear = clear !== null && clear[0] === red && clear[1] === green && clear[2] === blue;
      if (alpha) to[out + 3] = isClear ? 0 : 255;
    }
  };
}

/** Of 16 bits the upper eight count. */
function alphaRow(width: number, grey: boolean, alpha: boolean): RowWriter {
  const green = grey ? 0 : width;
  const blue = green * 2;
  const alphaAt = grey ? width : width * 3;
  const size = alphaAt + width;
  return (row, count, to, at, step) => {
    for (let index = 0, out = at, from = 0; index < count; index += 1, out += step, from += size) {
      to[out] = row[from] as number;
      to[out + 1] = row[from + green] as number;
      to[out + 2] = row[from + blue] as number;
      if (alpha) to[out + 3] = row[from + alphaAt] as number;
    }
  };
}

/** Takes a row's filter off, in place. `before` is the row above, already done; `size` the bytes of a pixel. */
export function unfilter(filter: number, row: Uint8Array, before: Uint8Array, size: number): boolean {
  const { length } = row;
  switch (filter) {
    case 0:
      return true;
    case 1:
      for (let at = size; at < length; at += 1) row[at] = (row[at] as number) + (row[at - size] as number);
      return true;
    case 2:
      for (let at = 0; at < length; at += 1) row[at] = (row[at] as number) + (before[at] as number);
      return true;
    case 3:
      for (let at = 0; at < length; at += 1) {
        const left = at < size ? 0 : (row[at - size] as number);
        row[at] = (row[at] as number) + ((left + (before[at] as number)) >> 1);
      }
      return true;
    case 4:
      for (let at = 0; at < length; at += 1) {
        const left = at < size ? 0 : (row[at - size] as number);
        const corner = at < size ? 0 : (before[at - size] as number);
        row[at] = (row[at] as number) + nearest(left, before[at] as number, corner);
      }
      return true;
    default:
      return false;
  }
}

/** Paeth's predictor. */
function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const toLeft = guess < left ? left - guess : guess - left;
  const toAbove = guess < above ? above - guess : guess - above;
  const toCorner = guess < corner ? corner - guess : guess - corner;
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
