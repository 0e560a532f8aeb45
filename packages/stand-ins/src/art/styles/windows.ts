import { mix } from '../colour.ts';
import { figure } from '../figures.ts';
import type { Stage, Style } from '../stage.ts';
import { group, n, path, rect } from '../svg.ts';

/** What the neighbours leave on the sill, or do behind it. */
function tenant({ rng, u }: Stage, x: number, y: number, wide: number, tall: number, dark: string): string {
  const foot = y + tall;
  switch (rng.int(0, 6)) {
    case 0:
      return path(figure('profile', x + wide * 0.5, foot, tall * 0.72), { fill: dark });
    case 1:
      return path(figure('dress', x + wide * 0.6, foot + tall * 0.5, tall * 1.25), { fill: dark });
    case 2:
      return path(
        `M${n(x + wide * 0.3)} ${n(y)}V${n(y + tall * 0.3)}M${n(x + wide * 0.14)} ${n(y + tall * 0.42)}L${n(x + wide * 0.24)} ${n(y + tall * 0.3)}H${n(x + wide * 0.36)}L${n(x + wide * 0.46)} ${n(y + tall * 0.42)}Z`,
        { fill: dark, stroke: dark, 'stroke-width': 2 * u },
      );
    case 3: {
      const cat = `M${n(x + wide * 0.6)} ${n(foot)}c${n(-wide * 0.02)} ${n(-tall * 0.18)} ${n(wide * 0.02)} ${n(-tall * 0.2)} ${n(wide * 0.06)} ${n(-tall * 0.24)}l${n(-wide * 0.01)} ${n(-tall * 0.1)}l${n(wide * 0.05)} ${n(tall * 0.05)}h${n(wide * 0.06)}l${n(wide * 0.05)} ${n(-tall * 0.05)}l${n(-wide * 0.01)} ${n(tall * 0.11)}c${n(wide * 0.06)} ${n(tall * 0.06)} ${n(wide * 0.1)} ${n(tall * 0.14)} ${n(wide * 0.07)} ${n(tall * 0.23)}Z`;
      return path(cat, { fill: dark });
    }
    case 4: {
      let leaves = rect(x + wide * 0.2, foot - tall * 0.16, wide * 0.22, tall * 0.16, { fill: dark });
      for (let leaf = 0; leaf < 6; leaf += 1) {
        const lean = (leaf - 2.5) * 24;
        leaves += path(
          `M0 0Q${n(wide * 0.07)} ${n(-tall * 0.16)} 0 ${n(-tall * 0.34)}Q${n(-wide * 0.07)} ${n(-tall * 0.16)} 0 0Z`,
          {
            fill: dark,
            transform: `translate(${n(x + wide * 0.31)} ${n(foot - tall * 0.14)}) rotate(${n(lean)})`,
          },
        );
      }
      return leaves;
    }
    case 5:
      return path(
        `M${n(x)} ${n(y)}H${n(x + wide * 0.3)}Q${n(x + wide * 0.24)} ${n(y + tall * 0.5)} ${n(x + wide * 0.04)} ${n(foot)}H${n(x)}ZM${n(x + wide)} ${n(y)}H${n(x + wide * 0.7)}Q${n(x + wide * 0.76)} ${n(y + tall * 0.5)} ${n(x + wide * 0.96)} ${n(foot)}H${n(x + wide)}Z`,
        { fill: dark, opacity: 0.5 },
      );
    default:
      return '';
  }
}

/** A house front at night; most are asleep. */
export const windows: Style = {
  name: 'windows',
  kinds: ['poster', 'season', 'still', 'background', 'cover'],
  palettes: ['cobalt', 'dusk', 'fjord', 'ember', 'pine', 'slate', 'sepia', 'rosewood'],
  letterings: [
    {
      place: 'bottom',
      align: 'middle',
      face: 'frauncesItalic',
      small: 'groteskPlain',
      share: 0.16,
      maxSize: 0.082,
    },
    {
      place: 'bottom',
      align: 'start',
      face: 'grotesk',
      small: 'groteskPlain',
      share: 0.17,
      maxSize: 0.078,
      tracking: -0.01,
      names: 'none',
    },
    { place: 'top', align: 'middle', face: 'righteous', small: 'oswaldLight', share: 0.15, maxSize: 0.078 },
    {
      place: 'bottom',
      align: 'middle',
      face: 'cormorantItalic',
      small: 'oswaldLight',
      share: 0.16,
      maxSize: 0.1,
      aside: 'cormorantItalic',
    },
  ],
  draw(stage) {
    const { width, height, u, rng, palette, focus, defs } = stage;
    const wall = mix(palette.deep, palette.night, 0.45);
    let body = rect(0, 0, width, height, {
      fill: defs.linear([
        [0, mix(wall, palette.night, 0.4)],
        [0.4, wall],
        [1, palette.night],
      ]),
    });
    const columns = Math.round((width / height) * (rng.chance(0.5) ? 6 : 7.5));
    const cell = (width * 0.92) / columns;
    const rows = Math.max(2, Math.round(focus.height / (cell * 1.36)));
    const tallCell = focus.height / rows;
    const lights = [
      palette.spark,
      mix(palette.spark, palette.accent, 0.45),
      palette.accent,
      mix(palette.pale, palette.middle, 0.35),
    ];
    const arched = rng.chance(0.35);
    for (let row = -2; row <= rows; row += 1) {
      const y = focus.y + row * tallCell + tallCell * 0.14;
      if (y < -tallCell || (row === rows && stage.place === 'bottom')) continue;
      body += rect(0, y + tallCell * 0.82, width, 3 * u, {
        fill: mix(wall, palette.middle, 0.35),
        opacity: 0.6,
      });
      for (let column = 0; column < columns; column += 1) {
        const x = width * 0.04 + column * cell + cell * 0.2;
        const [wide, tall] = [cell * 0.6, tallCell * 0.66];
        const inside = row >= 0 && row < rows;
        const lit = inside && rng.chance(0.34);
        const colour = rng.pick(lights);
        const glass = lit
          ? defs.linear([
              [0, mix(colour, '#ffffff', 0.12)],
              [1, mix(colour, palette.accent, 0.35)],
            ])
          : mix(palette.night, wall, rng.range(0.1, 0.55));
        const round = arched ? wide / 2 : 0;
        const pane = `M${n(x)} ${n(y + tall)}V${n(y + round)}${arched ? `A${n(round)} ${n(round)} 0 0 1 ${n(x + wide)} ${n(y + round)}` : `H${n(x + wide)}`}V${n(y + tall)}Z`;
        if (lit)
          body +=
            path(pane, { fill: 'none', stroke: colour, 'stroke-width': 26 * u, 'stroke-opacity': 0.07 }) +
            path(pane, { fill: 'none', stroke: colour, 'stroke-width': 12 * u, 'stroke-opacity': 0.1 });
        body += path(pane, { fill: glass });
        if (lit)
          body += group(
            { 'clip-path': defs.clip(path(pane, {})) },
            tenant(stage, x, y, wide, tall, mix(palette.night, colour, 0.12)),
          );
        const bar = mix(wall, palette.night, 0.55);
        body +=
          rect(x + wide / 2 - 2 * u, y, 4 * u, tall, { fill: bar }) +
          rect(x, y + tall * 0.42, wide, 4 * u, { fill: bar });
        body += rect(x - wide * 0.08, y + tall, wide * 1.16, 8 * u, {
          fill: mix(wall, palette.middle, lit ? 0.5 : 0.22),
        });
      }
    }
    const veilTop = stage.place === 'top' ? 0.97 : 0.55;
    body += rect(0, 0, width, focus.y * 1.08, {
      fill: defs.linear([
        [0, palette.night, veilTop],
        [0.78, palette.night, veilTop * 0.95],
        [1, palette.night, 0],
      ]),
    });
    body += rect(0, height * 0.6, width, height * 0.4, {
      fill: defs.linear([
        [0, palette.night, 0],
        [0.32, palette.night, stage.place === 'bottom' ? 0.96 : 0.4],
        [0.8, palette.night, 0.96],
      ]),
    });
    return { body, ink: mix(palette.pale, palette.spark, 0.4), accent: palette.spark, grain: 7 };
  },
};
