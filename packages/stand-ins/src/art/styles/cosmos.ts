import { mix, readable } from '../colour.ts';
import { figure } from '../figures.ts';
import type { Style } from '../stage.ts';
import { circle, ellipse, glow, group, line, n, path, rect } from '../svg.ts';

/** A planet, its ring, and somebody small who came all this way. */
export const cosmos: Style = {
  name: 'cosmos',
  kinds: ['poster', 'season', 'still', 'background', 'cover'],
  palettes: ['cobalt', 'orchid', 'aurora', 'ember', 'arctic', 'ultraviolet', 'fjord', 'blood'],
  letterings: [
    {
      place: 'top',
      align: 'middle',
      face: 'poiret',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.16,
      share: 0.15,
      maxSize: 0.07,
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'grotesk',
      small: 'groteskPlain',
      caps: true,
      tracking: 0.2,
      share: 0.12,
      maxSize: 0.052,
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'oswaldLight',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.26,
      share: 0.13,
      maxSize: 0.062,
    },
  ],
  draw({ width, height, u, rng, palette, focus, defs, place }) {
    const cx = focus.x + focus.width * rng.range(0.38, 0.62);
    const cy = focus.y + focus.height * rng.range(0.4, 0.5);
    const r = Math.min(focus.width, focus.height) * rng.range(0.28, 0.37);
    let body = rect(0, 0, width, height, { fill: palette.night });
    for (let cloud = 0; cloud < 4; cloud += 1) {
      const at = { x: rng.range(0, width), y: rng.range(0, height * 0.85) };
      const tone = rng.pick([palette.deep, palette.deep, palette.middle, palette.accent]);
      body += glow(defs, at, rng.range(330, 620) * u, [
        [0, tone, 0.46],
        [0.5, tone, 0.17],
        [1, tone, 0],
      ]);
    }
    for (let star = 0; star < 180; star += 1) {
      const bright = rng.next();
      body += circle(rng.range(0, width), rng.range(0, height), (0.5 + bright ** 6 * 2.6) * u, {
        fill: rng.chance(0.85) ? palette.pale : palette.spark,
        'fill-opacity': 0.25 + 0.7 * bright,
      });
    }
    const tilt = rng.range(-26, 26);
    const light = { x: cx - r * 0.55, y: cy - r * 0.6 };
    const bright = rng.pick([palette.accent, palette.middle, palette.spark]);
    const disc = defs.clip(circle(cx, cy, r, {}));
    body += glow(defs, { x: cx, y: cy }, r * 1.7, [
      [0.56, bright, 0.5],
      [0.72, bright, 0.14],
      [1, bright, 0],
    ]);
    let bands = circle(cx, cy, r, { fill: mix(bright, palette.pale, 0.15) });
    for (let band = -7; band < 8; band += 1) {
      const tone = mix(bright, band % 2 === 0 ? palette.deep : palette.pale, rng.range(0.08, 0.42));
      bands += ellipse(cx, cy + (band / 7) * r, r * 1.3, r * rng.range(0.04, 0.13), {
        fill: tone,
        'fill-opacity': 0.75,
      });
    }
    bands += circle(cx, cy, r * 1.01, {
      fill: defs.radial(
        [
          [0, '#ffffff', 0.25],
          [0.35, palette.night, 0],
          [0.75, palette.night, 0.72],
          [1, palette.night, 0.97],
        ],
        light,
        r * 1.75,
      ),
    });
    const ringed = rng.chance(0.62);
    const ring = (half: 'back' | 'front'): string => {
      const sweep = half === 'back' ? 1 : 0;
      const loops = [1.5, 1.62, 1.72, 1.86, 1.94].map((reach, index) =>
        path(
          `M${n(cx - r * reach)} ${n(cy)}A${n(r * reach)} ${n(r * reach * 0.27)} 0 0 ${sweep} ${n(cx + r * reach)} ${n(cy)}`,
          {
            fill: 'none',
            stroke: index % 2 === 0 ? palette.spark : mix(bright, palette.pale, 0.5),
            'stroke-width': r * (0.09 - index * 0.016),
            'stroke-opacity': 0.72,
          },
        ),
      );
      return loops.join('');
    };
    const planet = group({ 'clip-path': disc }, bands);
    body += group(
      { transform: `rotate(${n(tilt)} ${n(cx)} ${n(cy)})` },
      ringed ? ring('back') : '',
      planet,
      ringed ? ring('front') : '',
    );
    for (let moon = rng.int(1, 3); moon > 0; moon -= 1) {
      const angle = rng.range(0, 6.28);
      const [mx, my, mr] = [
        cx + Math.cos(angle) * r * rng.range(1.3, 1.75),
        cy + Math.sin(angle) * r * rng.range(1.1, 1.5),
        r * rng.range(0.04, 0.11),
      ];
      body += circle(mx, my, mr, {
        fill: defs.radial(
          [
            [0, palette.pale],
            [1, palette.deep],
          ],
          { x: mx - mr * 0.5, y: my - mr * 0.5 },
          mr * 1.8,
        ),
      });
    }
    if (!ringed) {
      for (const reach of [1.45, 1.9, 2.4])
        body += ellipse(cx, cy, r * reach, r * reach * 0.9, {
          fill: 'none',
          stroke: palette.pale,
          'stroke-opacity': 0.22,
          'stroke-width': 1.4 * u,
          'stroke-dasharray': `${n(3 * u)} ${n(9 * u)}`,
        });
    }
    if (place !== 'none' || rng.chance(0.6)) {
      const soil = focus.y + focus.height * (place === 'bottom' ? 1.02 : 1.06);
      const curveTop = `M${n(-9)} ${n(soil + 90 * u)}Q${n(width / 2)} ${n(soil - 70 * u)} ${n(width + 9)} ${n(soil + 60 * u)}V${n(height + 9)}H-9Z`;
      body += path(curveTop, {
        fill: defs.linear([
          [0, mix(palette.night, bright, 0.22)],
          [0.35, palette.night],
        ]),
        stroke: mix(bright, palette.pale, 0.3),
        'stroke-width': 2.5 * u,
        'stroke-opacity': 0.8,
      });
      const px = width * rng.range(0.3, 0.7);
      body += path(figure('coat', px, soil + 12 * u, 88 * u), { fill: mix(palette.night, '#000000', 0.5) });
      body += line(px + 12 * u, soil + 10 * u, px + 150 * u, soil + 24 * u, {
        stroke: '#000',
        'stroke-opacity': 0.35,
        'stroke-width': 8 * u,
      });
    }
    body += rect(0, height * 0.72, width, height * 0.28, {
      fill: defs.linear([
        [0, palette.night, 0],
        [0.8, palette.night, 0.85],
      ]),
    });
    return {
      body,
      ink: mix(palette.pale, '#ffffff', 0.4),
      accent: readable(mix(palette.night, palette.deep, 0.5), [palette.spark, palette.pale]),
      grain: 6,
    };
  },
};
