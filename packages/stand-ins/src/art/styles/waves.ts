import { mix, readable } from '../colour.ts';
import { bird, swell } from '../land.ts';
import type { Stage, Style } from '../stage.ts';
import { circle, curve, glow, group, n, path, rect } from '../svg.ts';

/** Rows of nested arcs, as on old Japanese cloth. */
function scales({ width, height, palette, u, rng }: Stage, top: number): string {
  const r = rng.range(78, 112) * u;
  let body = '';
  for (let row = 0; top + row * r * 0.5 < height + r; row += 1) {
    const y = top + row * r * 0.5 + r;
    const share = Math.min(1, (row * r * 0.5) / (height - top));
    const sea = mix(palette.middle, palette.night, 0.12 + share * 0.8);
    for (let x = row % 2 === 0 ? 0 : r; x < width + r; x += r * 2) {
      for (let ring = 0; ring < 4; ring += 1) {
        const reach = r * (1 - ring * 0.26);
        body += circle(x, y, reach, {
          fill: ring % 2 === 0 ? sea : mix(sea, palette.pale, 0.5 - share * 0.32),
        });
      }
    }
  }
  return body;
}

/** Long swells, each with a lit crest and finer lines under it. */
function swells({ width, height, palette, u, rng, defs }: Stage, top: number): string {
  let body = '';
  const rows = 9;
  for (let row = 0; row < rows; row += 1) {
    const share = row / (rows - 1);
    const y = top + share ** 1.3 * (height - top) * 0.92;
    const sea = mix(mix(palette.middle, palette.pale, 0.28 * (1 - share)), palette.night, share * 0.94);
    const crest = swell(rng, width, y, (8 + 46 * share) * u, 1.2 + (1 - share) * 2.2);
    const d = curve(crest);
    const last = `L${n(width * 1.06)} ${n(height + 9)}L${n(-width * 0.06)} ${n(height + 9)}Z`;
    body += path(d + last, {
      fill: defs.linear([
        [0, sea],
        [0.7, mix(sea, palette.night, 0.45)],
      ]),
    });
    for (let fine = 0; fine < 4; fine += 1) {
      body += path(d, {
        fill: 'none',
        stroke: palette.pale,
        'stroke-width': (fine === 0 ? 3.4 : 1.4) * u,
        'stroke-opacity': (fine === 0 ? 0.75 : 0.26) * (1 - share * 0.75),
        transform: `translate(${n(fine * 7 * u)} ${n(fine * (8 + 9 * share) * u)})`,
      });
    }
  }
  return body;
}

const boat = (x: number, y: number, size: number, hull: string, sail: string): string =>
  group(
    { transform: `translate(${n(x)} ${n(y)}) rotate(-3) scale(${n(size)})` },
    path('M-5 0L5.4 0C4.6 2 3 2.6 0.5 2.6C-2.4 2.6 -4.2 2 -5 0Z', { fill: hull }),
    path('M0.2 -0.6L0.2 -12C4 -8.4 5 -4.4 4.6 -0.6Z', { fill: sail }),
    path('M-0.5 -0.6L-0.5 -10.4C-2.6 -7 -4 -3.6 -4.2 -0.6Z', { fill: sail, opacity: 0.85 }),
    path('M-0.3 0V-12.6H0.1V0Z', { fill: hull }),
  );

/** One small sail, and a great deal of water. */
export const waves: Style = {
  name: 'waves',
  kinds: ['poster', 'season', 'still', 'background', 'cover'],
  palettes: ['lagoon', 'arctic', 'cobalt', 'fjord', 'mint', 'peach', 'sahara', 'dusk'],
  letterings: [
    { place: 'top', align: 'middle', face: 'playfair', small: 'oswaldLight', share: 0.17, maxSize: 0.088 },
    {
      place: 'top',
      align: 'start',
      face: 'grotesk',
      small: 'groteskPlain',
      share: 0.17,
      maxSize: 0.085,
      tracking: -0.02,
      names: 'none',
    },
    {
      place: 'top',
      align: 'middle',
      face: 'cormorantItalic',
      small: 'oswaldLight',
      share: 0.17,
      maxSize: 0.11,
      aside: 'cormorantItalic',
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'oswald',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.12,
      share: 0.13,
      maxSize: 0.07,
    },
  ],
  draw(stage) {
    const { width, height, u, rng, palette, focus, defs, place } = stage;
    const top = focus.y + focus.height * (place === 'bottom' ? 0.58 : 0.45);
    const dusk = rng.chance(0.4);
    const skyTop = dusk ? palette.deep : mix(palette.pale, palette.middle, 0.18);
    const skyFoot = dusk ? mix(palette.accent, palette.spark, 0.3) : mix(palette.spark, palette.pale, 0.55);
    let body = rect(0, 0, width, height, {
      fill: defs.linear([
        [0, skyTop],
        [(top / height) * 0.55, dusk ? mix(palette.deep, palette.middle, 0.6) : mix(skyTop, skyFoot, 0.5)],
        [top / height, skyFoot],
      ]),
    });
    const sun = { x: width * rng.range(0.3, 0.7), y: top - rng.range(30, 120) * u };
    const r = rng.range(110, 190) * u;
    body += glow(defs, sun, r * 2.6, [
      [0.3, palette.spark, 0.5],
      [1, palette.spark, 0],
    ]);
    body += circle(sun.x, sun.y, r, { fill: dusk ? palette.spark : palette.accent });
    const patterned = rng.chance(0.45);
    const boatX = width * (sun.x > width / 2 ? rng.range(0.2, 0.4) : rng.range(0.6, 0.8));
    const sail = boat(
      boatX,
      top + (patterned ? 6 : 16) * u,
      rng.range(9, 13) * u,
      palette.night,
      dusk ? mix(palette.spark, '#ffffff', 0.5) : mix(palette.pale, '#ffffff', 0.6),
    );
    body += patterned ? sail + scales(stage, top) : sail + swells(stage, top + 6 * u);
    let flock = '';
    for (let count = rng.int(2, 5); count > 0; count -= 1)
      flock += bird(width * rng.range(0.15, 0.85), top - rng.range(150, 320) * u, rng.range(20, 40) * u);
    body += path(flock, { fill: dusk ? palette.night : palette.deep, opacity: 0.75 });
    body += rect(0, height * 0.68, width, height * 0.32, {
      fill: defs.linear([
        [0, palette.night, 0],
        [0.7, palette.night, 0.92],
      ]),
    });
    const foot = mix(palette.pale, '#ffffff', 0.3);
    const ink = place === 'top' ? readable(skyTop, dusk ? [foot] : [palette.night]) : foot;
    return {
      body,
      ink,
      footInk: foot,
      accent: place === 'top' && !dusk ? palette.deep : palette.spark,
      grain: 6,
    };
  },
};
