import type { PictureType } from './picture-type.ts';

export interface Picture {
  bytes: Uint8Array;
  contentType: PictureType;
}

/** Decodes and encodes pictures. Whatever cannot be read safely is Problem('image.unreadable'). */
export interface Pictures {
  /** Decodes all of it; the same bytes come back, with what they really are. */
  examine(bytes: Uint8Array): Promise<Picture>;
  /** A JPEG of at most this width, never larger than the original. */
  shrink(bytes: Uint8Array, width: number): Promise<Picture>;
}
