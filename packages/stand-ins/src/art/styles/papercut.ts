import { mix } from '../colour.ts';
import { bird, blob, ground, ridge, spruce } from '../land.ts';
import type { Stage, Style } from '../stage.ts';
import { circle, curve, group, n, path, rect } from '../svg.ts';

/** What is found at the bottom of the cut. */
function heart({ rng, palette, u, defs }: Stage, cx: number, cy: number, r: number): string {
  const sky = rect(cx - r * 2, cy - r * 2, r * 4, r * 4, {
    fill: defs.linear([
      [0.2, mix(palette.spark, palette.pale, 0.3)],
      [0.75, palette.accent],
    ]),
  });
  const sun = circle(cx + r * rng.range(-0.3, 0.3), cy - r * 0.12, r * rng.range(0.26, 0.4), {
    fill: mix(palette.spark, '#ffffff', 0.55),
  });
  let land = '';
  for (let layer = 0; layer < 3; layer += 1) {
    const points = ridge(rng, r * 3.4, 0, r * (0.24 - layer * 0.04), 0.5).map((point) => ({
      x: cx - r * 1.7 + point.x,
      y: cy + r * (0.22 + layer * 0.24) + point.y,
    }));
    land += path(ground(points, cy + r * 2), {
      fill: mix(palette.middle, palette.night, 0.2 + layer * 0.32),
    });
    for (let tree = 0; layer > 0 && tree < 6; tree += 1) {
      const at = points[rng.int(8, points.length - 9)];
      if (at !== undefined)
        land += path(spruce(rng, at.x, at.y + r * 0.04, r * rng.range(0.16, 0.36)), {
          fill: mix(palette.middle, palette.night, 0.2 + layer * 0.32),
        });
    }
  }
  let flock = '';
  for (let count = 0; count < 4; count += 1)
    flock += bird(cx + r * rng.range(-0.5, 0.5), cy - r * rng.range(0.3, 0.62), 34 * u);
  return sky + sun + land + path(flock, { fill: palette.night, opacity: 0.8 });
}

/** Sheets of paper, each with a hole, one on another. */
export const papercut: Style = {
  name: 'papercut',
  kinds: ['poster', 'season', 'background', 'cover', 'still'],
  palettes: ['lagoon', 'peach', 'pine', 'arctic', 'rosewood', 'tangerine', 'dusk', 'aurora'],
  letterings: [
    {
      place: 'bottom',
      align: 'middle',
      face: 'fraunces',
      small: 'groteskPlain',
      share: 0.17,
      maxSize: 0.082,
    },
    { place: 'top', align: 'middle', face: 'righteous', small: 'oswaldLight', share: 0.15, maxSize: 0.078 },
    {
      place: 'bottom',
      align: 'middle',
      face: 'cormorant',
      small: 'oswaldLight',
      share: 0.16,
      maxSize: 0.092,
    },
  ],
  draw(stage) {
    const { width, height, u, rng, palette, focus } = stage;
    const [cx, cy] = [
      focus.x + focus.width / 2,
      focus.y + focus.height * (stage.place === 'bottom' ? 0.47 : 0.54),
    ];
    const inner = Math.min(focus.width, focus.height) * (stage.kind === 'cover' ? 0.24 : 0.29);
    const sheets = 6;
    const darkOutside = rng.chance(0.65);
    const outside = darkOutside ? palette.night : palette.pale;
    const near = darkOutside ? palette.middle : mix(palette.middle, palette.deep, 0.3);
    let body = group({}, heart(stage, cx, cy, inner * 1.15));
    const wide = Math.max(1, (width / height) * 0.9);
    for (let sheet = 0; sheet < sheets; sheet += 1) {
      const share = sheet / (sheets - 1);
      const r = inner * (1 + share * 0.92 + share * share * 0.22);
      const hole = curve(
        blob(rng, cx + rng.range(-14, 14) * u, cy + rng.range(-14, 14) * u, r, 0.075, 8).map((point) => ({
          x: cx + (point.x - cx) * (1 + (wide - 1) * share),
          y: point.y,
        })),
        true,
      );
      const tone = mix(near, outside, share ** 0.8);
      // Widening strokes at low strength fall on the sheet below like a soft shadow, without a filter.
      for (let soft = 1; soft <= 5; soft += 1) {
        body += path(hole, {
          fill: 'none',
          stroke: '#000',
          'stroke-opacity': 0.065,
          'stroke-width': soft * 14 * u,
          transform: `translate(0 ${n(9 * u)})`,
        });
      }
      body += path(`M-9 -9H${n(width + 9)}V${n(height + 9)}H-9Z${hole}`, {
        fill: tone,
        'fill-rule': 'evenodd',
      });
      body += path(hole, {
        fill: 'none',
        stroke: mix(tone, '#ffffff', 0.3),
        'stroke-width': 1.6 * u,
        'stroke-opacity': 0.55,
      });
    }
    const ink = darkOutside ? palette.pale : palette.night;
    return { body, ink, accent: darkOutside ? palette.spark : palette.deep, grain: 6 };
  },
};
