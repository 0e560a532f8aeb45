export const TYPE = {
  byte: 1,
  ascii: 2,
  short: 3,
  long: 4,
  rational: 5,
  signedByte: 6,
  undefined: 7,
  signedShort: 8,
  signedLong: 9,
  signedRational: 10,
  float: 11,
  double: 12,
  ifd: 13,
} as const;

/** Bytes of one value, by type. */
export const SIZES: Record<number, number> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
};

export const EXIF_IFD = 34665;
export const GPS_IFD = 34853;
export const INTEROP_IFD = 40965;
export const ORIENTATION = 274;
export const OVERLAY_MARK = 0x04bc;

/** The type that a tag has whatever was read; `one`: of several values only the first is kept. */
export interface KnownTag {
  type: number;
  one: boolean;
}

type Entry = [tag: number, known: KnownTag];
const single = (type: number, ...tags: number[]) => tags.map((tag): Entry => [tag, { type, one: true }]);
const several = (type: number, ...tags: number[]) => tags.map((tag): Entry => [tag, { type, one: false }]);

/** Pillow's table of TIFF tags. */
const main = new Map<number, KnownTag>([
  ...single(TYPE.long, 254, 256, 257, 278, 288, 289, 322, 323, 513, 514, EXIF_IFD, GPS_IFD, INTEROP_IFD),
  ...single(TYPE.long, 32997, 32998, 45057, 45060, 45313, 45569, 45572),
  ...single(TYPE.short, 255, 259, 262, 263, 264, 265, 266, 274, 277, 284, 290, 292, 293, 296, 317, 332, 334),
  ...single(TYPE.short, 512, 515, 531, 32995, 50741),
  ...several(TYPE.short, 258, 280, 281, 291, 297, 301, 320, 321, 336, 338, 339, 342, 517, 518, 530, 32996),
  ...single(TYPE.ascii, 269, 270, 271, 272, 285, 305, 306, 315, 316, 333, 337, 33432),
  ...several(TYPE.long, 273, 279, 324, 325, 330, 519, 520, 521, 50838),
  ...single(TYPE.rational, 282, 283, 286, 287, 45570, 45571, 50780),
  ...several(TYPE.rational, 318, 319, 529, 532),
  ...several(TYPE.double, 340, 341),
  ...single(TYPE.undefined, 347, 33723, 34675, 36864, 37724, 40960, 41730, 45056, 45058, 50839),
  ...several(TYPE.undefined, 45059),
  ...several(TYPE.byte, 700, 34377),
  ...single(TYPE.signedRational, 45573, 45574, 45575, 45576, 45577, 45578, 45579, 45580, 45581),
]);

const groups: Record<number, Map<number, KnownTag>> = {
  [EXIF_IFD]: new Map([...single(TYPE.undefined, 36864, 40960, 41730), ...single(TYPE.long, INTEROP_IFD)]),
  [GPS_IFD]: new Map([
    ...several(TYPE.byte, 0),
    ...single(TYPE.byte, 5),
    ...several(TYPE.ascii, 1, 3, 8, 9, 10, 12, 14, 16, 18, 19, 21, 23, 25, 29),
    ...several(TYPE.rational, 2, 4, 7),
    ...single(TYPE.rational, 6, 11, 13, 15, 17, 20, 22, 24, 26),
    ...several(TYPE.undefined, 27, 28),
    ...single(TYPE.short, 30),
  ]),
  [INTEROP_IFD]: new Map([...single(TYPE.ascii, 1), ...single(TYPE.undefined, 2)]),
};

/** What is known of a tag in the directory of that name; null stands for the main one. */
export function knownTag(tag: number, group: number | null): KnownTag | undefined {
  return group === null ? main.get(tag) : groups[group]?.get(tag);
}
