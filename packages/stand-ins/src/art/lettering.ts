import { type FaceName, faces } from './faces.ts';
import { move, type SetText, setText } from './setting.ts';
import type { Art, Lettering, Stage } from './stage.ts';
import { type Box, group, n, path, rect } from './svg.ts';

interface Credits {
  director: string;
  cast: readonly string[];
  studio: string;
  year?: number | undefined;
}

export interface Words {
  title: string;
  subtitle?: string | undefined;
  tagline?: string | undefined;
  credits: Credits;
}

export interface Lettered {
  body: string;
  title?: Box | undefined;
  /** Everything that was set, for whoever wants to know that it stayed on the sheet. */
  boxes: readonly Box[];
}

interface Line {
  text: string;
  size: number;
  tracking: number;
  colour: string;
  opacity: number;
  face?: FaceName | undefined;
}

const marginOf = (stage: Stage): number => Math.round(stage.width * (stage.kind === 'cover' ? 0.07 : 0.078));

function setLine(stage: Stage, plan: Lettering, line: Line, y: number): SetText | undefined {
  const margin = marginOf(stage);
  return setText(
    line.text,
    { x: margin, y, width: stage.width - 2 * margin, height: line.size * 1.5 },
    {
      fonts: stage.fonts(line.face ?? plan.small),
      pitch: 1.3,
      tracking: line.tracking,
      align: plan.align,
      maxLines: 1,
      maxSize: line.size,
    },
  );
}

const inked = (set: SetText, line: Line): string =>
  group({ fill: line.colour, 'fill-opacity': line.opacity }, set.d);

function titleSet(stage: Stage, plan: Lettering, title: string): SetText | undefined {
  const margin = marginOf(stage);
  const room = {
    x: margin,
    y: 0,
    width: stage.width - 2 * margin,
    height: stage.height * (plan.share ?? 0.2),
  };
  return setText(plan.caps === true ? title.toLocaleUpperCase('en') : title, room, {
    fonts: stage.fonts(plan.face),
    pitch: faces[plan.face].pitch,
    tracking: plan.tracking ?? 0,
    align: plan.align,
    maxLines: plan.block === true ? 4 : 3,
    maxSize: stage.height * (plan.maxSize ?? 0.12),
    block: plan.block === true,
  });
}

function titleBody(set: SetText, art: Art, glow: boolean): string {
  const face = group({ fill: art.ink }, set.d);
  if (!glow) return face;
  const halo = [30, 18].map((width) =>
    group(
      {
        fill: 'none',
        stroke: art.accent ?? art.ink,
        'stroke-width': width,
        'stroke-opacity': 0.11,
        'stroke-linejoin': 'round',
      },
      set.d,
    ),
  );
  return halo.join('') + face;
}

function footLines(stage: Stage, words: Words, art: Art): Line[] {
  const { director, studio, year, cast } = words.credits;
  const size = stage.height * 0.0128;
  const colour = art.footInk ?? art.ink;
  const plain = { size, tracking: 0.14, colour, opacity: 0.82 };
  const more = cast.slice(2, 5).join(', ');
  return [
    { ...plain, text: `${studio} presents a film by ${director}`.toUpperCase() },
    { ...plain, text: [more === '' ? '' : `with ${more}`, year].filter(Boolean).join('  ·  ').toUpperCase() },
  ].filter((line) => line.text !== '');
}

/** Small lines stacked upwards from `bottom`; answers the y of the topmost. */
function stackUp(
  stage: Stage,
  plan: Lettering,
  lines: readonly Line[],
  bottom: number,
  out: Drawn[],
): number {
  let y = bottom;
  for (const line of [...lines].reverse()) {
    const set = setLine(stage, plan, line, 0);
    if (set === undefined) continue;
    const placed = move(set, y - set.box.height);
    out.push({ body: inked(placed, line), box: placed.box });
    y = placed.box.y - line.size * 0.75;
  }
  return y;
}

interface Drawn {
  body: string;
  box: Box;
}

const finished = (drawn: readonly Drawn[], title: Box | undefined): Lettered => ({
  body: drawn.map((part) => part.body).join(''),
  boxes: drawn.map((part) => part.box),
  title,
});

function small(
  stage: Stage,
  plan: Lettering,
  words: Words,
  art: Art,
): { over?: Line | undefined; under?: Line | undefined } {
  const cast = words.credits.cast.slice(0, 2).join('  ·  ').toUpperCase();
  const over =
    plan.names === 'none' || cast === '' || words.subtitle !== undefined
      ? undefined
      : { text: cast, size: stage.height * 0.0165, tracking: 0.22, colour: art.ink, opacity: 0.92 };
  const under =
    words.subtitle !== undefined
      ? {
          text: words.subtitle.toUpperCase(),
          size: stage.height * 0.023,
          tracking: 0.3,
          colour: art.accent ?? art.ink,
          opacity: 1,
        }
      : words.tagline === undefined
        ? undefined
        : {
            text: words.tagline,
            size: stage.height * (plan.aside === undefined ? 0.019 : 0.024),
            tracking: 0.03,
            colour: art.ink,
            opacity: 0.9,
            face: plan.aside,
          };
  return plan.names === 'under' ? { over: under, under: over } : { over, under };
}

/** The whole lettering of a poster: names, title, tagline, and the credits at the foot. */
function letterPoster(stage: Stage, plan: Lettering, words: Words, art: Art): Lettered {
  const drawn: Drawn[] = [];
  const foot = stage.kind === 'season' ? [] : footLines(stage, words, art);
  const footTop = stackUp(stage, plan, foot, stage.height * 0.956, drawn);
  const set = titleSet(stage, plan, words.title);
  if (set === undefined) return finished(drawn, undefined);
  const { over, under } = small(stage, plan, words, art);
  const gap = stage.height * 0.021;
  let placed: SetText;
  if (plan.place === 'bottom') {
    const bottom = footTop - gap * 0.9;
    const underTop = under === undefined ? bottom : stackUp(stage, plan, [under], bottom, drawn) - gap * 0.35;
    placed = move(set, underTop - set.box.height);
    if (over !== undefined) stackUp(stage, plan, [over], placed.box.y - gap, drawn);
  } else {
    let y = stage.height * 0.062;
    const topLine = over === undefined ? undefined : setLine(stage, plan, over, y);
    if (over !== undefined && topLine !== undefined) {
      drawn.push({ body: inked(topLine, over), box: topLine.box });
      y = topLine.box.y + topLine.box.height + gap * 1.1;
    }
    placed = move(set, y);
    const line =
      under === undefined ? undefined : setLine(stage, plan, under, y + set.box.height + gap * 1.1);
    if (under !== undefined && line !== undefined) drawn.push({ body: inked(line, under), box: line.box });
  }
  drawn.push({ body: titleBody(placed, art, plan.glow === true), box: placed.box });
  return finished(drawn, placed.box);
}

/** A record sleeve says less: the title, and who plays, under or over a short rule. */
function letterCover(stage: Stage, plan: Lettering, words: Words, art: Art): Lettered {
  const drawn: Drawn[] = [];
  const set = titleSet(stage, plan, words.title);
  if (set === undefined) return finished(drawn, undefined);
  const artist: Line = {
    text: (words.subtitle ?? '').toUpperCase(),
    size: stage.height * 0.024,
    tracking: 0.16,
    colour: art.accent ?? art.ink,
    opacity: 1,
  };
  const margin = stage.height * 0.07;
  let placed: SetText;
  if (plan.place === 'bottom') {
    const top = stackUp(stage, plan, [artist], stage.height - margin, drawn);
    placed = move(set, top - stage.height * 0.012 - set.box.height);
  } else {
    const line = setLine(stage, plan, artist, margin);
    if (line !== undefined) drawn.push({ body: inked(line, artist), box: line.box });
    placed = move(set, (line === undefined ? margin : line.box.y + line.box.height) + stage.height * 0.026);
  }
  drawn.push({ body: titleBody(placed, art, plan.glow === true), box: placed.box });
  return finished(drawn, placed.box);
}

export function letter(stage: Stage, plan: Lettering, words: Words, art: Art): Lettered {
  if (plan.place === 'none') return finished([], undefined);
  return stage.kind === 'cover'
    ? letterCover(stage, plan, words, art)
    : letterPoster(stage, plan, words, art);
}

/** A thin frame a little inside the edge, for styles that are printed rather than filmed. */
export const frame = (stage: Stage, colour: string, inset = 0.03, width = 3): string => {
  const gap = stage.width * inset;
  return rect(gap, gap, stage.width - 2 * gap, stage.height - 2 * gap, {
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
  });
};

export const stroke = (d: string, colour: string, width: number, opacity = 1): string =>
  path(d, {
    fill: 'none',
    stroke: colour,
    'stroke-width': n(width),
    'stroke-opacity': opacity,
    'stroke-linecap': 'round',
  });
