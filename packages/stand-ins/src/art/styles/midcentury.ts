import { contrast, mix } from '../colour.ts';
import type { Rng } from '../random.ts';
import type { Art, Stage, Style } from '../stage.ts';
import { circle, group, n, path, polygon, rect } from '../svg.ts';

const multiply = 'mix-blend-mode:multiply';

/** Half discs, stacked like bowls. */
function bowls({ rng, focus }: Stage, inks: readonly string[]): string {
  const columns = rng.int(2, 3);
  const cell = focus.width / columns;
  const rows = Math.max(2, Math.floor(focus.height / (cell * 0.5)));
  let body = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [focus.x + column * cell, focus.y + (row * focus.height) / rows];
      const [r, drop] = [cell / 2, focus.height / rows];
      const up = rng.chance(0.5);
      const foot = up ? y + drop : y;
      const arc = (radius: number): string =>
        `M${n(x + r - radius)} ${n(foot)}A${n(radius)} ${n(Math.min(radius, drop))} 0 0 ${up ? 1 : 0} ${n(x + r + radius)} ${n(foot)}Z`;
      const [outer, inner] = rng.shuffle(inks);
      body += path(arc(r), { fill: outer }) + path(arc(r * 0.56), { fill: inner });
      if (rng.chance(0.4)) body += path(arc(r * 0.2), { fill: outer });
    }
  }
  return body;
}

/** Cut bars closing in on a disc. */
function bars({ rng, focus, u, place }: Stage, inks: readonly string[]): string {
  const centre = { x: focus.x + focus.width * rng.range(0.36, 0.64), y: focus.y + focus.height * 0.54 };
  const r = Math.min(focus.width, focus.height) * rng.range(0.24, 0.31);
  let body = circle(centre.x, centre.y, r, { fill: inks[0] });
  const count = rng.int(5, 7);
  for (let bar = 0; bar < count; bar += 1) {
    const x = focus.x + (focus.width * (bar + 0.5)) / count;
    const half = (focus.width / count) * rng.range(0.24, 0.44);
    const fromTop = bar % 2 === 0;
    const reach = focus.height * rng.range(0.34, 0.8);
    const [edge, end] = fromTop
      ? [place === 'top' ? focus.y : 0, focus.y + reach]
      : [focus.y + focus.height, focus.y + focus.height - reach];
    const lean = rng.range(-22, 22) * u;
    body += path(
      polygon([
        { x: x - half, y: edge },
        { x: x + half * rng.range(0.8, 1.15), y: edge },
        { x: x + half + lean, y: end + rng.range(-30, 30) * u },
        { x: x - half + lean, y: end },
      ]),
      { fill: inks[1 + (bar % (inks.length - 1))], style: multiply },
    );
  }
  return body;
}

/** Quarter discs in a grid: a tiled wall of the sixties. */
function tiles({ rng, focus }: Stage, inks: readonly string[], paper: string): string {
  const columns = rng.int(3, 4);
  const cell = Math.min(
    focus.width / columns,
    focus.height / Math.max(2, Math.round(focus.height / (focus.width / columns))),
  );
  const rows = Math.floor(focus.height / cell + 0.01);
  const left = focus.x + (focus.width - cell * columns) / 2;
  let body = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const turn = rng.int(0, 3) * 90;
      const [back, front, dot] = rng.shuffle([...inks, paper]);
      const shape = rng.pick([
        `M0 0H${n(cell)}A${n(cell)} ${n(cell)} 0 0 1 0 ${n(cell)}Z`,
        `M0 0A${n(cell / 2)} ${n(cell / 2)} 0 0 1 0 ${n(cell)}Z`,
        `M0 0A${n(cell)} ${n(cell)} 0 0 1 ${n(cell)} ${n(cell)}A${n(cell)} ${n(cell)} 0 0 1 0 0Z`,
        `M0 0L${n(cell)} ${n(cell)}H0Z`,
      ]);
      const eye = rng.chance(0.22) ? circle(cell / 2, cell / 2, cell * 0.16, { fill: dot }) : '';
      body += group(
        {
          transform: `translate(${n(left + column * cell)} ${n(focus.y + row * cell)}) rotate(${turn} ${n(cell / 2)} ${n(cell / 2)})`,
        },
        rect(0, 0, cell + 0.5, cell + 0.5, { fill: back }),
        path(shape, { fill: front }),
        eye,
      );
    }
  }
  return body;
}

/** Almonds around a middle: a clock on a kitchen wall. */
function starburst({ rng, focus }: Stage, inks: readonly string[]): string {
  const [cx, cy] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
  const reach = Math.min(focus.width, focus.height) / 2;
  const petals = rng.pick([8, 12, 16]);
  let body = '';
  for (let petal = 0; petal < petals; petal += 1) {
    const long = petal % 2 === 0;
    const length = reach * (long ? 1 : 0.7);
    const wide = reach * (long ? 0.15 : 0.1);
    body += path(
      `M0 ${n(-reach * 0.14)}Q${n(wide)} ${n(-length * 0.55)} 0 ${n(-length)}Q${n(-wide)} ${n(-length * 0.55)} 0 ${n(-reach * 0.14)}Z`,
      {
        fill: inks[petal % inks.length],
        transform: `translate(${n(cx)} ${n(cy)}) rotate(${n((360 / petals) * petal)})`,
      },
    );
    if (long) {
      const angle = ((Math.PI * 2) / petals) * (petal + 1);
      body += circle(
        cx + Math.sin(angle) * reach * 0.84,
        cy - Math.cos(angle) * reach * 0.84,
        reach * 0.045,
        { fill: inks[0] },
      );
    }
  }
  return body + circle(cx, cy, reach * 0.1, { fill: inks[1] });
}

/** Two great discs whose overlap is the third colour. */
function eclipse({ rng, focus, u }: Stage, inks: readonly string[]): string {
  const r = Math.min(focus.width * 0.36, focus.height * 0.36);
  const [cx, cy] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
  const turn = rng.range(-0.6, 0.6) + (rng.chance(0.5) ? Math.PI / 2 : 0);
  const [dx, dy] = [Math.cos(turn) * r * 0.55, Math.sin(turn) * r * 0.55];
  let body = circle(cx - dx, cy - dy, r, { fill: inks[0], style: multiply });
  body += circle(cx + dx, cy + dy, r, { fill: inks[1], style: multiply });
  for (let ring = 1; ring <= 5; ring += 1) {
    body += circle(cx + dx, cy + dy, r * (1 - ring * 0.17), {
      fill: 'none',
      stroke: inks[2],
      'stroke-width': 5 * u,
      style: multiply,
    });
  }
  return (
    body +
    rect(cx - dx - r * 1.1, cy - 6 * u, r * 2.2, 12 * u, {
      fill: inks[2],
      transform: `rotate(${n((turn * 180) / Math.PI)} ${n(cx)} ${n(cy)})`,
    })
  );
}

const compositions: readonly ((stage: Stage, inks: readonly string[], paper: string) => string)[] = [
  bowls,
  bars,
  tiles,
  starburst,
  eclipse,
];

function sheetColours(rng: Rng, { palette }: Stage): { paper: string; inks: string[]; ink: string } {
  const paper = rng.chance(0.7) ? palette.pale : mix(palette.spark, palette.pale, 0.25);
  const inks = rng.shuffle([palette.accent, palette.deep, palette.middle, palette.spark]);
  return { paper, inks: inks.filter((ink) => contrast(ink, paper) > 1.25), ink: palette.night };
}

/** Paper, scissors and four inks. */
export const midcentury: Style = {
  name: 'midcentury',
  kinds: ['poster', 'season', 'cover', 'still', 'background'],
  palettes: ['mint', 'mustard', 'ochre', 'lagoon', 'tangerine', 'press', 'moss', 'bordeaux'],
  letterings: [
    {
      place: 'bottom',
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
      align: 'start',
      face: 'fraunces',
      small: 'groteskPlain',
      share: 0.19,
      maxSize: 0.095,
      tracking: -0.01,
      names: 'none',
    },
    { place: 'bottom', align: 'middle', face: 'righteous', small: 'oswaldLight', share: 0.16, maxSize: 0.08 },
    {
      place: 'bottom',
      align: 'start',
      face: 'frauncesItalic',
      small: 'groteskPlain',
      share: 0.18,
      maxSize: 0.09,
      names: 'none',
    },
  ],
  draw(stage): Art {
    const { rng, width, height } = stage;
    const { paper, inks, ink } = sheetColours(rng, stage);
    const body = rect(0, 0, width, height, { fill: paper }) + rng.pick(compositions)(stage, inks, paper);
    return {
      body,
      ink,
      accent: contrast(stage.palette.accent, paper) >= 3 ? stage.palette.accent : ink,
      grain: 7,
    };
  },
};
