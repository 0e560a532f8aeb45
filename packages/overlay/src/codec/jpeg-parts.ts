import { joined, latinBytes, latinText, readerOf, u16Bytes } from './bytes.ts';
import { ImageProblem } from './image-problem.ts';

export interface JpegParts {
  width: number;
  height: number;
  /** 1 grey, 3 colour, 4 CMYK. */
  components: number;
  adobe: boolean;
  exif: Uint8Array | null;
  xmp: Uint8Array | null;
  icc: Uint8Array | null;
  comment: Uint8Array | null;
}

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const ICC = 'ICC_PROFILE\0';

/** What stands in front of the first scan. */
export function jpegParts(bytes: Uint8Array): JpegParts {
  const file = readerOf(bytes);
  const parts: JpegParts = {
    width: 0,
    height: 0,
    components: 0,
    adobe: false,
    exif: null,
    xmp: null,
    icc: null,
    comment: null,
  };
  const profile: Uint8Array[] = [];
  let at = 2;
  while (at < bytes.length) {
    // Junk between segments and filling 0xFF are passed over.
    if (file.u8(at) !== 0xff || file.u8(at + 1) === 0xff || file.u8(at + 1) === 0) {
      at += 1;
      continue;
    }
    const marker = file.u8(at + 1);
    if (marker === 0xda || marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = file.u16(at + 2);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || body.length < length - 2) break;
    if (isFrame(marker)) {
      const frame = readerOf(body);
      Object.assign(parts, { height: frame.u16(1), width: frame.u16(3), components: frame.u8(5) });
    } else if (marker === 0xfe) parts.comment = body;
    else if (marker === 0xee && starts(body, 'Adobe')) parts.adobe = true;
    else if (marker === 0xe1 && starts(body, EXIF))
      parts.exif = parts.exif === null ? body : joined([parts.exif, body.subarray(EXIF.length)]);
    else if (marker === 0xe1 && starts(body, XMP)) parts.xmp = body.subarray(XMP.length);
    else if (marker === 0xe2 && starts(body, ICC)) profile.push(body);
    at += 2 + length;
  }
  if (parts.components === 0) throw new ImageProblem('image.unreadable', 'The JPEG file has no frame');
  return { ...parts, icc: profileOf(profile) };
}

/** SOF0 to SOF15 without DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function starts(body: Uint8Array, text: string): boolean {
  return latinText(body.subarray(0, text.length)) === text;
}

/** Its pieces say which of how many they are; an incomplete profile is none. */
function profileOf(pieces: Uint8Array[]): Uint8Array | null {
  const sorted = pieces.toSorted((one, other) => (one[12] ?? 0) - (other[12] ?? 0));
  if (sorted.length === 0 || sorted[0]?.[13] !== sorted.length) return null;
  return joined(sorted.map((piece) => piece.subarray(14)));
}

/** The most that a segment holds. */
const MAX_SEGMENT = 65_533;
const JFIF = Uint8Array.of(0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);

/** Puts in front of a bare JPEG what Pillow writes there: JFIF, EXIF, the comment. */
export function muxJpeg(bare: Uint8Array, exif: Uint8Array, comment: Uint8Array | null): Uint8Array {
  if (exif.length + EXIF.length > MAX_SEGMENT)
    throw new ImageProblem('image.unreadable', 'The EXIF data of this poster is too long for a JPEG file');
  const head = [bare.subarray(0, 2), JFIF, segment(0xe1, joined([latinBytes(EXIF), exif]))];
  if (comment !== null && comment.length > 0) head.push(segment(0xfe, comment));
  return joined([...head, bare.subarray(2)]);
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  return joined([Uint8Array.of(0xff, marker), u16Bytes(body.length + 2), body]);
}
