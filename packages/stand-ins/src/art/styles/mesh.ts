import { luminance, mix, readable } from '../colour.ts';
import type { Lettering, Style } from '../stage.ts';
import { circle, group, rect } from '../svg.ts';

/** How sleeves are set: small and sure of themselves. */
export const sleeveLetterings: readonly Lettering[] = [
  {
    place: 'bottom',
    align: 'start',
    face: 'grotesk',
    small: 'groteskPlain',
    share: 0.16,
    maxSize: 0.075,
    tracking: -0.02,
  },
  {
    place: 'top',
    align: 'start',
    face: 'grotesk',
    small: 'groteskPlain',
    share: 0.16,
    maxSize: 0.07,
    tracking: -0.02,
  },
  {
    place: 'bottom',
    align: 'middle',
    face: 'oswaldLight',
    small: 'oswaldLight',
    caps: true,
    share: 0.11,
    maxSize: 0.055,
    tracking: 0.24,
  },
  {
    place: 'top',
    align: 'middle',
    face: 'frauncesItalic',
    small: 'groteskPlain',
    share: 0.15,
    maxSize: 0.075,
  },
  { place: 'bottom', align: 'start', face: 'anton', small: 'oswald', caps: true, share: 0.2, maxSize: 0.12 },
];

/** Colours that run into one another like light on a wall. */
export const mesh: Style = {
  name: 'mesh',
  kinds: ['cover', 'background', 'still'],
  palettes: [
    'ultraviolet',
    'peach',
    'lagoon',
    'cobalt',
    'orchid',
    'aurora',
    'ember',
    'dusk',
    'sahara',
    'tangerine',
  ],
  letterings: sleeveLetterings,
  draw({ width, height, u, rng, palette, defs, kind, focus }) {
    const inks = [
      palette.accent,
      palette.middle,
      palette.spark,
      palette.deep,
      palette.night,
      mix(palette.accent, palette.spark, 0.5),
    ];
    let body = rect(0, 0, width, height, { fill: palette.deep });
    for (let spot = 0; spot < 7; spot += 1) {
      const ink = inks[spot % inks.length] ?? palette.accent;
      const at = { x: rng.range(-0.05, 1.05) * width, y: rng.range(-0.05, 1.05) * height };
      body += rect(0, 0, width, height, {
        fill: defs.radial(
          [
            [0, ink, 0.95],
            [0.35, ink, 0.6],
            [1, ink, 0],
          ],
          at,
          rng.range(420, 800) * u * Math.max(1, width / height),
        ),
      });
    }
    if (kind === 'cover' && rng.chance(0.55)) {
      const r = Math.min(focus.width, focus.height) * rng.range(0.26, 0.36);
      const [cx, cy] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
      const [one, other] = rng.shuffle([palette.spark, palette.accent, palette.night, palette.pale]);
      const globe = defs.linear(
        [
          [0, one ?? palette.spark],
          [1, other ?? palette.night],
        ],
        { x: rng.next(), y: 0 },
        { x: rng.next(), y: 1 },
      );
      body += group({}, circle(cx, cy, r, { fill: globe }));
    }
    // The corner with the words is calmed towards whichever end of the scale is nearer.
    const dark = luminance(palette.deep) < 0.2;
    const calm = dark ? palette.night : palette.pale;
    body += rect(0, 0, width, height, {
      fill: defs.linear([
        [0, calm, 0.82],
        [0.33, calm, 0.1],
        [0.62, calm, 0.1],
        [1, calm, 0.86],
      ]),
    });
    return {
      body,
      ink: readable(calm, [palette.pale, palette.night]),
      accent: readable(calm, [palette.spark, palette.pale, palette.night]),
      grain: 16,
    };
  },
};
