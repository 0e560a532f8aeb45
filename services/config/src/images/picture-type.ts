export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

const starts: readonly (readonly [PictureType, offset: number, bytes: readonly number[]])[] = [
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
];
const RIFF = [0x52, 0x49, 0x46, 0x46];

/** What the bytes say they are, whatever anybody called them; undefined for all we do not take, SVG first of all. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  const has = (offset: number, wanted: readonly number[]) =>
    wanted.every((byte, place) => bytes[offset + place] === byte);
  const found = starts.find(([, offset, wanted]) => has(offset, wanted))?.[0];
  return found === 'image/webp' && !has(0, RIFF) ? undefined : found;
}
