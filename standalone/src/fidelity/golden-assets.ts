import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { OverlayDefinition, OverlayImageRef } from '@marquee/contracts';
import type { Codec, DrawingAssets, Rgba, TextEngine } from '@marquee/overlay';

export interface GoldenAssets extends DrawingAssets {
  /** Reads what the definitions name; what is missing stays missing, as it does for Kometa. */
  prepare(definitions: readonly OverlayDefinition[]): Promise<void>;
}

const DEFAULT_FONT = 'Roboto-Medium.ttf';

export interface GoldenFolders {
  golden: string;
  /** Where fonts and Kometa's default pictures are looked for, one after the other. */
  fonts: readonly string[];
  images: readonly string[];
}

/** Fonts and pictures of a golden folder, and of Kometa's own folders. */
export function goldenAssets(
  folders: GoldenFolders,
  { codec, text }: { codec: Codec; text: TextEngine },
): GoldenAssets {
  const images = new Map<string, Rgba>();
  const fontName = (reference: string | null) => basename(reference ?? DEFAULT_FONT);
  const keyOf = ({ from, value }: OverlayImageRef) => `${from}:${value}`;
  const fileOf = ({ from, value }: OverlayImageRef) => {
    if (from === 'default') return firstWith(folders.images, value.endsWith('.png') ? value : `${value}.png`);
    const own =
      from === 'name' ? join(folders.golden, 'overlay_images', `${value}.png`) : join(folders.golden, value);
    // A folder without pictures of its own is drawn with those of --images.
    return existsSync(own) ? own : firstWith(folders.images, `${basename(value, '.png')}.png`);
  };
  return {
    font(reference) {
      const name = fontName(reference);
      return text.hasFont(name) ? name : undefined;
    },
    image: (reference) => images.get(keyOf(reference)),
    async prepare(definitions) {
      for (const { kind, font, image } of definitions) {
        const name = fontName(font);
        const file = firstWith(folders.fonts, name);
        if (kind === 'text' && !text.hasFont(name) && file !== undefined)
          text.addFont(name, await readFile(file));
        if (image === null || images.has(keyOf(image))) continue;
        const picture = fileOf(image);
        if (picture !== undefined)
          images.set(keyOf(image), await codec.decodePicture(await readFile(picture)));
      }
    },
  };
}

export function firstWith(folders: readonly string[], name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
