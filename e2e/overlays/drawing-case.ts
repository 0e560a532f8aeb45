import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type {
  OverlayDefinition,
  OverlayFacts,
  OverlayLevel,
  OverlaySet,
  TextLayout,
} from '@marquee/contracts';
import { overlaySetOf, readOverlayFile } from '@marquee/kometa';
import { type Canvas, canvasOf, type Rgb } from '@marquee/overlay';
import { stringify } from 'yaml';
import type { OverlayCase } from './our-cases.ts';

/** All that a drawing depends on, with the bytes of what it names. */
export interface DrawingCase {
  name: string;
  set: OverlaySet;
  facts: OverlayFacts;
  layout: TextLayout;
  base: Rgb;
  /** Bytes by the reference in a definition. */
  fonts: ReadonlyMap<string, Uint8Array>;
  images: ReadonlyMap<string, Uint8Array>;
  /** SHA-256 of the RGB rows that Kometa made; null where only our own engines are compared. */
  expected: string | null;
}

export function factsOf(level: OverlayLevel, title: string): OverlayFacts {
  return {
    ...{ level, title, originalTitle: null, showTitle: null, seasonTitle: null, seasonNumber: null },
    ...{ episodeNumber: null, episodeCount: null, edition: null, contentRating: null },
    ...{ originallyAvailable: null, criticRating: null, audienceRating: null, userRating: null },
    ...{ durationMs: null, partDurationsMs: [], bitratesKbps: [], versions: 1, ratings: {} },
  };
}

interface Wanted {
  overlays: readonly Record<string, unknown>[];
  queues?: Record<string, unknown>;
}

/** Through an overlay file, as everything that is drawn comes. */
export function readSet({ overlays, queues }: Wanted, level: OverlayLevel): OverlaySet {
  const definitions = overlays.map((overlay, index) => [
    `overlay ${index}`,
    { overlay, plex_all: true, ...(level !== 'movie' && level !== 'show' && { builder_level: level }) },
  ]);
  const yaml = stringify({ overlays: Object.fromEntries(definitions), ...(queues && { queues }) });
  const music = level === 'artist' || level === 'album';
  const read = readOverlayFile(yaml, {
    libraryKind: level === 'movie' ? 'movie' : music ? 'artist' : 'show',
  });
  return overlaySetOf([read]);
}

type Image = NonNullable<OverlayDefinition['image']>;

/** The bytes of each font and picture that is named and there; what is not there is missing for both engines. */
export async function readMaterial(
  { definitions }: OverlaySet,
  where: { font(reference: string | null): string; image(reference: Image): string },
) {
  const fonts = new Map<string, Uint8Array>();
  const images = new Map<string, Uint8Array>();
  for (const { kind, font, image } of definitions) {
    if (kind === 'text') fonts.set(font ?? '', await readFile(where.font(font)));
    if (image !== null) images.set(`${image.from}:${image.value}`, await readFile(where.image(image)));
  }
  return { fonts, images };
}

/** A poster with edges, slopes and noise, the same each time. */
function poster({ width, height }: Canvas): Rgb {
  const data = new Uint8Array(width * height * 3);
  let noise = 12_345;
  let at = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      noise = (noise * 16_807) % 2_147_483_647;
      const tile = ((x >> 6) + (y >> 6)) & 1 ? 60 : 0;
      data[at] = (x >> 2) + tile + (noise & 15);
      data[at + 1] = (y >> 3) + tile + (noise & 31);
      data[at + 2] = ((x + y) >> 3) + tile;
      at += 3;
    }
  return { width, height, data };
}

export async function ownDrawing(
  { name, level, layout, overlays, queues }: OverlayCase,
  defaults: string,
): Promise<DrawingCase> {
  const set = readSet({ overlays, ...(queues && { queues }) }, level);
  const material = await readMaterial(set, {
    font: (reference) => join(defaults, 'fonts', basename(reference ?? 'Roboto-Medium.ttf')),
    image: ({ value }) => join(defaults, 'overlays/images', `${basename(value, '.png')}.png`),
  });
  const base = poster(canvasOf(level));
  return { name, set, facts: factsOf(level, name), layout, base, ...material, expected: null };
}
