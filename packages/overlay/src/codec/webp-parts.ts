import { joined, latinBytes, readerOf, u32leBytes } from './bytes.ts';
import { ImageProblem } from './image-problem.ts';

interface Chunk {
  name: string;
  body: Uint8Array;
}

export interface WebpParts {
  width: number;
  height: number;
  exif: Uint8Array | null;
  xmp: Uint8Array | null;
  icc: Uint8Array | null;
}

export function webpParts(bytes: Uint8Array): WebpParts {
  const chunks = chunksOf(bytes);
  const find = (name: string) => chunks.find((chunk) => chunk.name === name)?.body ?? null;
  const size = sizeOf(chunks[0]);
  if (size === null) throw new ImageProblem('image.unreadable', 'The WebP file has no picture');
  return { ...size, exif: find('EXIF'), xmp: find('XMP '), icc: find('ICCP') };
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const file = readerOf(bytes);
  const chunks: Chunk[] = [];
  const end = Math.min(bytes.length, file.u32le(4) + 8);
  for (let at = 12; at + 8 <= end; ) {
    const length = file.u32le(at + 4);
    chunks.push({ name: file.latin(at, 4), body: bytes.subarray(at + 8, Math.min(end, at + 8 + length)) });
    at += 8 + length + (length & 1);
  }
  return chunks;
}

function sizeOf(first: Chunk | undefined): { width: number; height: number } | null {
  if (first === undefined) return null;
  const body = readerOf(first.body);
  switch (first.name) {
    case 'VP8X':
      return first.body.length < 10 ? null : { width: body.u24le(4) + 1, height: body.u24le(7) + 1 };
    case 'VP8 ':
      // Behind the frame tag and its three fixed bytes; two bits of each are for scaling.
      if (body.latin(3, 3) !== '\x9d\x01\x2a') return null;
      return { width: body.u16le(6) & 0x3fff, height: body.u16le(8) & 0x3fff };
    case 'VP8L': {
      if (body.u8(0) !== 0x2f) return null;
      const bits = body.u32le(1);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return null;
  }
}

const HAS_EXIF = 0x08;

/** Wraps the one chunk of a bare opaque WebP as libwebp's mux does, with EXIF behind it. */
export function muxWebp(bare: Uint8Array, exif: Uint8Array): Uint8Array {
  const picture = chunksOf(bare).find(({ name }) => name === 'VP8 ' || name === 'VP8L');
  const size = sizeOf(picture);
  if (picture === undefined || size === null)
    throw new ImageProblem('image.unreadable', 'The encoder gave no WebP picture');
  const body = joined([
    latinBytes('WEBP'),
    chunk('VP8X', joined([u32leBytes(HAS_EXIF), u24leBytes(size.width - 1), u24leBytes(size.height - 1)])),
    chunk(picture.name, picture.body),
    chunk('EXIF', exif),
  ]);
  return joined([latinBytes('RIFF'), u32leBytes(body.length), body]);
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  return joined([latinBytes(name), u32leBytes(body.length), body, new Uint8Array(body.length & 1)]);
}

function u24leBytes(value: number): Uint8Array {
  return u32leBytes(value).subarray(0, 3);
}
