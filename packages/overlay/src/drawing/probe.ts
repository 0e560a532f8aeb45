import type { OverlayDefinition, TextLayout } from '@marquee/contracts';
import { emptyLayer, type Rgba } from '../pixels/raster.ts';
import type { TextBox } from '../text/text-engine.ts';
import type { Canvas } from './canvas.ts';
import type { DrawingAssets, EngineParts } from './drawing.ts';
import { type Placed, place, textSize } from './place.ts';
import { createStepMaker } from './steps.ts';

export interface Probed {
  /** The layer on the whole canvas: back box and text, without pictures. */
  layer: Rgba;
  textBox: TextBox | null;
  /** After scaling. */
  picture: Rgba | null;
  placed: Placed;
}

/** One overlay taken apart, for comparing with what Kometa's own class measures and draws. */
export function probe(
  parts: EngineParts,
  definition: OverlayDefinition,
  canvas: Canvas,
  { layout, assets }: { layout: TextLayout; assets: DrawingAssets },
): Probed {
  const maker = createStepMaker(parts, 1_000_000);
  const source = definition.image === null ? undefined : assets.image(definition.image);
  const picture = source === undefined ? null : maker.scaled(source, definition);
  const font = assets.font(definition.font);
  const spec =
    definition.kind === 'text' && font !== undefined
      ? {
          ...{ font, size: definition.fontSize, style: definition.fontStyle, layout },
          text: definition.name.slice(5, -1),
        }
      : null;
  const textBox = spec === null ? null : maker.measure(spec);
  const placed = place(definition, canvas, null, {
    text: textBox === null ? null : textSize(textBox),
    image: picture,
  });
  const step = maker.layer(
    definition,
    placed,
    spec === null || textBox === null ? null : { spec, box: textBox },
    canvas,
  );
  const { image: layer } = emptyLayer({ x: 0, y: 0, ...canvas });
  if (step?.kind === 'paste') {
    const { region, image } = step;
    for (let y = Math.max(0, region.y); y < Math.min(canvas.height, region.y + region.height); y += 1) {
      const from = Math.max(0, region.x);
      const to = Math.min(canvas.width, region.x + region.width);
      if (to <= from) continue;
      const start = ((y - region.y) * region.width + from - region.x) * 4;
      layer.data.set(image.data.subarray(start, start + (to - from) * 4), (y * canvas.width + from) * 4);
    }
  }
  return { layer, textBox, picture, placed };
}
