import type { Rgb, Rgba } from '../pixels/raster.ts';
import { ImageProblem } from './image-problem.ts';
import { checkSize } from './picture-kind.ts';
import { type PngHeader, type PngParts, pngHeader, pngParts } from './png-chunks.ts';
import { bitsPerPixel, rowWriter, unfilter } from './png-rows.ts';

/** As Pillow opens it and converts it to RGB. Works in Node and in browsers, never through a canvas. */
export async function decodePngRgb(bytes: Uint8Array): Promise<Rgb> {
  return decode(bytes, 3);
}

/** As Pillow opens it and converts it to RGBA. */
export async function decodePngRgba(bytes: Uint8Array): Promise<Rgba> {
  return decode(bytes, 4);
}

async function decode(bytes: Uint8Array, bands: 3 | 4) {
  checkSize(pngHeader(bytes));
  const parts = pngParts(bytes);
  const { width, height } = parts.header;
  const assembler = assemble(parts, bands);
  await inflate(parts.data, assembler.push);
  if (!assembler.isComplete()) throw new ImageProblem('image.unreadable', 'The PNG file is cut short');
  return { width, height, data: assembler.data };
}

/** Left, top, and the steps between columns and rows of each pass. */
const WHOLE = [[0, 0, 1, 1]] as const;
const INTERLACED = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Row {
  count: number;
  /** Where its first pixel goes, and how far the next one is, in bytes. */
  at: number;
  step: number;
  /** Nothing stands above. */
  first: boolean;
}

function* rowsOf({ width, height, interlaced }: PngHeader, bands: number): Generator<Row> {
  for (const [left, top, stepX, stepY] of interlaced ? INTERLACED : WHOLE) {
    const count = Math.ceil((width - left) / stepX);
    if (count <= 0) continue;
    for (let y = top; y < height; y += stepY)
      yield { count, at: (y * width + left) * bands, step: stepX * bands, first: y === top };
  }
}

/** Takes inflated bytes as they come and puts pixels where they belong; only two rows are kept beside them. */
function assemble(parts: PngParts, bands: 3 | 4) {
  const { header } = parts;
  const bits = bitsPerPixel(header);
  const size = Math.max(1, bits / 8);
  const write = rowWriter(parts, bands === 4);
  const data = new Uint8Array(header.width * header.height * bands);
  const rows = rowsOf(header, bands);
  let next = rows.next();
  let filter = -1;
  let filled = 0;
  let row = new Uint8Array();
  let before = new Uint8Array();

  const begin = ({ count, first }: Row) => {
    const length = Math.ceil((count * bits) / 8);
    const above = first ? new Uint8Array(length) : row;
    row = first ? new Uint8Array(length) : before;
    before = above;
    filled = 0;
  };

  /** Says whether it wants more. */
  const push = (bytes: Uint8Array): boolean => {
    for (let at = 0; at < bytes.length; ) {
      if (next.done) return false;
      if (filter < 0) {
        begin(next.value);
        filter = bytes[at] as number;
        at += 1;
      }
      const piece = bytes.subarray(at, at + row.length - filled);
      row.set(piece, filled);
      filled += piece.length;
      at += piece.length;
      if (filled < row.length) return true;
      if (!unfilter(filter, row, before, size))
        throw new ImageProblem('image.unreadable', 'The PNG file has a row with an unknown filter');
      write(row, next.value.count, data, next.value.at, next.value.step);
      next = rows.next();
      filter = -1;
    }
    return !next.done;
  };
  return { data, push, isComplete: () => next.done === true };
}

/** Gives what is inflated piece by piece until no more is wanted or there is an end, be it a bad one. */
async function inflate(data: readonly Uint8Array[], push: (bytes: Uint8Array) => boolean): Promise<void> {
  const packed = new Blob(data as Uint8Array<ArrayBuffer>[]);
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (let wanted = true; wanted; ) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new ImageProblem('image.unreadable', 'The PNG file is damaged or cut short', { cause });
      });
      if (done) return;
      wanted = push(value);
    }
  } finally {
    // A stream that broke says so again; it was told above.
    await reader.cancel().catch(() => undefined);
  }
}
