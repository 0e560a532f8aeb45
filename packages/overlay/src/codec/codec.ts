import type { Rgb, Rgba } from '../pixels/raster.ts';

/** A poster as Kometa sees it: no orientation applied, no profile converted, alpha dropped. */
export interface DecodedPoster {
  rgb: Rgb;
  format: 'jpeg' | 'png' | 'webp';
  /** What Kometa writes as EXIF: the poster's own, with the mark of an overlay. */
  exif: Uint8Array;
  /** Kept in PNG only. */
  icc: Uint8Array | null;
  /** Of a JPEG; kept in JPEG only. */
  comment: Uint8Array | null;
  /** It carries the mark already: something drew overlays on it. */
  alreadyOverlaid: boolean;
}

export interface EncodeOptions {
  format: 'webp_lossy' | 'webp_lossless' | 'jpg' | 'png';
  /** Of webp_lossy and jpg. */
  quality: number;
  /** As a decoded poster says; null: the mark alone. */
  exif: Uint8Array | null;
  icc: Uint8Array | null;
  comment?: Uint8Array | null;
}

/** Reads and writes picture files as Pillow does for Kometa. Throws ImageProblem. */
export interface Codec {
  decodePoster(bytes: Uint8Array): Promise<DecodedPoster>;
  /** A picture of an overlay. */
  decodePicture(bytes: Uint8Array): Promise<Rgba>;
  encode(rgb: Rgb, options: EncodeOptions): Promise<Uint8Array>;
}
