import type { Pixels } from '../pixels/pixels.ts';
import type { Region, Rgb } from '../pixels/raster.ts';
import { clip, unite } from './boxes.ts';
import type { DrawingInput, Stage } from './drawing.ts';
import type { Plan } from './plan.ts';
import { carryOut, type Step } from './steps.ts';

/** Draws again only the part that changed, from the untouched poster up. */
export function openStage(pixels: Pixels, base: Rgb, plan: (input: DrawingInput) => Plan): Stage {
  let poster: Rgb | null = null;
  let blurred: { radius: number; rgb: Rgb } | null = null;
  let shown: Rgb = { width: 0, height: 0, data: new Uint8Array() };
  let steps: readonly Step[] = [];

  /** The poster on its canvas, blurred if need be, made once for each blur. */
  const ground = ({ canvas, blur }: Plan): Rgb => {
    if (poster === null || poster.width !== canvas.width || poster.height !== canvas.height) {
      poster = pixels.resizeRgb(base, canvas.width, canvas.height);
      blurred = null;
    }
    if (blurred?.radius !== blur)
      blurred = { radius: blur, rgb: blur > 0 ? pixels.blurRgb(poster, blur) : poster };
    return blurred.rgb;
  };

  return {
    get rgb() {
      return shown;
    },
    update(input) {
      const next = plan(input);
      const before = blurred?.rgb;
      const under = ground(next);
      const all: Region = { x: 0, y: 0, ...next.canvas };
      const first = shown.width !== under.width || shown.height !== under.height;
      if (first) shown = { ...under, data: new Uint8Array(under.data.length) };
      const changed = first || before !== under ? all : changedRegion(steps, next.steps, all);
      steps = next.steps;
      if (changed === null) return { account: next.account, changed };
      copyRegion(under, shown, changed);
      const framed = next.steps.some(({ kind }) => kind === 'frame');
      const drawn = carryOut(pixels, shown, next.steps, framed ? undefined : changed);
      // Frames make a new picture; what is shown stays the same array.
      if (drawn !== shown) shown.data.set(drawn.data);
      return { account: next.account, changed };
    },
  };
}

/** Null when nothing differs; all when a frame, which touches every pixel, is there now or was. */
function changedRegion(earlier: readonly Step[], later: readonly Step[], all: Region): Region | null {
  const before = told(earlier);
  const after = told(later);
  const old = new Set(before.map(({ id }) => id));
  const now = new Set(after.map(({ id }) => id));
  const kept = (list: readonly Step[], other: ReadonlySet<string>) =>
    list.filter(({ id }) => other.has(id)).map(({ id }) => id);
  const sameOrder = kept(before, now).join('\n') === kept(after, old).join('\n');
  const different = sameOrder
    ? [...before.filter(({ id }) => !now.has(id)), ...after.filter(({ id }) => !old.has(id))]
    : [...before, ...after];
  if (different.length === 0) return null;
  const regions: Region[] = [];
  for (const step of [...before, ...after]) if (step.kind === 'frame') return all;
  for (const step of different) if (step.kind === 'paste') regions.push(step.region);
  const together = unite(regions);
  return together === null ? null : clip(together, all);
}

/** Two equal steps are two: pasting twice is not pasting once. */
function told(steps: readonly Step[]): Step[] {
  const seen = new Map<string, number>();
  return steps.map((step) => {
    const times = seen.get(step.id) ?? 0;
    seen.set(step.id, times + 1);
    return times === 0 ? step : { ...step, id: `${step.id} again ${times}` };
  });
}

function copyRegion(from: Rgb, to: Rgb, { x, y, width, height }: Region): void {
  for (let row = y; row < y + height; row += 1) {
    const start = (row * from.width + x) * 3;
    to.data.set(from.data.subarray(start, start + width * 3), start);
  }
}
