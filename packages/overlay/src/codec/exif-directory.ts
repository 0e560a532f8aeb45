import { knownTag, SIZES, TYPE } from './exif-tags.ts';

interface Rational {
  numerator: number;
  denominator: number;
}

/** A tag's value as Pillow holds it. */
type ExifValue =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'text'; text: string }
  | { kind: 'numbers'; numbers: number[]; whole: boolean }
  | { kind: 'rationals'; rationals: Rational[] }
  | { kind: 'directory'; directory: Directory };

export type Directory = Map<number, ExifValue>;

/** Reads the directory at a place of a TIFF file; where it breaks off, what was read until then counts. */
export function readDirectory(
  view: DataView,
  little: boolean,
  start: number,
  group: number | null,
): Directory {
  const found: Directory = new Map();
  const fits = (at: number, length: number) => at >= 0 && at + length <= view.byteLength;
  if (!fits(start, 2)) return found;
  const count = view.getUint16(start, little);
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + index * 12;
    if (!fits(at, 12)) break;
    const tag = view.getUint16(at, little);
    const type = view.getUint16(at + 2, little);
    const unit = SIZES[type];
    if (unit === undefined) continue;
    const size = view.getUint32(at + 4, little) * unit;
    if (size === 0) continue;
    const place = size > 4 ? view.getUint32(at + 8, little) : at + 8;
    if (!fits(place, size)) break;
    const value = readValue(new DataView(view.buffer, view.byteOffset + place, size), little, type);
    found.set(tag, knownTag(tag, group)?.one === true ? firstOf(value) : value);
  }
  return found;
}

function firstOf(value: ExifValue): ExifValue {
  if (value.kind === 'numbers') return { ...value, numbers: value.numbers.slice(0, 1) };
  if (value.kind === 'rationals') return { ...value, rationals: value.rationals.slice(0, 1) };
  return value;
}

function readValue(view: DataView, little: boolean, type: number): ExifValue {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const all = <T>(read: (at: number) => T): T[] => {
    const unit = SIZES[type] ?? 1;
    return Array.from({ length: Math.floor(bytes.length / unit) }, (_, index) => read(index * unit));
  };
  const numbers = (read: (at: number) => number): ExifValue => ({
    kind: 'numbers',
    numbers: all(read),
    whole: type !== TYPE.float && type !== TYPE.double,
  });
  const rationals = (read: (at: number) => number): ExifValue => ({
    kind: 'rationals',
    rationals: all((at) => ({ numerator: read(at), denominator: read(at + 4) })),
  });
  switch (type) {
    case TYPE.ascii: {
      const end = bytes.at(-1) === 0 ? bytes.length - 1 : bytes.length;
      return {
        kind: 'text',
        text: Array.from(bytes.subarray(0, end), (byte) => String.fromCharCode(byte)).join(''),
      };
    }
    case TYPE.short:
      return numbers((at) => view.getUint16(at, little));
    case TYPE.long:
    case TYPE.ifd:
      return numbers((at) => view.getUint32(at, little));
    case TYPE.signedByte:
      return numbers((at) => view.getInt8(at));
    case TYPE.signedShort:
      return numbers((at) => view.getInt16(at, little));
    case TYPE.signedLong:
      return numbers((at) => view.getInt32(at, little));
    case TYPE.float:
      return numbers((at) => view.getFloat32(at, little));
    case TYPE.double:
      return numbers((at) => view.getFloat64(at, little));
    case TYPE.rational:
      return rationals((at) => view.getUint32(at, little));
    case TYPE.signedRational:
      return rationals((at) => view.getInt32(at, little));
    default:
      return { kind: 'bytes', bytes: bytes.slice() };
  }
}

/** Writes a directory that begins at `start` of a TIFF file, with what belongs to it behind. */
export function writeDirectory(
  directory: Directory,
  little: boolean,
  start: number,
  group: number | null,
): Uint8Array {
  const tags = [...directory].sort(([one], [other]) => one - other);
  const head = 2 + tags.length * 12 + 4;
  const entries: { tag: number; type: number; count: number; bytes: Uint8Array; place: number }[] = [];
  let end = start + head;
  for (const [tag, value] of tags) {
    const type = typeFor(tag, value, group);
    const bytes =
      value.kind === 'directory'
        ? writeDirectory(value.directory, little, end, tag)
        : writeValue(value, type, little);
    const counted = type === TYPE.byte || type === TYPE.ascii || type === TYPE.undefined;
    const count = value.kind === 'directory' ? 1 : counted ? bytes.length : bytes.length / (SIZES[type] ?? 1);
    entries.push({ tag, type, count, bytes, place: end });
    if (bytes.length > 4) end += bytes.length + (bytes.length & 1);
  }
  const made = new Uint8Array(end - start);
  const view = new DataView(made.buffer);
  view.setUint16(0, entries.length, little);
  for (const [index, { tag, type, count, bytes, place }] of entries.entries()) {
    const at = 2 + index * 12;
    view.setUint16(at, tag, little);
    view.setUint16(at + 2, type, little);
    view.setUint32(at + 4, count, little);
    if (bytes.length > 4) {
      view.setUint32(at + 8, place, little);
      made.set(bytes, place - start);
    } else made.set(bytes, at + 8);
  }
  return made;
}

/** Pillow forgets the type that a tag was read with: it has its table, and else looks at the values. */
function typeFor(tag: number, value: ExifValue, group: number | null): number {
  const known = knownTag(tag, group);
  if (known !== undefined) return known.type;
  switch (value.kind) {
    case 'bytes':
      return TYPE.byte;
    case 'text':
      return TYPE.ascii;
    case 'directory':
      return TYPE.long;
    case 'rationals':
      return value.rationals.some(({ numerator, denominator }) => numerator * denominator < 0)
        ? TYPE.signedRational
        : TYPE.rational;
    case 'numbers': {
      const { numbers, whole } = value;
      if (!whole) return TYPE.double;
      const within = (from: number, to: number) => numbers.every((number) => number >= from && number < to);
      if (within(0, 2 ** 16)) return TYPE.short;
      if (within(1 - 2 ** 15, 2 ** 15)) return TYPE.signedShort;
      return within(0, Infinity) ? TYPE.long : TYPE.signedLong;
    }
  }
}

/** A value that its tag's type cannot hold: Kometa fails on it. */
export class ExifMismatch extends Error {}

function writeValue(
  value: Exclude<ExifValue, { kind: 'directory' }>,
  type: number,
  little: boolean,
): Uint8Array {
  switch (type) {
    case TYPE.byte:
      if (value.kind === 'bytes') return value.bytes;
      if (value.kind === 'numbers')
        return checked(Uint8Array.from(value.numbers.slice(0, 1)), value.numbers, 0, 255);
      break;
    case TYPE.ascii:
    case TYPE.undefined: {
      const end = type === TYPE.ascii ? [0] : [];
      if (value.kind === 'bytes') return Uint8Array.of(...value.bytes, ...end);
      const text =
        value.kind === 'text' ? value.text : value.kind === 'numbers' ? String(value.numbers[0]) : null;
      if (text !== null) return Uint8Array.of(...asciiOf(text), ...end);
      break;
    }
    case TYPE.short:
      return packed(value, 2, (view, number) => view.setUint16(0, number, little), [0, 0xffff]);
    case TYPE.long:
      return packed(value, 4, (view, number) => view.setUint32(0, number, little), [0, 0xffffffff]);
    case TYPE.signedShort:
      return packed(value, 2, (view, number) => view.setInt16(0, number, little), [-0x8000, 0x7fff]);
    case TYPE.signedLong:
      return packed(value, 4, (view, number) => view.setInt32(0, number, little), [-0x80000000, 0x7fffffff]);
    case TYPE.double:
      return packed(value, 8, (view, number) => view.setFloat64(0, number, little), null);
    case TYPE.rational:
    case TYPE.signedRational:
      return packedRationals(value, little, type === TYPE.rational);
  }
  throw new ExifMismatch(`The EXIF data holds a ${value.kind} where type ${type} belongs`);
}

function checked(bytes: Uint8Array, numbers: readonly number[], from: number, to: number): Uint8Array {
  if (numbers.some((number) => number < from || number > to))
    throw new ExifMismatch('The EXIF data holds a number that is too large for its tag');
  return bytes;
}

function packed(
  value: ExifValue,
  size: number,
  set: (view: DataView, number: number) => void,
  range: readonly [number, number] | null,
): Uint8Array {
  if (value.kind !== 'numbers')
    throw new ExifMismatch(`The EXIF data holds ${value.kind} where numbers belong`);
  const made = new Uint8Array(value.numbers.length * size);
  for (const [index, number] of value.numbers.entries())
    set(new DataView(made.buffer, index * size, size), number);
  return range === null ? made : checked(made, value.numbers, ...range);
}

/** Only fractions without a sign are reduced by Pillow. */
function packedRationals(value: ExifValue, little: boolean, reduce: boolean): Uint8Array {
  const rationals =
    value.kind === 'rationals'
      ? value.rationals.map(reduce ? reduced : same)
      : value.kind === 'numbers' && value.whole
        ? value.numbers.map((numerator) => ({ numerator, denominator: 1 }))
        : null;
  if (rationals === null) throw new ExifMismatch(`The EXIF data holds ${value.kind} where fractions belong`);
  const made = new Uint8Array(rationals.length * 8);
  const view = new DataView(made.buffer);
  for (const [index, { numerator, denominator }] of rationals.entries()) {
    // A negative number gets the same bits in both kinds.
    view.setUint32(index * 8, numerator >>> 0, little);
    view.setUint32(index * 8 + 4, denominator >>> 0, little);
  }
  return made;
}

const same = (rational: Rational) => rational;

function reduced({ numerator, denominator }: Rational): Rational {
  if (denominator === 0) return { numerator, denominator };
  let [one, other] = [Math.abs(numerator), Math.abs(denominator)];
  while (other !== 0) [one, other] = [other, one % other];
  const sign = denominator < 0 ? -one : one;
  return { numerator: numerator / sign, denominator: denominator / sign };
}

function asciiOf(text: string): number[] {
  return Array.from(text, (letter) =>
    letter.charCodeAt(0) < 128 ? letter.charCodeAt(0) : '?'.charCodeAt(0),
  );
}
