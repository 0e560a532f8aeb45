import type { FontShelf } from './faces.ts';
import { type Lettered, letter } from './lettering.ts';
import { type Palette, palettes } from './palettes.ts';
import { inventedPerson, inventedStudio } from './people.ts';
import { createRng, type Rng } from './random.ts';
import type { Art, Lettering, PictureKind, Place, Stage, Style } from './stage.ts';
import { styles } from './styles/index.ts';
import { type Box, createDefs, tag } from './svg.ts';

export interface PosterOrder {
  seed: string;
  title: string;
  subtitle?: string | undefined;
  kind: PictureKind;
  width?: number | undefined;
  height?: number | undefined;
  /** A palette by name or in full; otherwise one that suits the style. */
  palette?: string | Palette | undefined;
  style?: string | undefined;
  /** A subject the style knows by name (`solo`: door, balloon, umbrella, lighthouse, ladder, match). */
  motif?: string | undefined;
  tagline?: string | undefined;
  director?: string | undefined;
  cast?: readonly string[] | undefined;
  studio?: string | undefined;
  year?: number | undefined;
}

export interface Sheet {
  svg: string;
  /** The same without a word on it. */
  artSvg: string;
  width: number;
  height: number;
  grain: number;
  seed: string;
  style: string;
  ink: string;
  lettered: Lettered;
}

const sizes: Record<PictureKind, readonly [number, number]> = {
  poster: [1000, 1500],
  season: [1000, 1500],
  still: [1920, 1080],
  background: [1920, 1080],
  cover: [1000, 1000],
};

const silent: Lettering = { place: 'none', align: 'start', face: 'grotesk', small: 'oswald' };

const chanceFor = (order: Pick<PosterOrder, 'kind' | 'seed'>): Rng =>
  createRng(`${order.kind}:${order.seed}`);

/** The style asked for if it can draw this kind of picture, else the one the seed leads to. */
export function styleFor(order: Pick<PosterOrder, 'kind' | 'seed' | 'style'>): Style {
  const rng = chanceFor(order).fork('style');
  const named = styles.find((style) => style.name === order.style && style.kinds.includes(order.kind));
  return named ?? rng.pick(styles.filter((style) => style.kinds.includes(order.kind)));
}

function paletteFor(order: PosterOrder, style: Style, rng: Rng): Palette {
  if (typeof order.palette === 'object') return order.palette;
  const known: Record<string, Palette> = palettes;
  const suited = rng.pick(style.palettes);
  return (order.palette === undefined ? undefined : known[order.palette]) ?? known[suited] ?? palettes.press;
}

function focusOf(place: Place, kind: PictureKind, width: number, height: number): Box {
  if (place === 'none')
    return { x: width * 0.06, y: height * 0.08, width: width * 0.88, height: height * 0.84 };
  const top = kind === 'cover' ? 0.3 : 0.34;
  const share = kind === 'cover' ? 0.6 : place === 'top' ? 0.54 : 0.58;
  return {
    x: width * 0.06,
    y: height * (place === 'top' ? top : 0.075),
    width: width * 0.88,
    height: height * share,
  };
}

const document = (stage: Stage, body: string): string =>
  tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: stage.width,
      height: stage.height,
      viewBox: `0 0 ${stage.width} ${stage.height}`,
    },
    `${tag('defs', {}, stage.defs.written())}${body}`,
  );

/** From an order to a finished drawing; nothing is read or written but the fonts. */
export function compose(order: PosterOrder, fonts: FontShelf): Sheet {
  const rng = chanceFor(order);
  const style = styleFor(order);
  const [fullWidth, fullHeight] = sizes[order.kind];
  const width = order.width ?? fullWidth;
  const height = order.height ?? fullHeight;
  const worded = order.kind !== 'still' && order.kind !== 'background' && order.title.trim() !== '';
  const plan = worded && style.letterings.length > 0 ? rng.fork('plan').pick(style.letterings) : silent;
  const stage: Stage = {
    kind: order.kind,
    width,
    height,
    u: Math.min(width, height) / 1000,
    rng: rng.fork('art'),
    palette: paletteFor(order, style, rng.fork('palette')),
    place: plan.place,
    focus: focusOf(plan.place, order.kind, width, height),
    title: order.title,
    motif: order.motif,
    defs: createDefs(),
    fonts,
  };
  const art: Art = style.draw(stage);
  const people = rng.fork('people');
  const lettered = letter(
    stage,
    plan,
    {
      title: order.title,
      subtitle: order.subtitle,
      tagline: order.tagline,
      credits: {
        director: order.director ?? inventedPerson(people),
        cast: order.cast ?? Array.from({ length: 5 }, () => inventedPerson(people)),
        studio: order.studio ?? inventedStudio(people),
        year: order.year,
      },
    },
    art,
  );
  return {
    svg: document(stage, art.body + lettered.body),
    artSvg: document(stage, art.body),
    width,
    height,
    grain: art.grain ?? 5,
    seed: order.seed,
    style: style.name,
    ink: art.ink,
    lettered,
  };
}
