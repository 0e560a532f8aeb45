import { mix } from '../colour.ts';
import { figure } from '../figures.ts';
import type { Rng } from '../random.ts';
import type { Style } from '../stage.ts';
import { circle, glow, n, path, polygon, rect } from '../svg.ts';

/** A trunk that leaves the sheet at the top, with a few bare branches. */
function trunk(rng: Rng, x: number, foot: number, thick: number, u: number): string {
  const lean = rng.range(-40, 40) * u;
  const half = thick / 2;
  let d = polygon([
    { x: x - half * 0.7 + lean, y: -20 },
    { x: x + half * 0.7 + lean, y: -20 },
    { x: x + half, y: foot - thick },
    { x: x + half * 2.1, y: foot },
    { x: x - half * 2.1, y: foot },
    { x: x - half, y: foot - thick },
  ]);
  for (let branch = rng.int(1, 4); branch > 0; branch -= 1) {
    const y = foot * rng.range(0.08, 0.68);
    const side = rng.chance(0.5) ? 1 : -1;
    const from = x + lean * (1 - y / foot);
    const [reach, lift] = [side * thick * rng.range(1.6, 4.4), thick * rng.range(0.9, 2.6)];
    const wide = thick * 0.12;
    d += `M${n(from)} ${n(y - wide)}Q${n(from + reach * 0.55)} ${n(y - lift * 0.25)} ${n(from + reach)} ${n(y - lift)}Q${n(from + reach * 0.5)} ${n(y - lift * 0.05)} ${n(from)} ${n(y + wide)}Z`;
  }
  return d;
}

/** Deep in the trees somebody carries a light. */
export const forest: Style = {
  name: 'forest',
  kinds: ['poster', 'season', 'still', 'background'],
  palettes: ['pine', 'moss', 'fjord', 'blood', 'aurora', 'slate', 'ember', 'dusk'],
  letterings: [
    {
      place: 'bottom',
      align: 'middle',
      face: 'cormorant',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.12,
      share: 0.15,
      maxSize: 0.072,
      aside: 'cormorantItalic',
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'bebas',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.1,
      share: 0.15,
      maxSize: 0.098,
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'oswaldLight',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.22,
      share: 0.13,
      maxSize: 0.06,
    },
  ],
  draw({ width, height, u, rng, palette, focus, defs, place }) {
    const clearing = { x: focus.x + focus.width * rng.range(0.36, 0.64), y: focus.y + focus.height * 0.72 };
    const foot = focus.y + focus.height * (place === 'none' ? 0.92 : 0.98);
    const fog = mix(palette.middle, rng.chance(0.5) ? palette.spark : palette.pale, 0.42);
    let body = rect(0, 0, width, height, { fill: mix(palette.deep, palette.night, 0.2) });
    body += rect(0, 0, width, height, {
      fill: defs.radial(
        [
          [0, fog],
          [0.38, mix(fog, palette.middle, 0.55)],
          [0.75, palette.deep, 0.85],
          [1, palette.night, 0.9],
        ],
        clearing,
        Math.max(width, height) * 0.62,
      ),
    });
    const depths = 5;
    for (let depth = 0; depth < depths; depth += 1) {
      const share = depth / (depths - 1);
      const tone = mix(mix(fog, palette.deep, 0.35), palette.night, 0.1 + share * 0.9);
      const thick = (13 + 95 * share ** 1.7) * u;
      const level = foot + (share - 0.6) * 120 * u;
      let wood = '';
      const count = Math.round(((26 - 21 * share) * width) / (1000 * u));
      for (let tree = 0; tree < count; tree += 1) {
        const x = ((tree + rng.range(0.1, 0.9)) / count) * width;
        // Near trees keep out of the light: the middle belongs to whoever walks there.
        if (share > 0.5 && Math.abs(x - clearing.x) < width * 0.19) continue;
        wood += trunk(rng, x, level + rng.range(-14, 14) * u, thick * rng.range(0.65, 1.35), u);
      }
      body += path(wood, { fill: tone });
      body += rect(0, level - 24 * u, width, height, {
        fill: defs.linear([
          [0, tone, 0],
          [0.12, tone, 0.5 + share * 0.4],
        ]),
      });
      if (depth === 2) {
        const tall = (place === 'none' ? 190 : 165) * u;
        const person = { x: clearing.x, y: level + 26 * u };
        body += glow(defs, { x: person.x + 30 * u, y: person.y - tall * 0.42 }, 300 * u, [
          [0, palette.spark, 0.85],
          [0.2, palette.accent, 0.32],
          [1, palette.accent, 0],
        ]);
        body += path(figure(rng.pick(['coat', 'dress'] as const), person.x, person.y, tall), {
          fill: palette.night,
        });
        body += circle(person.x + tall * 0.17, person.y - tall * 0.42, 9 * u, {
          fill: mix(palette.spark, '#ffffff', 0.6),
        });
      }
    }
    body += rect(0, 0, width, height * 0.3, {
      fill: defs.linear([
        [0, palette.night, 0.72],
        [1, palette.night, 0],
      ]),
    });
    body += rect(0, foot - 120 * u, width, height - foot + 120 * u, {
      fill: defs.linear([
        [0, palette.night, 0],
        [0.42, palette.night, 0.94],
        [1, palette.night],
      ]),
    });
    return { body, ink: mix(palette.pale, palette.spark, 0.35), accent: palette.spark, grain: 9 };
  },
};
