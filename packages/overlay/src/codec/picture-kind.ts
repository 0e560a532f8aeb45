import { readerOf } from './bytes.ts';
import { ImageProblem } from './image-problem.ts';
import { jpegParts } from './jpeg-parts.ts';
import { pngHeader } from './png-chunks.ts';
import { webpParts } from './webp-parts.ts';

export type PictureKind = 'jpeg' | 'png' | 'webp';

/** More is refused before anything is decoded. */
export const MAX_PIXELS = 25_000_000;

const PNG_START = '\x89PNG\r\n\x1a\n';

/** By its first bytes. Throws for what is none of the kinds that are taken. */
function pictureKind(bytes: Uint8Array): PictureKind {
  const file = readerOf(bytes);
  if (bytes.length === 0) throw new ImageProblem('image.unreadable', 'The picture file is empty');
  if (file.latin(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (file.latin(0, 8) === PNG_START) return 'png';
  if (file.latin(0, 4) === 'RIFF' && file.latin(8, 4) === 'WEBP') return 'webp';
  throw new ImageProblem('image.format', 'This is not a JPEG, PNG or WebP picture');
}

/** Refuses a size that is nothing or too much. */
export function checkSize({ width, height }: { width: number; height: number }): void {
  if (width < 1 || height < 1) throw new ImageProblem('image.unreadable', 'The picture has no pixels');
  if (width * height > MAX_PIXELS) {
    throw new ImageProblem(
      'image.too-large',
      `The picture has ${width} × ${height} pixels; at most ${MAX_PIXELS / 1e6} megapixels are taken`,
    );
  }
}

/** Its kind and size by its header alone, checked. */
export function pictureSize(bytes: Uint8Array): { kind: PictureKind; width: number; height: number } {
  const kind = pictureKind(bytes);
  const { width, height } =
    kind === 'jpeg' ? jpegParts(bytes) : kind === 'png' ? pngHeader(bytes) : webpParts(bytes);
  checkSize({ width, height });
  return { kind, width, height };
}
