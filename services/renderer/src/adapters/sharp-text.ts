import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type FontNames,
  FontProblem,
  type PlacedMask,
  type TextEngine,
  type TextSpec,
} from '@marquee/overlay';
import sharp from 'sharp';
import { readFontNames } from '../studio/font-names.ts';

interface Font {
  names: FontNames;
  path: string;
}

/** Thrown where a text must be set first; `settle` sets it, and whoever asked asks again. */
class NotSetYet extends Error {
  override name = 'NotSetYet';
  readonly set: () => Promise<void>;
  constructor(set: () => Promise<void>) {
    super('This text is not set yet');
    this.set = set;
  }
}

const EMPTY: PlacedMask = { left: 0, top: 0, width: 0, height: 0, data: new Uint8Array() };
const MOST_LETTERS = 500;
const MOST_SET = 2_000;

/**
 * Text by sharp, for machines where FreeType could not be built. It is not Kometa's text and says so; sharp answers
 * later and an engine asks at once, hence the detour.
 */
export function sharpText(): { open(): TextEngine; settle(error: unknown): Promise<void> | undefined } {
  const fonts = new Map<string, Font>();
  const set = new Map<string, PlacedMask>();
  let folder: string | undefined;

  function addFont(font: string, bytes: Uint8Array): FontNames {
    const known = fonts.get(font);
    if (known !== undefined) return known.names;
    const names = readFontNames(bytes);
    folder ??= mkdtempSync(join(tmpdir(), 'marquee-fonts-'));
    const path = join(folder, `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.ttf`);
    writeFileSync(path, bytes, { mode: 0o600 });
    fonts.set(font, { names, path });
    return names;
  }

  function textOf(spec: TextSpec, stroke: number): PlacedMask {
    const font = fonts.get(spec.font);
    if (font === undefined) throw new FontProblem('font.unreadable', `The font ${spec.font} was not added`);
    const name = JSON.stringify([spec.font, spec.size, spec.style, spec.text, stroke]);
    const found = set.get(name);
    if (found !== undefined) return found;
    throw new NotSetYet(async () => {
      if (set.size >= MOST_SET) set.clear();
      set.set(name, grown(await setText(font, spec), stroke));
    });
  }

  return {
    open: () => ({
      exact: false,
      addFont,
      hasFont: (font) => fonts.has(font),
      measure(spec) {
        const { width, height } = textOf(spec, 0);
        return { left: 0, top: 0, right: width, bottom: height };
      },
      mask: textOf,
    }),
    settle: (error) => (error instanceof NotSetYet ? error.set() : undefined),
  };
}

async function setText({ names, path }: Font, { text, size }: TextSpec): Promise<PlacedMask> {
  const words = text.slice(0, MOST_LETTERS);
  if (words.trim() === '') return EMPTY;
  // At 72 dots an inch a point is a pixel.
  const { data, info } = await sharp({
    text: {
      text: escaped(words),
      font: `${names.family} ${names.style} ${size}`,
      fontfile: path,
      dpi: 72,
      rgba: true,
    },
  })
    .extractChannel('alpha')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { left: 0, top: 0, width: info.width, height: info.height, data: new Uint8Array(data) };
}

/** Pango reads markup. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A stroke as the largest coverage within its distance. */
function grown(mask: PlacedMask, stroke: number): PlacedMask {
  if (stroke === 0 || mask.width === 0) return mask;
  const width = mask.width + 2 * stroke;
  const height = mask.height + 2 * stroke;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < mask.height; y += 1) {
    for (let x = 0; x < mask.width; x += 1) {
      const ink = mask.data[y * mask.width + x] ?? 0;
      if (ink > 0) dab(data, width, { x: x + stroke, y: y + stroke, ink, stroke });
    }
  }
  return { left: -stroke, top: -stroke, width, height, data };
}

function dab(
  data: Uint8Array,
  width: number,
  { x, y, ink, stroke }: { x: number; y: number; ink: number; stroke: number },
): void {
  for (let down = -stroke; down <= stroke; down += 1) {
    const reach = Math.floor(Math.sqrt(stroke * stroke - down * down));
    for (let across = -reach; across <= reach; across += 1) {
      const at = (y + down) * width + x + across;
      if ((data[at] ?? 255) < ink) data[at] = ink;
    }
  }
}
