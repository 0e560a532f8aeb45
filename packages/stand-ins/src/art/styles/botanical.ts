import { contrast, mix, readable } from '../colour.ts';
import { blob } from '../land.ts';
import type { Rng } from '../random.ts';
import type { Stage, Style } from '../stage.ts';
import { circle, curve, group, n, path, rect } from '../svg.ts';

/** A leaf of lobes, as scissors cut it out of painted paper. */
function cutout(rng: Rng, x: number, y: number, size: number, turn: number, fill: string): string {
  const lobes = rng.int(3, 5);
  let d = '';
  for (let lobe = 0; lobe < lobes; lobe += 1) {
    const at = -size * (0.14 + (lobe / lobes) * 0.72);
    const reach = size * (0.42 - Math.abs(lobe / lobes - 0.38) * 0.34);
    const wide = size * 0.085;
    for (const side of [-1, 1]) {
      d += `M0 ${n(at + wide)}C${n(side * reach * 0.5)} ${n(at + wide * 1.1)} ${n(side * reach * 1.02)} ${n(at - wide * 0.2)} ${n(side * reach)} ${n(at - size * 0.17)}C${n(side * reach * 0.92)} ${n(at - size * 0.24)} ${n(side * reach * 0.6)} ${n(at - wide * 0.7)} 0 ${n(at - wide)}Z`;
    }
  }
  const stem = `M${n(-size * 0.035)} 0C${n(-size * 0.05)} ${n(-size * 0.5)} ${n(-size * 0.04)} ${n(-size * 0.85)} 0 ${n(-size)}C${n(size * 0.04)} ${n(-size * 0.85)} ${n(size * 0.05)} ${n(-size * 0.5)} ${n(size * 0.035)} 0Z`;
  const place = { transform: `translate(${n(x)} ${n(y)}) rotate(${n(turn)})` };
  return group({ ...place, fill }, path(stem, {}), ...d.split(/(?=M)/).map((part) => path(part, {})));
}

/** Patches of colour with a leaf on each. */
function patchwork(stage: Stage, paper: string): string {
  const { rng, focus, palette } = stage;
  const columns = focus.width > focus.height ? 4 : rng.int(2, 3);
  const rows = Math.max(1, Math.round((focus.height / focus.width) * columns));
  const [wide, tall] = [focus.width / columns, focus.height / rows];
  const inks = [
    palette.accent,
    palette.deep,
    palette.middle,
    palette.spark,
    palette.night,
    mix(palette.pale, '#ffffff', 0.4),
  ];
  let body = '';
  let last = paper;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const back = rng.pick(inks.filter((ink) => ink !== last));
      last = back;
      const front = rng.pick([...inks, paper].filter((ink) => contrast(ink, back) > 1.9));
      const [x, y] = [focus.x + column * wide, focus.y + row * tall];
      const skew = (): number => rng.range(-0.012, 0.012) * wide;
      body += path(
        `M${n(x + skew())} ${n(y + skew())}L${n(x + wide + skew())} ${n(y + skew())}L${n(x + wide + skew())} ${n(y + tall + skew())}L${n(x + skew())} ${n(y + tall + skew())}Z`,
        { fill: back },
      );
      const size = Math.min(wide, tall) * rng.range(0.82, 1);
      const turn = rng.range(-34, 34) + (rng.chance(0.3) ? 180 : 0);
      const sign = Math.cos((turn * Math.PI) / 180);
      body += cutout(
        rng,
        x + wide / 2 - Math.sin((turn * Math.PI) / 180) * size * 0.5,
        y + tall / 2 + sign * size * 0.5,
        size,
        turn,
        front,
      );
    }
  }
  return body;
}

/** Stems that rise past a sun, leaf against leaf. */
function garden(stage: Stage, paper: string): string {
  const { rng, focus, palette, width, u, place, height } = stage;
  const foot = place === 'top' ? height * 0.93 : focus.y + focus.height * 1.02;
  const sun = { x: width * rng.range(0.38, 0.62), y: focus.y + focus.height * 0.36 };
  let body = circle(sun.x, sun.y, Math.min(focus.width, focus.height) * 0.29, {
    fill: rng.pick([palette.accent, palette.spark]),
  });
  body += path(
    curve(
      blob(rng, width * 0.5, foot, width * 0.47, 0.12, 8).map((point) => ({
        x: point.x,
        y: Math.min(foot, foot + (point.y - foot) * 0.3),
      })),
      true,
    ),
    { fill: mix(paper, palette.middle, 0.45) },
  );
  const stems = Math.round((width / (1000 * u)) * 9);
  const greens = [
    palette.deep,
    palette.night,
    mix(palette.deep, palette.middle, 0.5),
    palette.middle,
    mix(palette.night, palette.deep, 0.5),
  ];
  for (let stem = 0; stem < stems; stem += 1) {
    const x = focus.x + focus.width * ((stem + 0.5) / stems) + rng.range(-24, 24) * u;
    const tall = focus.height * rng.range(0.36, 0.94);
    const lean = rng.range(-95, 95) * u;
    const ink = greens[stem % greens.length] ?? palette.deep;
    body += path(`M${n(x)} ${n(foot)}Q${n(x)} ${n(foot - tall * 0.6)} ${n(x + lean)} ${n(foot - tall)}`, {
      fill: 'none',
      stroke: ink,
      'stroke-width': 6 * u,
    });
    const leaves = rng.int(5, 9);
    const long = rng.range(88, 150) * u;
    for (let leaf = 1; leaf <= leaves; leaf += 1) {
      const t = leaf / leaves;
      const [px, py] = [x + lean * t * t, foot - tall * (0.12 + 0.88 * t)];
      const side = leaf % 2 === 0 ? 1 : -1;
      const reach = long * (1.15 - t * 0.55);
      const leafShape = `M0 0C${n(reach * 0.24)} ${n(-reach * 0.3)} ${n(reach * 0.2)} ${n(-reach * 0.74)} 0 ${n(-reach)}C${n(-reach * 0.2)} ${n(-reach * 0.74)} ${n(-reach * 0.24)} ${n(-reach * 0.3)} 0 0Z`;
      body += path(leafShape, {
        fill: ink,
        transform: `translate(${n(px)} ${n(py)}) rotate(${n(side * (62 - t * 34))})`,
      });
    }
    if (rng.chance(0.55)) {
      const [fx, fy, fr] = [x + lean, foot - tall, rng.range(28, 52) * u];
      const petal = rng.pick([palette.accent, palette.spark, mix(palette.accent, palette.pale, 0.45)]);
      for (let turn = 0; turn < 360; turn += 60)
        body += path(
          `M0 0C${n(fr * 0.6)} ${n(-fr * 0.4)} ${n(fr * 0.5)} ${n(-fr)} 0 ${n(-fr)}C${n(-fr * 0.5)} ${n(-fr)} ${n(-fr * 0.6)} ${n(-fr * 0.4)} 0 0Z`,
          { fill: petal, transform: `translate(${n(fx)} ${n(fy)}) rotate(${turn})` },
        );
      body += circle(fx, fy, fr * 0.28, { fill: palette.night });
    }
  }
  return body;
}

/** Leaves, cut or grown. */
export const botanical: Style = {
  name: 'botanical',
  kinds: ['poster', 'season', 'cover', 'still', 'background'],
  palettes: ['moss', 'lagoon', 'peach', 'mint', 'bordeaux', 'tangerine', 'rosewood', 'pine'],
  letterings: [
    {
      place: 'bottom',
      align: 'middle',
      face: 'frauncesItalic',
      small: 'groteskPlain',
      share: 0.15,
      maxSize: 0.082,
    },
    {
      place: 'bottom',
      align: 'start',
      face: 'fraunces',
      small: 'groteskPlain',
      share: 0.16,
      maxSize: 0.08,
      names: 'none',
    },
    {
      place: 'top',
      align: 'middle',
      face: 'cormorantItalic',
      small: 'oswaldLight',
      share: 0.16,
      maxSize: 0.105,
      aside: 'cormorantItalic',
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'cormorant',
      small: 'oswaldLight',
      share: 0.15,
      maxSize: 0.092,
      aside: 'cormorantItalic',
    },
  ],
  draw(stage) {
    const { width, height, rng, palette } = stage;
    const paper = rng.pick([
      palette.pale,
      palette.pale,
      mix(palette.pale, palette.spark, 0.4),
      palette.night,
    ]);
    const body =
      rect(0, 0, width, height, { fill: paper }) +
      (paper === palette.night || rng.chance(0.42) ? patchwork(stage, paper) : garden(stage, paper));
    const ink = readable(paper, [palette.night, palette.deep, palette.pale]);
    return { body, ink, accent: readable(paper, [palette.accent, ink], 3.2), grain: 7 };
  },
};
