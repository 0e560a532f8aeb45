import { mix, readable } from '../colour.ts';
import { bird, ground, heightAt, ridge, spruce } from '../land.ts';
import type { Style } from '../stage.ts';
import { circle, ellipse, glow, path, rect } from '../svg.ts';

/** Mountains behind mountains in the mist, and a moon too large to be true. */
export const ridges: Style = {
  name: 'ridges',
  kinds: ['poster', 'season', 'still', 'background'],
  palettes: ['fjord', 'ember', 'arctic', 'dusk', 'pine', 'sahara', 'rosewood', 'peach'],
  letterings: [
    {
      place: 'top',
      align: 'middle',
      face: 'cormorant',
      small: 'oswaldLight',
      tracking: 0.02,
      share: 0.17,
      maxSize: 0.095,
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'oswald',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.14,
      share: 0.13,
      maxSize: 0.07,
    },
    { place: 'bottom', align: 'middle', face: 'playfair', small: 'oswaldLight', share: 0.16, maxSize: 0.085 },
    {
      place: 'top',
      align: 'middle',
      face: 'poiret',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.06,
      share: 0.16,
      maxSize: 0.075,
    },
  ],
  draw({ width, height, u, rng, palette, focus, defs, place }) {
    const night = rng.chance(place === 'top' ? 0.62 : 0.5);
    const skyTop = night ? palette.night : mix(palette.pale, palette.middle, 0.35);
    const haze = night ? mix(palette.middle, palette.pale, 0.12) : mix(palette.pale, palette.spark, 0.6);
    const horizon = focus.y + focus.height * 0.68;
    const sky = defs.linear([
      [0, skyTop],
      [0.34, night ? palette.deep : mix(skyTop, haze, 0.5)],
      [0.72, haze],
    ]);
    const moonR = rng.range(105, 205) * u;
    const moon = {
      x: focus.x + focus.width * rng.range(0.26, 0.74),
      y: horizon - moonR * rng.range(0.75, 1.35),
    };
    const disc = night ? palette.spark : palette.accent;
    let body = rect(0, 0, width, height, { fill: sky });
    body += glow(defs, moon, moonR * 3.2, [
      [0.2, disc, 0.5],
      [0.4, disc, 0.2],
      [1, disc, 0],
    ]);
    if (night) {
      for (let star = 0; star < 110; star += 1) {
        body += circle(rng.range(0, width), rng.range(0, horizon * 0.9), rng.range(0.6, 1.9) * u, {
          fill: palette.spark,
          'fill-opacity': rng.range(0.2, 0.85),
        });
      }
    }
    body += circle(moon.x, moon.y, moonR, { fill: disc });
    const layers = 6;
    for (let layer = 0; layer < layers; layer += 1) {
      const share = layer / (layers - 1);
      const base = horizon - 40 * u + share ** 1.25 * (height * 0.3) * (place === 'bottom' ? 0.8 : 1.1);
      const points = ridge(rng, width, base, (150 - 70 * share) * u, 0.56 - 0.1 * share);
      const warm =
        share < 0.55 ? mix(haze, palette.middle, 0.25 + share) : mix(palette.middle, palette.deep, share);
      const tone = mix(warm, palette.night, 0.06 + 0.94 * share ** 1.3);
      const mist = layer === layers - 1 ? tone : mix(tone, haze, 0.45);
      const top = Math.min(...points.map((point) => point.y));
      const fade = (height * 0.16) / (height - top);
      body += path(ground(points, height + 2), {
        fill: defs.linear([
          [0, tone],
          [Math.min(1, fade * 1.5), mist],
        ]),
      });
      if (layer >= layers - 2) {
        const tree = (layer === layers - 1 ? 120 : 58) * u;
        const gaps = rng.range(0, 9);
        let wood = '';
        for (let x = -20 * u; x < width + 20 * u; x += tree * rng.range(0.12, 0.34)) {
          if (Math.sin(x / (width * 0.11) + gaps) < -0.25) continue;
          wood += spruce(rng, x, heightAt(points, x) + tree * 0.14, tree * rng.range(0.5, 1.25));
        }
        body += path(wood, { fill: tone });
      }
    }
    for (let flock = rng.int(3, 7), at = rng.range(0.2, 0.7); flock > 0; flock -= 1) {
      const x = width * at + rng.range(-120, 120) * u;
      body += path(bird(x, horizon - rng.range(170, 330) * u, rng.range(16, 34) * u), {
        fill: palette.night,
        opacity: 0.75,
      });
    }
    // Darkness gathers at the foot so that the words have a quiet ground.
    body += rect(0, height * 0.6, width, height * 0.4, {
      fill: defs.linear([
        [0, palette.night, 0],
        [0.75, palette.night, 0.9],
      ]),
    });
    body += ellipse(width / 2, height, width * 0.9, height * 0.05, { fill: palette.night, opacity: 0.5 });
    const top = night ? palette.spark : palette.night;
    const foot = readable(palette.night, [palette.spark, palette.pale]);
    return {
      body,
      ink: place === 'top' ? top : foot,
      footInk: foot,
      accent: place === 'top' && !night ? palette.night : palette.accent,
      grain: 6,
    };
  },
};
