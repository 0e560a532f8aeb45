import { contrast, mix } from '../colour.ts';
import type { FaceName } from '../faces.ts';
import { ground, ridge } from '../land.ts';
import { outline, printable } from '../outline.ts';
import type { Art, Stage, Style } from '../stage.ts';
import { circle, group, n, path, rect } from '../svg.ts';

const loudest = (title: string): string =>
  printable(title)
    .split(' ')
    .reduce((best, word) => (word.length > best.length ? word : best), '');

/** A letter so large that only part of it fits. */
function cropped(
  { width, rng, fonts, focus }: Stage,
  letterText: string,
  face: FaceName,
  fill: string,
): string {
  const shape = outline(letterText, fonts(face), 1000);
  // The letter may leave the sheet at the top and the sides, but never touches the words below.
  const bottom = focus.y + focus.height * 0.97;
  const tall = bottom + focus.height * rng.range(-0.04, 0.09);
  const scale = tall / Math.max(1, shape.box.height);
  const boxWidth = Math.max(1, shape.box.width);
  // An I would be a splinter: narrow letters are drawn out, broad ones held in.
  const across = Math.min(
    Math.max(scale, Math.min(scale * 2.2, (width * 0.5) / boxWidth)),
    (width * 1.16) / boxWidth,
  );
  const x = width / 2 - (shape.box.x + shape.box.width / 2) * across + width * rng.range(-0.05, 0.05);
  const y = bottom - (shape.box.y + shape.box.height) * scale;
  return path(shape.d, {
    fill,
    transform: `translate(${n(x)} ${n(y)}) scale(${across.toFixed(4)} ${scale.toFixed(4)})`,
  });
}

/** The initial as a window on a landscape. */
function window(stage: Stage, letterText: string, paper: string): string {
  const { width, height, rng, palette, defs, u, focus } = stage;
  const glyph = cropped(stage, letterText, 'anton', '#000');
  const clip = defs.clip(glyph);
  const horizon = focus.y + focus.height * 0.52;
  let scene = rect(0, 0, width, height, {
    fill: defs.linear([
      [0, palette.deep],
      [0.42, palette.middle],
      [0.62, palette.accent],
    ]),
  });
  scene += circle(width * rng.range(0.36, 0.64), horizon - 90 * u, rng.range(95, 150) * u, {
    fill: palette.spark,
  });
  for (let layer = 0; layer < 5; layer += 1) {
    const points = ridge(rng, width, horizon + layer * 95 * u, (95 - layer * 9) * u, 0.5);
    scene += path(ground(points, height), {
      fill: mix(mix(palette.accent, palette.middle, 0.6), palette.night, (layer + 1) / 5),
    });
  }
  return rect(0, 0, width, height, { fill: paper }) + group({ 'clip-path': clip }, scene);
}

/** One word again and again; one of them is in colour. */
function repeated(
  { width, height, rng, fonts, palette, focus }: Stage,
  word: string,
  paper: string,
  ink: string,
): string {
  const shape = outline(word.toLocaleUpperCase('en'), fonts('anton'), 1000);
  const scale = (width * 0.844) / Math.max(1, shape.box.width);
  const tall = Math.max(30, shape.box.height * scale);
  const rows = Math.max(2, Math.min(9, Math.floor(focus.height / (tall * 1.1))));
  const chosen = rng.int(0, rows - 1);
  const pitch = focus.height / rows;
  const squeeze = Math.min(1.6, (pitch * 0.9) / tall);
  let body = rect(0, 0, width, height, { fill: paper });
  for (let row = 0; row < rows; row += 1) {
    const x = width * 0.078 - shape.box.x * scale;
    const y = focus.y + row * pitch - shape.box.y * scale * squeeze;
    body += path(shape.d, {
      fill: row === chosen ? palette.accent : ink,
      'fill-opacity': row === chosen ? 1 : 0.14 + 0.62 * (1 - Math.abs(row - chosen) / rows),
      transform: `translate(${n(x)} ${n(y)}) scale(${scale.toFixed(4)} ${(scale * squeeze).toFixed(4)})`,
    });
  }
  return body;
}

/** Letters before pictures: the name fills the sheet. */
export const bigType: Style = {
  name: 'big-type',
  kinds: ['poster', 'season', 'cover'],
  palettes: ['press', 'tangerine', 'cobalt', 'mustard', 'blood', 'lagoon', 'moss', 'orchid'],
  letterings: [
    {
      place: 'bottom',
      align: 'start',
      face: 'grotesk',
      small: 'groteskPlain',
      share: 0.13,
      maxSize: 0.055,
      tracking: -0.01,
      names: 'none',
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'oswald',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.08,
      share: 0.12,
      maxSize: 0.055,
    },
  ],
  draw(stage): Art {
    const { rng, palette, width, height, title } = stage;
    const dark = rng.chance(0.4);
    const paper = dark
      ? palette.night
      : rng.chance(0.5)
        ? palette.pale
        : mix(palette.pale, palette.spark, 0.35);
    const ink = dark ? palette.pale : palette.night;
    const word = loudest(title);
    const initial =
      [...(printable(title).replace(/^(the|a|an|la|le|el|der|die|das) /i, '') || '•')][0] ?? '•';
    const accent = contrast(palette.accent, paper) >= 3 ? palette.accent : ink;
    const shown = rng.int(0, 3);
    const art = (body: string): Art => ({ body, ink, accent, grain: 6 });
    if (shown === 0 && word.length >= 3 && word.length <= 9) return art(repeated(stage, word, paper, ink));
    if (shown <= 2) return art(window(stage, initial.toLocaleUpperCase('en'), paper));
    const face = rng.pick(['anton', 'playfair', 'fraunces'] as const);
    const twin = () => rng.fork('letter');
    const back = cropped({ ...stage, rng: twin() }, initial.toLocaleUpperCase('en'), face, palette.accent);
    const shift = { transform: `translate(${n(width * 0.03)} ${n(-height * 0.016)})` };
    const again = cropped(
      { ...stage, rng: twin() },
      initial.toLocaleUpperCase('en'),
      face,
      dark ? 'none' : palette.spark,
    );
    const ghost = dark
      ? group({ ...shift, stroke: palette.pale, 'stroke-width': 3 * stage.u }, again)
      : group({ ...shift, opacity: 0.85, style: 'mix-blend-mode:multiply' }, again);
    return art(rect(0, 0, width, height, { fill: paper }) + back + ghost);
  },
};
