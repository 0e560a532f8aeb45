import { contrast, readable } from '../colour.ts';
import type { Stage, Style } from '../stage.ts';
import { circle, group, n, path, rect } from '../svg.ts';

/** Dots that swell along a diagonal. */
function growing({ rng, focus }: Stage, ink: string, loud: string): string {
  const columns = rng.int(7, 10);
  const pitch = focus.width / columns;
  const rows = Math.floor(focus.height / pitch);
  const one = { column: rng.int(1, columns - 2), row: rng.int(1, Math.max(1, rows - 2)) };
  let body = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const share = 0.5 + 0.5 * Math.sin((column / columns) * 3.1 + (row / rows) * 3.6);
      const chosen = column === one.column && row === one.row;
      body += circle(
        focus.x + (column + 0.5) * pitch,
        focus.y + (row + 0.5) * pitch,
        pitch * (chosen ? 0.5 : 0.06 + 0.4 * share),
        { fill: chosen ? loud : ink },
      );
    }
  }
  return body;
}

/** Bars turning step by step, as in a poster for a concert. */
function turning({ rng, focus, width }: Stage, ink: string, loud: string): string {
  const count = rng.int(14, 20);
  const [cx, cy] = [
    focus.x + focus.width * rng.range(0.12, 0.3),
    focus.y + focus.height * rng.range(0.72, 0.92),
  ];
  let body = '';
  for (let bar = 0; bar < count; bar += 1) {
    const reach = Math.max(width, focus.height) * (0.35 + 0.62 * (bar / count));
    body += rect(0, -width * 0.011, reach, width * (0.006 + 0.03 * (bar / count)), {
      fill: bar === Math.floor(count * 0.7) ? loud : ink,
      transform: `translate(${n(cx)} ${n(cy)}) rotate(${n(-86 + bar * (82 / count))})`,
    });
  }
  return body;
}

/** Arcs of one circle, cut and slid apart. */
function slid({ rng, focus, defs }: Stage, ink: string, loud: string): string {
  const r = Math.min(focus.width, focus.height) * 0.48;
  const [cx, cy] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
  const slices = rng.int(5, 9);
  let body = '';
  for (let slice = 0; slice < slices; slice += 1) {
    const top = cy - r + (slice / slices) * 2 * r;
    const clip = defs.clip(rect(cx - r * 3, top, r * 6, (2 * r) / slices - 7, {}));
    const shift = rng.range(-0.32, 0.32) * r * (slice % 2 === 0 ? 1 : -0.4);
    body += group(
      { 'clip-path': clip },
      circle(cx + shift, cy, r, { fill: slice === Math.floor(slices / 2) ? loud : ink }),
    );
  }
  return body;
}

/** A stair of squares. */
function stairs({ rng, focus }: Stage, ink: string, loud: string): string {
  const steps = rng.int(6, 9);
  const [wide, tall] = [focus.width / steps, focus.height / steps];
  let d = '';
  for (let step = 0; step < steps; step += 1)
    d += `M${n(focus.x + step * wide)} ${n(focus.y + focus.height)}V${n(focus.y + focus.height - (step + 1) * tall)}h${n(wide - 6)}V${n(focus.y + focus.height)}Z`;
  const at = rng.int(1, steps - 3);
  const r = Math.min(wide, tall) * 0.62;
  return (
    path(d, { fill: ink }) +
    circle(focus.x + (at + 0.5) * wide, focus.y + focus.height - (at + 1) * tall - r - 2, r, { fill: loud })
  );
}

/** Grid, grotesque, one loud colour: for films that explain things. */
export const swiss: Style = {
  name: 'swiss',
  kinds: ['poster', 'season', 'cover'],
  palettes: ['press', 'cobalt', 'tangerine', 'mint', 'slate', 'mustard', 'blood'],
  letterings: [
    {
      place: 'top',
      align: 'start',
      face: 'grotesk',
      small: 'groteskPlain',
      share: 0.19,
      maxSize: 0.09,
      tracking: -0.025,
      names: 'none',
    },
    {
      place: 'bottom',
      align: 'start',
      face: 'grotesk',
      small: 'groteskPlain',
      share: 0.18,
      maxSize: 0.085,
      tracking: -0.025,
      names: 'none',
    },
  ],
  draw(stage) {
    const { width, height, rng, palette, focus } = stage;
    const paper = rng.pick([palette.pale, palette.pale, palette.accent, palette.night, palette.spark]);
    const ink = readable(paper, [palette.night, palette.pale]);
    const loud = rng.pick(
      [palette.accent, palette.spark, palette.middle, palette.deep]
        .filter((tone) => contrast(tone, paper) > 1.7 && tone !== ink)
        .concat(ink),
    );
    const inner = { ...stage, focus: { ...focus, x: width * 0.078, width: width * 0.844 } };
    const draw = rng.pick([growing, turning, slid, stairs]);
    return {
      body: rect(0, 0, width, height, { fill: paper }) + draw(inner, ink, loud),
      ink,
      accent: contrast(loud, paper) > 3.2 ? loud : ink,
      grain: 5,
    };
  },
};
