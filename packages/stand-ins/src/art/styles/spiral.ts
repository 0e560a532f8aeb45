import { contrast, mix, readable } from '../colour.ts';
import { figure } from '../figures.ts';
import type { Stage, Style } from '../stage.ts';
import { circle, group, n, path, rect } from '../svg.ts';

/** Curved blades turning into the middle. */
function blades({ rng }: Stage, cx: number, cy: number, r: number, ink: string): string {
  const count = rng.int(9, 16);
  const twist = rng.range(1.6, 3.2) * (rng.chance(0.5) ? 1 : -1);
  const at = (angle: number, share: number): string =>
    `${n(cx + Math.cos(angle + twist * (1 - share)) * r * share)} ${n(cy + Math.sin(angle + twist * (1 - share)) * r * share)}`;
  let d = '';
  for (let blade = 0; blade < count; blade += 1) {
    const [a, b] = [(blade / count) * Math.PI * 2, ((blade + 0.5) / count) * Math.PI * 2];
    const steps = 22;
    d += `M${at(a, 0)}`;
    for (let step = 1; step <= steps; step += 1) d += `L${at(a, step / steps)}`;
    for (let step = steps; step >= 0; step -= 1) d += `L${at(b, step / steps)}`;
    d += 'Z';
  }
  return path(d, { fill: ink });
}

/** Rings that are not quite around one another. */
function rings({ rng }: Stage, cx: number, cy: number, r: number, ink: string, ground: string): string {
  const count = rng.int(9, 13);
  const angle = rng.range(0, 6.28);
  let body = '';
  for (let ring = 0; ring < count; ring += 1) {
    const share = 1 - ring / count;
    const drift = (1 - share) * r * 0.2;
    body += circle(
      cx + Math.cos(angle + ring * 0.35) * drift,
      cy + Math.sin(angle + ring * 0.35) * drift,
      r * share,
      { fill: ring % 2 === 0 ? ink : ground },
    );
  }
  return body;
}

/** Two combs of lines laid over each other. */
function moire({ rng, u }: Stage, cx: number, cy: number, r: number, ink: string, width: number): string {
  let body = '';
  const apart = r * rng.range(0.18, 0.34);
  for (const side of [-1, 1]) {
    for (let ring = 1; ring < 46; ring += 1)
      body += circle(cx + (side * apart) / 2, cy, (r * ring) / 40, {
        fill: 'none',
        stroke: ink,
        'stroke-width': (width * u * 40) / 46,
      });
  }
  return body;
}

/** Something is wrong, and it turns. */
export const spiral: Style = {
  name: 'spiral',
  kinds: ['poster', 'season', 'cover'],
  palettes: ['tangerine', 'blood', 'press', 'mustard', 'cobalt', 'lagoon', 'ultraviolet'],
  letterings: [
    {
      place: 'bottom',
      align: 'middle',
      face: 'grotesk',
      small: 'groteskPlain',
      share: 0.15,
      maxSize: 0.075,
      tracking: -0.01,
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'anton',
      small: 'oswald',
      caps: true,
      share: 0.18,
      maxSize: 0.088,
    },
    {
      place: 'top',
      align: 'middle',
      face: 'bebas',
      small: 'oswald',
      caps: true,
      share: 0.16,
      maxSize: 0.115,
    },
  ],
  draw(stage) {
    const { width, height, rng, palette, focus, u, defs, kind } = stage;
    const ground = rng.pick([palette.accent, palette.pale, palette.night, palette.deep]);
    const options = [palette.night, palette.pale, palette.spark, palette.accent].filter(
      (tone) => contrast(tone, ground) > 2.6,
    );
    const tone = rng.pick(options.length > 0 ? options : [readable(ground, [palette.pale])]);
    const [cx, cy] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
    const r = Math.min(focus.width * 0.53, focus.height * 0.54);
    const room = defs.clip(circle(cx, cy, r, {}));
    const turning = rng.int(0, 2);
    const art =
      turning === 0
        ? blades(stage, cx, cy, r, tone)
        : turning === 1
          ? rings(stage, cx, cy, r, tone, ground)
          : moire(stage, cx, cy, r, tone, r / (90 * u));
    let body = rect(0, 0, width, height, { fill: ground }) + group({ 'clip-path': room }, art);
    if (kind !== 'cover' && turning !== 2) {
      const who = rng.pick(['walker', 'coat', 'dress'] as const);
      const fall = rng.range(-38, 38);
      const fill = readable(
        mix(ground, tone, 0.5),
        [palette.spark, palette.accent, palette.night].filter((ink) => ink !== ground && ink !== tone),
        1.7,
      );
      body += circle(cx, cy, r * 0.25, { fill: ground });
      body += path(figure(who, 0, r * 0.19, r * 0.38), {
        fill: fill === ground ? tone : fill,
        transform: `translate(${n(cx)} ${n(cy)}) rotate(${n(fall)})`,
      });
    }
    const ink = readable(ground, [palette.pale, palette.night, tone]);
    return { body, ink, accent: readable(ground, [tone, palette.spark, ink], 3.4), grain: 7 };
  },
};
