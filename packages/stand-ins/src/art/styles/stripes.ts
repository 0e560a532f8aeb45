import { contrast, ramp, readable } from '../colour.ts';
import type { Stage, Style } from '../stage.ts';
import { circle, group, n, path, rect } from '../svg.ts';
import { sleeveLetterings } from './mesh.ts';

/** A road of colours that turns a corner. */
function road({ width, height, rng, focus, u }: Stage, inks: readonly string[]): string {
  const thick = Math.min(focus.height, focus.width) * 0.085;
  const [cx, cy] = [rng.range(0.28, 0.72) * width, focus.y + focus.height * 0.5];
  let body = '';
  inks.forEach((ink, index) => {
    const r = thick * (inks.length - index) + 30 * u;
    const d = `M${n(-20)} ${n(cy + r)}H${n(cx)}A${n(r)} ${n(r)} 0 0 0 ${n(cx + r)} ${n(cy)}V${n(focus.y - height * 0.02)}`;
    body += path(d, { fill: 'none', stroke: ink, 'stroke-width': thick + 0.8 });
  });
  return body;
}

/** Arcs rising from the edge like a sun in the seventies. */
function arcs({ width, rng, focus, place, height, defs }: Stage, inks: readonly string[]): string {
  const cx = width * rng.pick([0.5, 0.5, 0, 1]);
  const cy = focus.y + focus.height;
  const reach = Math.min(focus.height * 0.98, cx === width / 2 ? width * 0.46 : width * 0.9);
  const suns = inks.map((ink, index) =>
    circle(cx, cy, reach * (1 - index / (inks.length + 0.4)), { fill: ink }),
  );
  const above = defs.clip(rect(0, 0, width, place === 'bottom' ? cy : height, {}));
  return group({ 'clip-path': above }, ...suns);
}

/** Flat bands at a slant, with a disc cut by them. */
function slant({ rng, focus, defs }: Stage, inks: readonly string[]): string {
  const [cx, cy] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
  const r = Math.min(focus.width, focus.height) * 0.46;
  const turn = rng.range(-50, 50);
  const bands = inks
    .map((ink, index) =>
      rect(-r * 2, -r + (index * 2 * r) / inks.length, r * 4, (2 * r) / inks.length + 1, { fill: ink }),
    )
    .join('');
  return group(
    { 'clip-path': defs.clip(circle(cx, cy, r, {})) },
    group({ transform: `translate(${n(cx)} ${n(cy)}) rotate(${n(turn)})` }, bands),
  );
}

/** Bands of a few inks, bent in one way or another. */
export const stripes: Style = {
  name: 'stripes',
  kinds: ['cover', 'background'],
  palettes: ['tangerine', 'mustard', 'lagoon', 'peach', 'mint', 'ember', 'ochre', 'dusk', 'sahara'],
  letterings: sleeveLetterings,
  draw(stage) {
    const { width, height, rng, palette } = stage;
    const paper = rng.pick([palette.pale, palette.night, palette.deep]);
    const path5 = rng
      .pick([
        ramp(palette.spark, palette.accent, 5),
        ramp(palette.accent, palette.deep, 5),
        [palette.accent, palette.middle, palette.spark, palette.deep, palette.middle],
        ramp(palette.spark, palette.middle, 6),
      ])
      .filter((ink) => contrast(ink, paper) > 1.15);
    const draw = rng.pick([road, arcs, slant]);
    const body = rect(0, 0, width, height, { fill: paper }) + group({}, draw(stage, path5));
    const ink = readable(paper, [palette.night, palette.pale]);
    return { body, ink, accent: readable(paper, [palette.accent, ink], 3.2), grain: 9 };
  },
};
