import { mix, readable } from '../colour.ts';
import { figure } from '../figures.ts';
import type { Rng } from '../random.ts';
import type { Style } from '../stage.ts';
import { circle, glow, group, n, path, rect } from '../svg.ts';

interface Crest {
  left: number;
  right: number;
  peakX: number;
  peakY: number;
}

/** One dune: its lit side, its shaded side, and the knife edge between them. */
function dune(rng: Rng, crest: Crest, bottom: number, lit: string, shade: string): string {
  const { left, right, peakX, peakY } = crest;
  const wide = right - left;
  const tall = bottom - peakY;
  const whole = `M${n(left)} ${n(bottom)}C${n(left + wide * 0.2)} ${n(bottom - tall * 0.35)} ${n(peakX - wide * 0.16)} ${n(peakY + 4)} ${n(peakX)} ${n(peakY)}C${n(peakX + wide * 0.14)} ${n(peakY + tall * 0.05)} ${n(right - wide * 0.22)} ${n(bottom - tall * 0.45)} ${n(right)} ${n(bottom)}Z`;
  const [a, b] = [rng.range(0.02, 0.1) * wide, rng.range(-0.14, -0.04) * wide];
  const dark = `M${n(peakX)} ${n(peakY)}C${n(peakX + a)} ${n(peakY + tall * 0.22)} ${n(peakX + b)} ${n(peakY + tall * 0.42)} ${n(peakX + b * 0.2)} ${n(peakY + tall * 0.66)}S${n(peakX + b * 1.6)} ${n(bottom - tall * 0.1)} ${n(peakX + b)} ${n(bottom)}L${n(right)} ${n(bottom)}C${n(right - wide * 0.22)} ${n(bottom - tall * 0.45)} ${n(peakX + wide * 0.14)} ${n(peakY + tall * 0.05)} ${n(peakX)} ${n(peakY)}Z`;
  return path(whole, { fill: lit }) + path(dark, { fill: shade });
}

/** Sand, one sun, and somebody who has walked a long way. */
export const desert: Style = {
  name: 'desert',
  kinds: ['poster', 'season', 'still', 'background'],
  palettes: ['sahara', 'tangerine', 'ember', 'peach', 'ochre', 'rosewood'],
  letterings: [
    {
      place: 'top',
      align: 'middle',
      face: 'anton',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.02,
      share: 0.18,
      maxSize: 0.085,
    },
    { place: 'top', align: 'middle', face: 'fraunces', small: 'oswaldLight', share: 0.17, maxSize: 0.085 },
    {
      place: 'bottom',
      align: 'middle',
      face: 'oswald',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.16,
      share: 0.14,
      maxSize: 0.068,
    },
  ],
  draw({ width, height, u, rng, palette, focus, defs, place }) {
    const horizon = focus.y + focus.height * (place === 'top' ? 0.5 : 0.56);
    const hot = rng.chance(0.55);
    const skyTop = hot ? mix(palette.middle, palette.accent, 0.12) : mix(palette.spark, palette.pale, 0.2);
    const skyFoot = hot ? palette.spark : mix(palette.middle, palette.spark, 0.45);
    const sun = {
      x: width * rng.range(0.28, 0.72),
      y: horizon - rng.range(40, 190) * u,
      r: rng.range(120, 235) * u,
    };
    let body = rect(0, 0, width, height, {
      fill: defs.linear([
        [0, skyTop],
        [horizon / height, skyFoot],
      ]),
    });
    body += glow(defs, sun, sun.r * 2.6, [
      [0.3, palette.spark, 0.55],
      [1, palette.spark, 0],
    ]);
    body += circle(sun.x, sun.y, sun.r, { fill: hot ? mix(palette.pale, '#ffffff', 0.35) : palette.middle });
    const rows = 4;
    let walkerAt = { x: width * 0.4, y: horizon };
    for (let row = 0; row < rows; row += 1) {
      const share = row / (rows - 1);
      const base = horizon + 30 * u + share * (height - horizon) * (place === 'bottom' ? 0.42 : 0.55);
      const lit = mix(mix(palette.middle, palette.spark, 0.55 - 0.5 * share), palette.deep, share * 0.42);
      const shade = mix(lit, palette.night, 0.3 + 0.4 * share);
      for (const side of rng.shuffle([0, 1])) {
        const peakX = width * (side === 0 ? rng.range(0.08, 0.42) : rng.range(0.58, 0.95));
        const crest = {
          left: peakX - width * rng.range(0.7, 1),
          right: peakX + width * rng.range(0.7, 1.1),
          peakX,
          peakY: base - rng.range(50, 150) * u,
        };
        body += dune(rng, crest, height + 60 * u, lit, shade);
        if (row === 1) walkerAt = { x: peakX, y: crest.peakY };
      }
    }
    const tall = 92 * u;
    const dark = mix(palette.night, palette.deep, 0.15);
    const walkers = rng.pick([1, 1, 3]);
    for (let walker = 0; walker < walkers; walker += 1) {
      const x = walkerAt.x - walker * 58 * u;
      const y = walkerAt.y + 7 * u + walker * 9 * u;
      body += group(
        { transform: `translate(${n(x)} ${n(y)}) skewX(58) scale(1 -0.5)`, opacity: 0.3 },
        path(figure('walker', 0, 0, tall), { fill: dark }),
      );
      body += path(figure('walker', x, y, tall), { fill: dark });
    }
    body += rect(0, height * 0.66, width, height * 0.34, {
      fill: defs.linear([
        [0, palette.night, 0],
        [0.75, palette.night, 0.93],
      ]),
    });
    const foot = readable(palette.night, [palette.spark, palette.pale]);
    return {
      body,
      ink: place === 'top' ? readable(skyTop, [palette.night, palette.deep, palette.pale]) : foot,
      footInk: foot,
      accent: place === 'top' ? readable(skyTop, [palette.night]) : palette.spark,
      grain: 8,
    };
  },
};
