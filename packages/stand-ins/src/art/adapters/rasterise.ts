import sharp from 'sharp';
import { createRng } from '../random.ts';

// No picture is drawn twice in a row, so libvips' cache would only hold on to memory.
sharp.cache(false);

export interface Drawing {
  svg: string;
  width: number;
  height: number;
  grain: number;
  seed: string;
}

const tableSize = 1 << 16;

// Two draws added make a soft bell: nearer to film than plain noise.
function grainTable(seed: string, strength: number): Int8Array {
  const rng = createRng(`grain:${seed}`);
  return Int8Array.from({ length: tableSize }, () => Math.round((rng.next() + rng.next() - 1) * strength));
}

/** Adds the same speck to all three channels; it also hides the steps of long gradients. */
function addGrain(pixels: Uint8ClampedArray, width: number, drawing: Drawing): void {
  const table = grainTable(drawing.seed, drawing.grain);
  const rows = createRng(`rows:${drawing.seed}`);
  let cursor = 0;
  for (let index = 0; index < pixels.length; index += 3) {
    // Each row starts elsewhere in the table, or the repetition would show as stripes.
    if (index % (width * 3) === 0) cursor = rows.int(0, tableSize - 1);
    const speck = table[cursor++ & (tableSize - 1)] ?? 0;
    for (let channel = index; channel < index + 3; channel += 1) {
      pixels[channel] = (pixels[channel] ?? 0) + speck;
    }
  }
}

export async function rasterise(drawing: Drawing, quality = 88): Promise<Buffer> {
  const { data, info } = await sharp(Buffer.from(drawing.svg))
    .flatten({ background: '#000000' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // The clamped view stops at black and white by itself.
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  if (drawing.grain > 0) addGrain(pixels, info.width, drawing);
  const shape = { width: info.width, height: info.height, channels: 3 as const };
  return sharp(data, { raw: shape }).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
}
