import { packagedFonts } from './adapters/packaged-fonts.ts';
import { rasterise } from './adapters/rasterise.ts';
import { compose, type PosterOrder } from './compose.ts';

export interface DrawnPicture {
  bytes: Buffer;
  contentType: string;
}

const fonts = packagedFonts();

/** Draws a picture; the same order gives the same bytes every time. */
export async function drawPoster(order: PosterOrder): Promise<DrawnPicture> {
  return { bytes: await rasterise(compose(order, fonts)), contentType: 'image/jpeg' };
}
