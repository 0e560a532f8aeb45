import type { Rgb, TextSpec } from '@marquee/overlay';
import { orUnreadable } from './or-unreadable.ts';
import type { Encoded } from './studio.ts';
import type { Tools } from './tools.ts';

const SIZE = 40;
const PADDING = 12;
const MOST_WIDTH = 2000;
const GROUND = [22, 24, 29] as const;
const INK = [242, 242, 242] as const;

/** A word set in a font, by the engine that sets the overlays. */
export async function drawSpecimen(
  tools: Tools,
  { font, text: words }: { font: Uint8Array; text: string },
): Promise<Encoded> {
  const { text } = tools.open();
  orUnreadable(() => text.addFont('font', font));
  const spec: TextSpec = { font: 'font', size: SIZE, style: null, text: words, layout: 'raqm' };
  for (;;) {
    try {
      return await written(
        tools,
        orUnreadable(() => text.mask(spec, 0)),
      );
    } catch (error) {
      const setting = tools.settle?.(error);
      if (setting === undefined) throw error;
      await setting;
    }
  }
}

async function written(
  { codec }: Tools,
  mask: { width: number; height: number; data: Uint8Array },
): Promise<Encoded> {
  const inked = Math.min(mask.width, MOST_WIDTH);
  const picture: Rgb = {
    width: inked + 2 * PADDING,
    height: mask.height + 2 * PADDING,
    data: new Uint8Array(),
  };
  picture.data = new Uint8Array(picture.width * picture.height * 3);
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const [column, row] = [x - PADDING, y - PADDING];
      const inside = column >= 0 && column < inked && row >= 0 && row < mask.height;
      const ink = inside ? (mask.data[row * mask.width + column] ?? 0) : 0;
      for (let channel = 0; channel < 3; channel += 1) {
        const [ground, colour] = [GROUND[channel] ?? 0, INK[channel] ?? 0];
        picture.data[(y * picture.width + x) * 3 + channel] =
          ground + Math.round(((colour - ground) * ink) / 255);
      }
    }
  }
  const bytes = await codec.encode(picture, { format: 'png', quality: 90, exif: null, icc: null });
  return { bytes, contentType: 'image/png', width: picture.width, height: picture.height };
}
