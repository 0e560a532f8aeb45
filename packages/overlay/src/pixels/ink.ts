import type { Colour } from '@marquee/contracts';
import type { PlacedMask } from '../text/text-engine.ts';
import type { Layer } from './raster.ts';

/**
 * Draws the mask in a colour as Pillow draws text on RGBA: an empty pixel takes the ink's colour and its share of
 * alpha, so that edges have no fringe; any other pixel moves all four channels towards the ink. `atX` and `atY` are
 * the point that the text is drawn at.
 */
export function drawInk(target: Layer, mask: PlacedMask, atX: number, atY: number, colour: Colour): void {
  const { width, height, data } = target.image;
  const left = atX + mask.left - target.x;
  const top = atY + mask.top - target.y;
  const fromX = Math.max(0, -left);
  const toX = Math.min(mask.width, width - left);
  const fromY = Math.max(0, -top);
  const toY = Math.min(mask.height, height - top);
  const [red, green, blue, alpha] = colour;
  for (let y = fromY; y < toY; y += 1) {
    let at = ((top + y) * width + left + fromX) * 4;
    for (let x = fromX; x < toX; x += 1, at += 4) {
      const cover = mask.data[y * mask.width + x] as number;
      if (cover === 0) continue;
      if (data[at + 3] === 0) {
        data[at] = red;
        data[at + 1] = green;
        data[at + 2] = blue;
        data[at + 3] = mixed(0, alpha, cover);
      } else {
        data[at] = mixed(data[at] as number, red, cover);
        data[at + 1] = mixed(data[at + 1] as number, green, cover);
        data[at + 2] = mixed(data[at + 2] as number, blue, cover);
        data[at + 3] = mixed(data[at + 3] as number, alpha, cover);
      }
    }
  }
}

function mixed(under: number, over: number, cover: number): number {
  const sum = under * (255 - cover) + over * cover + 128;
  return ((sum >> 8) + sum) >> 8;
}
