import { mix, readable } from '../colour.ts';
import type { Style } from '../stage.ts';
import { glow, n, path, rect } from '../svg.ts';
import { sleeveLetterings } from './mesh.ts';

/** Hundreds of fine curves between two edges that drift apart: silk, or smoke, or a string section. */
export const ribbon: Style = {
  name: 'ribbon',
  kinds: ['cover', 'background'],
  palettes: ['orchid', 'aurora', 'cobalt', 'rosewood', 'ultraviolet', 'fjord', 'ember', 'lagoon'],
  letterings: sleeveLetterings,
  draw({ width, height, u, rng, palette, focus, defs }) {
    const paper = rng.chance(0.75) ? palette.night : palette.pale;
    const dark = paper === palette.night;
    const [from, to] = dark ? [palette.accent, palette.spark] : [palette.deep, palette.accent];
    const knot = (): number => focus.y + focus.height * rng.range(0.05, 0.95);
    const edges = [0, 1].map(() => [knot(), knot(), knot(), knot()] as const);
    const [one, other] = [edges[0], edges[1]];
    let body = rect(0, 0, width, height, { fill: paper });
    const lit = { x: width * rng.range(0.2, 0.8), y: focus.y + focus.height / 2 };
    body += glow(defs, lit, 520 * u, [
      [0, palette.middle, dark ? 0.42 : 0.3],
      [1, palette.middle, 0],
    ]);
    const threads = 90;
    for (let thread = 0; thread < threads && one !== undefined && other !== undefined; thread += 1) {
      const share = thread / (threads - 1);
      const at = (index: 0 | 1 | 2 | 3): number =>
        one[index] + (other[index] - one[index]) * share + Math.sin(share * 9 + index) * 14 * u;
      body += path(
        `M-20 ${n(at(0))}C${n(width * 0.36)} ${n(at(1))} ${n(width * (0.5 + 0.2 * share))} ${n(at(2))} ${n(width + 20)} ${n(at(3))}`,
        {
          fill: 'none',
          stroke: mix(from, to, share),
          'stroke-width': 2.4 * u,
          'stroke-opacity': 0.3 + 0.55 * Math.sin(share * Math.PI),
        },
      );
    }
    const ink = readable(paper, [palette.pale, palette.night]);
    return { body, ink, accent: readable(paper, [to, from, ink], 3.4), grain: 8 };
  },
};
