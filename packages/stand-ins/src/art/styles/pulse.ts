import { mix, readable } from '../colour.ts';
import type { Style } from '../stage.ts';
import { curve, n, type Point, path, rect } from '../svg.ts';
import { sleeveLetterings } from './mesh.ts';

/** Line under line, each hiding what is behind it: a country made of sound. */
export const pulse: Style = {
  name: 'pulse',
  kinds: ['cover', 'background'],
  palettes: ['press', 'cobalt', 'pine', 'ember', 'ultraviolet', 'slate', 'bordeaux', 'aurora'],
  letterings: sleeveLetterings,
  draw({ width, height, u, rng, palette, focus, kind }) {
    const paper = rng.pick([palette.night, palette.night, palette.pale, palette.deep]);
    const line = readable(paper, [palette.pale, palette.night]);
    const tint = readable(paper, [palette.accent, palette.spark, line], 3);
    const rows = kind === 'cover' ? 34 : 40;
    const [from, to] = [focus.x + focus.width * 0.06, focus.x + focus.width * 0.94];
    const peaks = Array.from({ length: rng.int(2, 4) }, () => ({
      at: rng.range(0.3, 0.7),
      wide: rng.range(0.06, 0.16),
      tall: rng.range(0.5, 1),
    }));
    let body = rect(0, 0, width, height, { fill: paper });
    for (let row = 0; row < rows; row += 1) {
      const base = focus.y + focus.height * (0.16 + 0.82 * (row / rows));
      const swell = 0.25 + 0.75 * Math.sin((row / rows) * Math.PI);
      const points: Point[] = [];
      for (let step = 0; step <= 56; step += 1) {
        const share = step / 56;
        const hill = peaks.reduce(
          (sum, peak) =>
            sum + peak.tall * Math.exp(-(((share - peak.at - 0.03 * Math.sin(row * 0.6)) / peak.wide) ** 2)),
          0,
        );
        const quiver = rng.range(-1, 1) * (3 + 26 * hill) * u;
        points.push({ x: from + (to - from) * share, y: base - hill * swell * 105 * u - Math.abs(quiver) });
      }
      const d = curve(points);
      body += path(`${d}V${n(base + 30 * u)}H${n(from)}Z`, { fill: paper });
      body += path(d, { fill: 'none', stroke: mix(line, tint, row / rows), 'stroke-width': 3.2 * u });
    }
    return { body, ink: line, accent: tint, grain: 6 };
  },
};
