/** Reads numbers out of a picture file; beyond its end there are zeros, so headers are checked by what they say. */
export interface ByteReader {
  readonly bytes: Uint8Array;
  u8(at: number): number;
  u16(at: number): number;
  u32(at: number): number;
  u16le(at: number): number;
  u24le(at: number): number;
  u32le(at: number): number;
  latin(at: number, length: number): string;
}

export function readerOf(bytes: Uint8Array): ByteReader {
  const u8 = (at: number) => bytes[at] ?? 0;
  const u16 = (at: number) => (u8(at) << 8) | u8(at + 1);
  const u16le = (at: number) => u8(at) | (u8(at + 1) << 8);
  return {
    bytes,
    u8,
    u16,
    u32: (at) => u16(at) * 0x10000 + u16(at + 2),
    u16le,
    u24le: (at) => u16le(at) | (u8(at + 2) << 16),
    u32le: (at) => u16le(at + 2) * 0x10000 + u16le(at),
    latin: (at, length) => latinText(bytes.subarray(at, at + length)),
  };
}

export function latinText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

export function latinBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function u16Bytes(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 0xff);
}

export function u32Bytes(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

export function u32leBytes(value: number): Uint8Array {
  return u32Bytes(value).reverse();
}
