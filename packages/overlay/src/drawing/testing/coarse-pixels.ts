import type { Pixels } from '../../pixels/pixels.ts';
import { plainPixels } from '../../pixels/plain-pixels.ts';
import type { Rgb } from '../../pixels/raster.ts';

/** Pastes as it should; resizes and blurs so roughly that it costs nothing: for tests of what is drawn again. */
export function coarsePixels(): Pixels {
  return {
    ...plainPixels(),
    resizeRgb(source, width, height): Rgb {
      if (source.width === width && source.height === height)
        return { width, height, data: source.data.slice() };
      return {
        width,
        height,
        data: new Uint8Array(width * height * 3).fill(source.data[source.data.length >> 1] ?? 0),
      };
    },
    blurRgb: ({ width, height, data }, radius) => ({
      width,
      height,
      data: data.slice().fill(radius, 0, 3000),
    }),
  };
}
