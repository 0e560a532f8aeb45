import type { Region, Rgb, Rgba } from './raster.ts';

/**
 * The heavy operations, in Pillow's integer arithmetic. Two makers give the same bytes: plain TypeScript, and
 * the module built from `native/pixels.c` with SIMD.
 */
export interface Pixels {
  readonly kind: 'plain' | 'simd';
  /** Lanczos to a new size; the same size is a copy. */
  resizeRgb(source: Rgb, width: number, height: number): Rgb;
  /** As `resizeRgb`, with the alpha premultiplied before and taken out after. */
  resizeRgba(source: Rgba, width: number, height: number): Rgba;
  /** Pillow's GaussianBlur: three extended box blurs each way. */
  blurRgb(source: Rgb, radius: number): Rgb;
  /** Pastes through the picture's own alpha, clipped to the target, and to `within` if given. */
  paste(target: Rgb, source: Rgba, x: number, y: number, within?: Region): void;
}
