import { joined, latinText } from './bytes.ts';
import { type Directory, ExifMismatch, readDirectory, writeDirectory } from './exif-directory.ts';
import { EXIF_IFD, GPS_IFD, INTEROP_IFD, ORIENTATION, OVERLAY_MARK } from './exif-tags.ts';
import { ImageProblem } from './image-problem.ts';

const MARK = 'overlay';

/** EXIF as Kometa writes it into what it uploads. */
export interface MarkedExif {
  exif: Uint8Array;
  /** The mark was there before. */
  alreadyOverlaid: boolean;
}

/**
 * The poster's own EXIF, written again as Pillow does, with Kometa's mark. Without EXIF the orientation is looked for
 * in XMP.
 */
export function markExif(source: Uint8Array | null, xmp: Uint8Array | null): MarkedExif {
  const tiff = source === null ? new Uint8Array() : withoutPrefix(source);
  const little = tiff.length > 0 && isLittle(tiff);
  const directory = tiff.length > 0 ? readAll(tiff, little) : new Map();
  const alreadyOverlaid = directory.has(OVERLAY_MARK);
  const turned = directory.has(ORIENTATION) ? undefined : orientationIn(xmp);
  if (turned !== undefined) directory.set(ORIENTATION, { kind: 'numbers', numbers: [turned], whole: true });
  directory.set(OVERLAY_MARK, { kind: 'text', text: MARK });
  try {
    const head = little ? [0x49, 0x49, 42, 0, 8, 0, 0, 0] : [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
    return {
      exif: joined([Uint8Array.from(head), writeDirectory(directory, little, 8, null)]),
      alreadyOverlaid,
    };
  } catch (error) {
    if (!(error instanceof ExifMismatch)) throw error;
    throw new ImageProblem('image.unreadable', `${error.message}: Kometa fails on it`, { cause: error });
  }
}

function withoutPrefix(exif: Uint8Array): Uint8Array {
  let rest = exif;
  while (latinText(rest.subarray(0, 6)) === 'Exif\0\0') rest = rest.subarray(6);
  return rest;
}

function isLittle(tiff: Uint8Array): boolean {
  const start = latinText(tiff.subarray(0, 4));
  // Pillow takes the number in the wrong order too.
  const known = ['II*\0', 'MM\0*', 'II\0*', 'MM*\0'].includes(start) && tiff.length >= 8;
  if (!known) throw new ImageProblem('image.unreadable', 'The EXIF data cannot be read: Kometa fails on it');
  return start.startsWith('II');
}

function readAll(tiff: Uint8Array, little: boolean): Directory {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const read = (place: number, group: number | null) => readDirectory(view, little, place, group);
  const directory = read(view.getUint32(4, little), null);
  for (const group of [EXIF_IFD, GPS_IFD]) {
    const inner = follow(directory, group, read);
    if (group === EXIF_IFD && inner !== null) follow(inner, INTEROP_IFD, read);
  }
  return directory;
}

/** Puts a directory in the place of the number that points at it. */
function follow(
  directory: Directory,
  tag: number,
  read: (place: number, group: number) => Directory,
): Directory | null {
  const pointer = directory.get(tag);
  if (pointer === undefined) return null;
  const place = pointer.kind === 'numbers' ? pointer.numbers[0] : undefined;
  const inner: Directory = place === undefined ? new Map() : read(place, tag);
  directory.set(tag, { kind: 'directory', directory: inner });
  return inner;
}

function orientationIn(xmp: Uint8Array | null): number | undefined {
  const found = xmp === null ? null : /tiff:Orientation(?:="|>)([0-9])/.exec(latinText(xmp));
  return found === null ? undefined : Number(found[1]);
}
