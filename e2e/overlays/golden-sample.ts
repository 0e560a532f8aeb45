import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { OverlayLevel, TextLayout } from '@marquee/contracts';
import { type Codec, canvasOf, type Pixels } from '@marquee/overlay';
import { parse } from 'yaml';
import { z } from 'zod';
import { type DrawingCase, factsOf, readMaterial, readSet } from './drawing-case.ts';

const SAMPLE = 20;
const Composite = z.object({
  id: z.string(),
  layout: TextLayout,
  level: OverlayLevel,
  poster: z.string(),
  overlays: z.array(z.record(z.string(), z.unknown())),
  rgb_sha256: z.string(),
});

/** Some of the stacks that Kometa itself has drawn, evenly from all of them. */
export async function goldenSample(
  shared: string,
  { codec, pixels }: { codec: Codec; pixels: Pixels },
): Promise<DrawingCase[]> {
  const golden = join(shared, 'golden');
  const stacks = (await readdir(join(golden, 'cases'))).filter((name) => /^c[br]/.test(name)).sort();
  const step = Math.max(1, Math.floor(stacks.length / SAMPLE));
  const chosen = stacks.filter((_, index) => index % step === 0).slice(0, SAMPLE);
  return Promise.all(
    chosen.map(async (name) => {
      const text = await readFile(join(golden, 'cases', name, 'case.yml'), 'utf8');
      const one = Composite.parse(parse(text));
      const set = readSet(one, one.level);
      const material = await readMaterial(set, {
        font: (reference) => join(shared, 'kometa-data/fonts', basename(reference ?? 'Roboto-Medium.ttf')),
        image: ({ from, value }) =>
          from === 'name' ? join(golden, 'overlay_images', `${value}.png`) : join(golden, value),
      });
      const { rgb } = await codec.decodePoster(await readFile(join(golden, one.poster)));
      const { width, height } = canvasOf(one.level);
      const base = pixels.resizeRgb(rgb, width, height);
      return {
        name,
        set,
        facts: factsOf(one.level, name),
        layout: one.layout,
        base,
        ...material,
        expected: one.rgb_sha256,
      };
    }),
  );
}
