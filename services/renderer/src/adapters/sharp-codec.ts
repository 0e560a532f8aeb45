import { deflateSync, inflateSync } from 'node:zlib';
import {
  type Bands,
  type Codec,
  cmykToRgb,
  decodePngRgb,
  decodePngRgba,
  ImageProblem,
  jpegParts,
  MAX_PIXELS,
  markExif,
  muxJpeg,
  muxPng,
  muxWebp,
  pictureSize,
  pngParts,
  type Rgb,
  toRgb,
  toRgba,
  webpParts,
} from '@marquee/overlay';
import { Transformer } from '@napi-rs/image';
import sharp from 'sharp';

/** How hard the lossless encoder tries; Kometa leaves it as Pillow has it. */
const LOSSLESS_QUALITY = 80;
const MAX_PROFILE_BYTES = 4_000_000;

/**
 * sharp reads and writes JPEG and WebP with the libraries that Pillow has, so that pixels and bytes are the same; it
 * never resizes, converts or turns. PNG is read by our own reader, for what Pillow makes of its kinds. Lossy WebP, which
 * is what nearly every poster is written as and nine tenths of its time, is written by a build of the same libwebp that
 * needs a quarter less of it.
 */
export function sharpCodec(): Codec {
  sharp.concurrency(1);
  sharp.cache(false);
  return {
    async decodePoster(bytes) {
      const { kind } = pictureSize(bytes);
      const { exif, xmp, icc, comment } = metadataOf(kind, bytes);
      const marked = markExif(exif, xmp);
      const rgb = kind === 'png' ? await decodePngRgb(bytes) : toRgb(await pixelsOf(kind, bytes));
      return { rgb, format: kind, icc, comment, ...marked };
    },
    async decodePicture(bytes) {
      const { kind } = pictureSize(bytes);
      return kind === 'png' ? decodePngRgba(bytes) : toRgba(await pixelsOf(kind, bytes));
    },
    async encode(rgb, { format, quality, exif, icc, comment }) {
      const mark = exif ?? markExif(null, null).exif;
      const picture = sharp(rgb.data, { raw: { width: rgb.width, height: rgb.height, channels: 3 } });
      switch (format) {
        case 'webp_lossy': {
          const { data } = toRgba({ ...rgb, bands: 3 });
          return muxWebp(await Transformer.fromRgbaPixels(data, rgb.width, rgb.height).webp(quality), mark);
        }
        case 'webp_lossless':
          return muxWebp(
            await picture.webp({ lossless: true, quality: LOSSLESS_QUALITY, effort: 4 }).toBuffer(),
            mark,
          );
        case 'jpg': {
          const options = { quality, mozjpeg: false, optimiseCoding: false, chromaSubsampling: '4:2:0' };
          return muxJpeg(await picture.jpeg(options).toBuffer(), mark, comment ?? null);
        }
        case 'png': {
          const profile = icc === null ? null : deflateSync(icc);
          return muxPng(
            await picture.png({ compressionLevel: 6, adaptiveFiltering: true }).toBuffer(),
            mark,
            profile,
          );
        }
      }
    },
  };
}

interface Metadata {
  exif: Uint8Array | null;
  xmp: Uint8Array | null;
  icc: Uint8Array | null;
  comment: Uint8Array | null;
}

function metadataOf(kind: 'jpeg' | 'png' | 'webp', bytes: Uint8Array): Metadata {
  if (kind === 'jpeg') return jpegParts(bytes);
  if (kind === 'webp') return { ...webpParts(bytes), comment: null };
  const { exif, xmp, profile } = pngParts(bytes);
  return { exif, xmp, icc: profile === null ? null : inflatedProfile(profile), comment: null };
}

/** Pillow draws a picture whose profile is damaged, without the profile. */
function inflatedProfile(profile: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(profile, { maxOutputLength: MAX_PROFILE_BYTES });
  } catch {
    return null;
  }
}

/** As they lie in the file. `truncated`: Pillow too takes damage that leaves a whole picture, but none that ends early. */
async function pixelsOf(kind: 'jpeg' | 'webp', bytes: Uint8Array): Promise<Bands> {
  const frame = kind === 'jpeg' ? jpegParts(bytes) : null;
  const isCmyk = frame?.components === 4;
  const picture = sharp(bytes, {
    limitInputPixels: MAX_PIXELS,
    failOn: 'truncated',
    pages: 1,
    sequentialRead: true,
    ignoreIcc: true,
  });
  if (isCmyk) picture.pipelineColourspace('cmyk').toColourspace('cmyk');
  const { data, info } = await picture
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw new ImageProblem('image.unreadable', `The ${kind} picture is damaged or cut short`, { cause });
    });
  const { width, height, channels } = info;
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (isCmyk) return { ...fromCmyk(width, height, raw, frame.adobe), bands: 3 };
  if (channels > 4) throw new ImageProblem('image.unreadable', `The picture has ${channels} channels`);
  return { width, height, bands: channels as Bands['bands'], data: raw };
}

/** libvips has turned ink round already where Adobe's mark stands; Pillow turns it round always. */
function fromCmyk(width: number, height: number, data: Uint8Array, adobe: boolean): Rgb {
  return cmykToRgb(width, height, data, !adobe);
}
