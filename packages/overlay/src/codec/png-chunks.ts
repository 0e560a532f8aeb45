import { joined, latinBytes, readerOf, u32Bytes } from './bytes.ts';
import { ImageProblem } from './image-problem.ts';

/** What the numbers of a pixel mean. */
type PngColour = 'grey' | 'rgb' | 'palette' | 'grey-alpha' | 'rgb-alpha';

export interface PngHeader {
  width: number;
  height: number;
  depth: number;
  colour: PngColour;
  interlaced: boolean;
}

export interface PngParts {
  header: PngHeader;
  palette: Uint8Array | null;
  transparency: Uint8Array | null;
  exif: Uint8Array | null;
  xmp: Uint8Array | null;
  /** Compressed, as it lies in the file. */
  profile: Uint8Array | null;
  /** Compressed pixels, piece by piece. */
  data: Uint8Array[];
}

const START = 8;
const COLOURS: Record<number, { colour: PngColour; depths: readonly number[] }> = {
  0: { colour: 'grey', depths: [1, 2, 4, 8, 16] },
  2: { colour: 'rgb', depths: [8, 16] },
  3: { colour: 'palette', depths: [1, 2, 4, 8] },
  4: { colour: 'grey-alpha', depths: [8, 16] },
  6: { colour: 'rgb-alpha', depths: [8, 16] },
};

const broken = (message: string) => new ImageProblem('image.unreadable', `The PNG file ${message}`);

export function pngHeader(bytes: Uint8Array): PngHeader {
  const file = readerOf(bytes);
  const length = file.u32(START);
  if (file.latin(START + 4, 4) !== 'IHDR' || length !== 13 || bytes.length < START + 25)
    throw broken('does not begin with its header');
  const at = START + 8;
  const kind = COLOURS[file.u8(at + 9)];
  const depth = file.u8(at + 8);
  if (kind === undefined || !kind.depths.includes(depth))
    throw broken('has a kind of colour that there is not');
  if (file.u8(at + 10) !== 0 || file.u8(at + 11) !== 0 || file.u8(at + 12) > 1)
    throw broken('is packed in a way that is not known');
  return {
    width: file.u32(at),
    height: file.u32(at + 4),
    depth,
    colour: kind.colour,
    interlaced: file.u8(at + 12) === 1,
  };
}

/** All chunks that matter. Sums are checked as Pillow does: of everything but the pixels. */
export function pngParts(bytes: Uint8Array): PngParts {
  const file = readerOf(bytes);
  const parts: PngParts = {
    header: pngHeader(bytes),
    palette: null,
    transparency: null,
    exif: null,
    xmp: null,
    profile: null,
    data: [],
  };
  for (let at = START; at < bytes.length; ) {
    const length = file.u32(at);
    const name = file.latin(at + 4, 4);
    const body = bytes.subarray(at + 8, at + 8 + length);
    const beforePixels = parts.data.length === 0;
    if (name === 'IEND') break;
    if (!/^[A-Za-z]{4}$/.test(name)) {
      if (beforePixels) throw broken('has a broken chunk');
      break;
    }
    if (name === 'IDAT') parts.data.push(body);
    else if (beforePixels) {
      if (body.length < length) throw broken('is cut short');
      if (file.u32(at + 8 + length) !== crc(bytes.subarray(at + 4, at + 8 + length)))
        throw broken(`has a broken ${name} chunk`);
    }
    if (name === 'PLTE') parts.palette ??= body;
    else if (name === 'tRNS' && beforePixels) parts.transparency = body;
    else if (name === 'eXIf') parts.exif = body;
    else if (name === 'iCCP') parts.profile = profileIn(body);
    else if (name === 'iTXt') parts.xmp ??= xmpIn(body);
    at += 12 + length;
  }
  if (parts.data.length === 0) throw broken('has no pixels');
  if (parts.header.colour === 'palette' && parts.palette === null) throw broken('has no palette');
  return parts;
}

function profileIn(body: Uint8Array): Uint8Array | null {
  const end = body.indexOf(0);
  return end < 0 || body[end + 1] !== 0 ? null : body.subarray(end + 2);
}

function xmpIn(body: Uint8Array): Uint8Array | null {
  const name = latinBytes('XML:com.adobe.xmp\0');
  if (name.some((byte, index) => body[index] !== byte) || body[name.length] !== 0) return null;
  return body.subarray(name.length + 2);
}

/** Puts EXIF and a colour profile, which is compressed already, behind the header. */
export function muxPng(bare: Uint8Array, exif: Uint8Array, profile: Uint8Array | null): Uint8Array {
  const head = START + 25;
  const parts = [bare.subarray(0, head)];
  if (profile !== null) parts.push(chunk('iCCP', joined([latinBytes('ICC Profile\0\0'), profile])));
  parts.push(chunk('eXIf', exif), bare.subarray(head));
  return joined(parts);
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = joined([latinBytes(name), body]);
  return joined([u32Bytes(body.length), named, u32Bytes(crc(named))]);
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8);
  return ~sum >>> 0;
}
