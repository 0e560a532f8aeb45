import { mix } from '../colour.ts';
import { figure } from '../figures.ts';
import type { Style } from '../stage.ts';
import { glow, group, n, path, polygon, rect } from '../svg.ts';

/** Door behind door, and in the last one somebody. */
export const corridor: Style = {
  name: 'corridor',
  kinds: ['poster', 'season', 'still', 'background'],
  palettes: ['blood', 'press', 'cobalt', 'ochre', 'lagoon', 'orchid', 'slate', 'tangerine'],
  letterings: [
    {
      place: 'bottom',
      align: 'middle',
      face: 'bebas',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.06,
      share: 0.15,
      maxSize: 0.105,
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'grotesk',
      small: 'groteskPlain',
      caps: true,
      tracking: 0.14,
      share: 0.13,
      maxSize: 0.055,
    },
    { place: 'bottom', align: 'middle', face: 'playfair', small: 'oswaldLight', share: 0.15, maxSize: 0.082 },
  ],
  draw({ width, height, u, rng, palette, focus, defs, place }) {
    const doors = rng.int(6, 8);
    const end = { x: width * rng.range(0.4, 0.6), y: focus.y + focus.height * 0.52 };
    const floor = place === 'none' ? height * 1.02 : focus.y + focus.height * 1.16;
    const lamp = rng.chance(0.5) ? palette.spark : mix(palette.accent, palette.spark, 0.35);
    const arched = rng.chance(0.4);
    const turn = rng.chance(0.3) ? rng.range(-2.6, 2.6) : 0;
    let body = rect(0, 0, width, height, { fill: palette.night });
    const shape = (
      share: number,
    ): { d: string; left: number; right: number; bottom: number; top: number } => {
      const half = width * 0.52 * share;
      const x = end.x + (width / 2 - end.x) * share;
      const bottom = end.y + focus.height * 0.13 + (floor - end.y - focus.height * 0.13) * share;
      const top = end.y - focus.height * 0.13 - (end.y + 90 * u) * share;
      const round = arched ? half : 0;
      const head = arched
        ? `A${n(half)} ${n(half)} 0 0 1 ${n(x + half)} ${n(top + round)}`
        : `H${n(x + half)}`;
      return {
        d: `M${n(x - half)} ${n(bottom)}V${n(top + round)}${head}V${n(bottom)}Z`,
        left: x - half,
        right: x + half,
        bottom,
        top,
      };
    };
    let inside = '';
    for (let door = 0; door < doors; door += 1) {
      const share = 0.94 * (1 - door / doors) ** 1.45 + 0.07;
      const opening = shape(share);
      const tone = mix(
        mix(palette.night, palette.deep, 0.6),
        door % 2 === 0 ? palette.accent : palette.middle,
        (door / doors) ** 1.2 * 0.95,
      );
      inside += group(
        { transform: `rotate(${n(turn * door)} ${n(end.x)} ${n(end.y)})` },
        path(opening.d, {
          fill: tone,
          stroke: mix(tone, palette.night, 0.55),
          'stroke-width': (2 + 15 * share) * u,
        }),
      );
    }
    body += inside;
    const last = shape(0.085);
    body += path(last.d, { fill: mix(lamp, '#ffffff', 0.35) });
    const beam = polygon([
      { x: last.left, y: last.bottom },
      { x: last.right, y: last.bottom },
      { x: end.x + width * 0.4, y: floor + 60 * u },
      { x: end.x - width * 0.4, y: floor + 60 * u },
    ]);
    body += path(beam, {
      fill: defs.linear([
        [0, lamp, 0.85],
        [1, lamp, 0.02],
      ]),
    });
    body += glow(defs, end, focus.height * 0.5, [
      [0, lamp, 0.65],
      [0.34, lamp, 0.18],
      [1, lamp, 0],
    ]);
    const tall = focus.height * rng.range(0.27, 0.36);
    const stand = last.bottom + (floor - last.bottom) * 0.22;
    const who = rng.pick(['coat', 'dress', 'walker'] as const);
    body += group(
      { transform: `translate(${n(end.x)} ${n(stand)}) scale(1 -1.25)`, opacity: 0.5 },
      path(figure(who, 0, 0, tall), { fill: palette.night }),
    );
    body += path(figure(who, end.x, stand, tall), { fill: mix(palette.night, '#000000', 0.5) });
    body += rect(0, 0, width, height * 0.25, {
      fill: defs.linear([
        [0, palette.night, 0.7],
        [1, palette.night, 0],
      ]),
    });
    const veil = place === 'bottom' ? 0.56 : 0.7;
    body += rect(0, height * veil, width, height * (1 - veil), {
      fill: defs.linear([
        [0, palette.night, 0],
        [0.36, palette.night, 0.9],
        [0.7, palette.night, 1],
      ]),
    });
    return {
      body,
      ink: mix(palette.pale, '#ffffff', 0.3),
      accent: mix(palette.accent, palette.spark, 0.4),
      grain: 8,
    };
  },
};
