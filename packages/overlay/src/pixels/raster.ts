import type { Box } from '@marquee/contracts';

/** Packed rows, three bytes a pixel. */
export interface Rgb {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Packed rows, four bytes a pixel, straight alpha. */
export interface Rgba {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Coverage of ink, one byte a pixel. */
export interface Mask {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The part of a full-canvas layer that differs from its empty state, transparent white. */
export interface Layer {
  x: number;
  y: number;
  image: Rgba;
}

export type Region = Box;

/** Transparent white, as Kometa's layers start. */
export function emptyLayer({ x, y, width, height }: Region): Layer {
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < data.length; at += 4) {
    data[at] = 255;
    data[at + 1] = 255;
    data[at + 2] = 255;
  }
  return { x, y, image: { width, height, data } };
}
