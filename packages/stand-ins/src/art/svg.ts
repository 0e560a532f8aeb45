export type Attributes = Readonly<Record<string, string | number | undefined>>;
export interface Point {
  x: number;
  y: number;
}
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One decimal is a tenth of a pixel: enough for the eye, and the text stays short. */
export const n = (value: number): string => String(Math.round(value * 10) / 10);

const shown = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value;

export function tag(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${shown(value)}"`)
    .join('');
  return children === '' ? `<${name}${written}/>` : `<${name}${written}>${children}</${name}>`;
}

export const rect = (x: number, y: number, width: number, height: number, more: Attributes): string =>
  tag('rect', { x, y, width, height, ...more });
export const circle = (cx: number, cy: number, r: number, more: Attributes): string =>
  tag('circle', { cx, cy, r, ...more });
export const ellipse = (cx: number, cy: number, rx: number, ry: number, more: Attributes): string =>
  tag('ellipse', { cx, cy, rx, ry, ...more });
export const path = (d: string, more: Attributes): string => tag('path', { d, ...more });
export const group = (more: Attributes, ...children: string[]): string => tag('g', more, children.join(''));
export const line = (x1: number, y1: number, x2: number, y2: number, more: Attributes): string =>
  tag('line', { x1, y1, x2, y2, ...more });

export type Stop = readonly [offset: number, colour: string, opacity?: number];

/** Gradients and clips of one picture; each call hands back the reference to use. */
export interface Defs {
  linear(stops: readonly Stop[], from?: Point, to?: Point): string;
  radial(stops: readonly Stop[], centre: Point, radius: number): string;
  clip(shape: string): string;
  blur(deviation: number): string;
  written(): string;
}

export function createDefs(prefix = 'd'): Defs {
  const parts: string[] = [];
  const add = (make: (id: string) => string): string => {
    const id = `${prefix}${parts.length}`;
    parts.push(make(id));
    return `url(#${id})`;
  };
  const stopsOf = (stops: readonly Stop[]): string =>
    stops
      .map(([offset, colour, opacity]) =>
        tag('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity }),
      )
      .join('');
  return {
    linear: (stops, from = { x: 0, y: 0 }, to = { x: 0, y: 1 }) =>
      add((id) => tag('linearGradient', { id, x1: from.x, y1: from.y, x2: to.x, y2: to.y }, stopsOf(stops))),
    radial: (stops, centre, radius) =>
      add((id) =>
        tag(
          'radialGradient',
          { id, gradientUnits: 'userSpaceOnUse', cx: centre.x, cy: centre.y, r: radius },
          stopsOf(stops),
        ),
      ),
    clip: (shape) => add((id) => tag('clipPath', { id }, shape)),
    blur: (deviation) =>
      add((id) =>
        tag(
          'filter',
          { id, x: '-30%', y: '-30%', width: '160%', height: '160%' },
          tag('feGaussianBlur', { stdDeviation: deviation }),
        ),
      ),
    written: () => parts.join(''),
  };
}

export function polygon(points: readonly Point[]): string {
  return `${points.map((point, index) => `${index === 0 ? 'M' : 'L'}${n(point.x)} ${n(point.y)}`).join('')}Z`;
}

/** A smooth line through the points (Catmull–Rom written as Béziers). */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length;
  const at = (index: number): Point => {
    const place = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    return points[place] ?? { x: 0, y: 0 };
  };
  let d = `M${n(at(0).x)} ${n(at(0).y)}`;
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    d += `C${n(from.x + (to.x - before.x) / 6)} ${n(from.y + (to.y - before.y) / 6)} `;
    d += `${n(to.x - (after.x - from.x) / 6)} ${n(to.y - (after.y - from.y) / 6)} ${n(to.x)} ${n(to.y)}`;
  }
  return closed ? `${d}Z` : d;
}

/** Light around a point. A circle, not a sheet: a radial gradient costs by the pixel it covers. */
export const glow = (defs: Defs, centre: Point, radius: number, stops: readonly Stop[]): string =>
  circle(centre.x, centre.y, radius, { fill: defs.radial(stops, centre, radius) });
