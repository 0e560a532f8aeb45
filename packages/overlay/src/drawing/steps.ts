import type { Colour, OverlayDefinition, TextLayout } from '@marquee/contracts';
import { drawInk } from '../pixels/ink.ts';
import type { Pixels } from '../pixels/pixels.ts';
import { emptyLayer, type Layer, type Region, type Rgb, type Rgba } from '../pixels/raster.ts';
import { type BackdropLook, backdropRegion, drawBackdrop } from '../pixels/shapes.ts';
import type { PlacedMask, TextBox, TextEngine, TextSpec } from '../text/text-engine.ts';
import { clip, unite } from './boxes.ts';
import type { Canvas } from './canvas.ts';
import { createKept } from './kept.ts';
import type { Placed } from './place.ts';

/** One thing that is done to the poster. Equal ids at equal places do the same. */
export type Step =
  | { kind: 'paste'; id: string; region: Region; image: Rgba }
  /** A picture without offsets: the poster is brought to its size, and back. */
  | { kind: 'frame'; id: string; image: Rgba };

interface TextToDraw {
  spec: TextSpec;
  box: TextBox;
}

/** Layers larger than this are made for one place only, cut to the canvas. */
const MAX_LAYER_PIXELS = 6_000_000;
const WHITE: Colour = [255, 255, 255, 255];

/** Makes the steps of overlays, keeping what comes again. */
export interface StepMaker {
  measure(spec: TextSpec): TextBox;
  scaled(image: Rgba, definition: OverlayDefinition): Rgba;
  /** Of the back box and the text; null when there is neither. */
  layer(definition: OverlayDefinition, placed: Placed, text: TextToDraw | null, canvas: Canvas): Step | null;
  picture(image: Rgba, at: { x: number; y: number }): Step;
  frame(image: Rgba): Step;
}

export function createStepMaker(
  { pixels, text: engine }: { pixels: Pixels; text: TextEngine },
  cacheBytes: number,
): StepMaker {
  const boxes = createKept<TextBox>(cacheBytes / 16, () => 64);
  const masks = createKept<PlacedMask>(cacheBytes / 4, ({ data }) => data.length);
  const layers = createKept<Layer>(cacheBytes / 2, ({ image }) => image.data.length);
  const scaledBySource = new WeakMap<Rgba, Map<string, Rgba>>();
  const names = new WeakMap<Rgba, string>();
  let counter = 0;

  const nameOf = (image: Rgba): string => {
    const known = names.get(image);
    if (known !== undefined) return known;
    counter += 1;
    const name = `picture ${counter}`;
    names.set(image, name);
    return name;
  };
  const maskOf = (spec: TextSpec, strokeWidth: number) =>
    masks.get(`${textKey(spec)}/${strokeWidth}`, () => engine.mask(spec, strokeWidth));

  const buildLayer = (
    definition: OverlayDefinition,
    { back, content }: Placed,
    text: TextToDraw | null,
    bounds: Region | null,
  ): Layer | null => {
    const look = lookOf(definition);
    const inks =
      text === null ? [] : inksOf(definition).map((ink) => ({ ...ink, mask: maskOf(text.spec, ink.stroke) }));
    const touched = unite([
      ...(back === null ? [] : [backdropRegion(back, look)]),
      ...inks.map(({ mask }) => ({
        x: content.x + mask.left,
        y: content.y + mask.top,
        width: mask.width,
        height: mask.height,
      })),
    ]);
    const region = touched === null || bounds === null ? touched : clip(touched, bounds);
    if (region === null) return null;
    const layer = emptyLayer(region);
    if (back !== null) drawBackdrop(layer, back, look);
    for (const { mask, colour } of inks) drawInk(layer, mask, content.x, content.y, colour);
    return layer;
  };

  return {
    measure: (spec) => boxes.get(textKey(spec), () => engine.measure(spec)),
    scaled(image, { scaleWidth, scaleHeight }) {
      if (scaleWidth === null && scaleHeight === null) return image;
      const size = scaledSize(image, { scaleWidth, scaleHeight });
      const bySize = scaledBySource.get(image) ?? new Map<string, Rgba>();
      scaledBySource.set(image, bySize);
      const key = `${size.width}x${size.height}`;
      const known = bySize.get(key);
      if (known !== undefined) return known;
      const made = pixels.resizeRgba(image, size.width, size.height);
      bySize.set(key, made);
      return made;
    },
    layer(definition, placed, text, canvas) {
      const { back, content } = placed;
      if (back === null && text === null) return null;
      const roomy = back === null || areaOf(backdropRegion(back, lookOf(definition))) <= MAX_LAYER_PIXELS;
      const look = lookKey(definition, placed, text);
      // Where it lies does not change how it looks, so a layer that is dragged about is made once.
      const origin = roomy ? content : { x: 0, y: 0 };
      const key = roomy ? look : `${look}@${content.x},${content.y} in ${canvas.width}x${canvas.height}`;
      const layer = layers.get(key, () => {
        const made = roomy
          ? buildLayer(definition, movedToOrigin(placed), text, null)
          : buildLayer(definition, placed, text, { x: 0, y: 0, ...canvas });
        return made ?? emptyLayer({ x: 0, y: 0, width: 0, height: 0 });
      });
      const { width, height } = layer.image;
      const x = layer.x + origin.x;
      const y = layer.y + origin.y;
      return { kind: 'paste', id: `${key}@${x},${y}`, region: { x, y, width, height }, image: layer.image };
    },
    picture: (image, { x, y }) => ({
      kind: 'paste',
      id: `${nameOf(image)}@${x},${y}`,
      region: { x, y, width: image.width, height: image.height },
      image,
    }),
    frame: (image) => ({ kind: 'frame', id: nameOf(image), image }),
  };
}

/** Does the steps on the poster; `within` limits pasting to a part of it. */
export function carryOut(pixels: Pixels, poster: Rgb, steps: readonly Step[], within?: Region): Rgb {
  let current = poster;
  for (const step of steps) {
    if (step.kind === 'paste') pixels.paste(current, step.image, step.region.x, step.region.y, within);
    else {
      const { width, height } = current;
      const stretched = pixels.resizeRgb(current, step.image.width, step.image.height);
      pixels.paste(stretched, step.image, 0, 0);
      current = pixels.resizeRgb(stretched, width, height);
    }
  }
  return current;
}

/** A stroke is drawn first, filled; the fill comes over it unless it has the same colour. */
function inksOf({ fontColor, strokeColor, strokeWidth }: OverlayDefinition) {
  const fill = fontColor ?? WHITE;
  if (strokeWidth === 0) return [{ stroke: 0, colour: fill }];
  const stroke = { stroke: strokeWidth, colour: strokeColor ?? fill };
  const same = stroke.colour.every((value, index) => value === fill[index]);
  return same ? [stroke] : [stroke, { stroke: 0, colour: fill }];
}

function scaledSize(
  image: { width: number; height: number },
  { scaleWidth, scaleHeight }: Pick<OverlayDefinition, 'scaleWidth' | 'scaleHeight'>,
) {
  const wanted = (base: number, scale: OverlayDefinition['scaleWidth']) =>
    scale === null ? null : scale.percent ? Math.trunc((base * scale.value) / 100) : scale.value;
  const width = wanted(image.width, scaleWidth);
  const height = wanted(image.height, scaleHeight);
  return {
    width: Math.max(1, width ?? Math.trunc((image.width * (height ?? image.height)) / image.height)),
    height: Math.max(1, height ?? Math.trunc((image.height * (width ?? image.width)) / image.width)),
  };
}

function movedToOrigin({ start, back, content, addon }: Placed): Placed {
  const { x, y } = content;
  return {
    start,
    back: back === null ? null : [back[0] - x, back[1] - y, back[2] - x, back[3] - y],
    content: { ...content, x: 0, y: 0 },
    addon,
  };
}

function areaOf({ width, height }: Region): number {
  return width * height;
}

function lookOf({ backColor, backLineColor, backLineWidth, backRadius }: OverlayDefinition): BackdropLook {
  return { fill: backColor, line: backLineColor, lineWidth: backLineWidth, radius: backRadius };
}

function lookKey(definition: OverlayDefinition, { back, content }: Placed, text: TextToDraw | null): string {
  const { fontColor, strokeColor, strokeWidth } = definition;
  return JSON.stringify([
    back === null
      ? null
      : [back[0] - content.x, back[1] - content.y, back[2] - content.x, back[3] - content.y],
    ...(back === null ? [] : [lookOf(definition)]),
    ...(text === null ? [] : [textKey(text.spec), fontColor, strokeColor, strokeWidth]),
  ]);
}

function textKey({ font, size, style, text, layout }: TextSpec): string {
  return JSON.stringify([font, size, style, text, layout satisfies TextLayout]);
}
