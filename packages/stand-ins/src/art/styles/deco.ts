import { mix, readable } from '../colour.ts';
import { frame, stroke } from '../lettering.ts';
import type { Stage, Style } from '../stage.ts';
import { circle, group, line, n, path, polygon, rect } from '../svg.ts';

/** Half of a stepped tower; the other half is its mirror image. */
function tower(
  { rng, u }: Stage,
  cx: number,
  foot: number,
  wide: number,
  tall: number,
  face: string,
  shade: string,
  gold: string,
): string {
  const steps = rng.int(3, 5);
  let body = '';
  for (let step = 0; step < steps; step += 1) {
    const half = (wide / 2) * (1 - step / (steps + 0.6));
    const top = foot - tall * ((step + 1) / steps) ** 0.8;
    body +=
      rect(cx - half, top, half, foot - top, { fill: face }) +
      rect(cx, top, half, foot - top, { fill: shade });
    body += line(cx - half, top, cx + half, top, { stroke: gold, 'stroke-width': 2.4 * u });
    for (let flute = 1; flute < 4; flute += 1) {
      const x = half * (flute / 4);
      body += line(cx - x, top + 12 * u, cx - x, foot, {
        stroke: gold,
        'stroke-width': 1.1 * u,
        'stroke-opacity': 0.45,
      });
      body += line(cx + x, top + 12 * u, cx + x, foot, {
        stroke: gold,
        'stroke-width': 1.1 * u,
        'stroke-opacity': 0.45,
      });
    }
  }
  return (
    body +
    path(
      polygon([
        { x: cx - 5 * u, y: foot - tall + 2 },
        { x: cx, y: foot - tall * 1.17 },
        { x: cx + 5 * u, y: foot - tall + 2 },
      ]),
      { fill: gold },
    )
  );
}

/** A fan of gilded scallops for the foot of the sheet. */
function fans(stage: Stage, top: number, gold: string): string {
  const r = stage.width / 12;
  let body = '';
  for (let row = 0; row < 2; row += 1) {
    for (let column = 0; column <= 6; column += 1) {
      const x = column * r * 2 + (row % 2) * r;
      for (const share of [1, 0.72, 0.44])
        body += stroke(
          `M${n(x - r * share)} ${n(top + row * r)}A${n(r * share)} ${n(r * share)} 0 0 1 ${n(x + r * share)} ${n(top + row * r)}`,
          gold,
          2 * stage.u,
          0.7,
        );
    }
  }
  return body;
}

/** Towers, rays and gilt: a premiere of the thirties. */
export const deco: Style = {
  name: 'deco',
  kinds: ['poster', 'season', 'cover', 'background'],
  palettes: ['bordeaux', 'pine', 'sepia', 'cobalt', 'noir', 'lagoon', 'ember'],
  letterings: [
    {
      place: 'bottom',
      align: 'middle',
      face: 'poiret',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.08,
      share: 0.14,
      maxSize: 0.074,
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'righteous',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.04,
      share: 0.13,
      maxSize: 0.068,
    },
    {
      place: 'top',
      align: 'middle',
      face: 'poiret',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.08,
      share: 0.14,
      maxSize: 0.074,
    },
  ],
  draw(stage) {
    const { width, height, u, rng, palette, focus, defs, place } = stage;
    const gold = mix(palette.spark, '#c9973a', 0.35);
    const cx = width / 2;
    const foot = focus.y + focus.height;
    const origin = rng.chance(0.5) ? foot : focus.y + focus.height * 0.62;
    let body = rect(0, 0, width, height, {
      fill: defs.linear([
        [0, mix(palette.deep, palette.night, 0.35)],
        [1, palette.night],
      ]),
    });
    let rays = '';
    const reach = Math.hypot(width, height);
    const count = rng.pick([20, 24, 28]);
    for (let ray = 0; ray < count; ray += 1) {
      const a = Math.PI + (ray / count) * Math.PI;
      const b = Math.PI + ((ray + 0.5) / count) * Math.PI;
      rays += `M${n(cx)} ${n(origin)}L${n(cx + Math.cos(a) * reach)} ${n(origin + Math.sin(a) * reach)}L${n(cx + Math.cos(b) * reach)} ${n(origin + Math.sin(b) * reach)}Z`;
    }
    body += path(rays, {
      fill: defs.radial(
        [
          [0, palette.accent, 0.95],
          [0.35, palette.middle, 0.5],
          [0.8, palette.deep, 0.25],
          [1, palette.deep, 0],
        ],
        { x: cx, y: origin },
        Math.min(reach, focus.height * 1.25),
      ),
    });
    const moon = focus.width * rng.range(0.2, 0.27);
    const moonY = foot - focus.height * 0.62;
    body +=
      circle(cx, moonY, moon, { fill: palette.spark }) +
      circle(cx, moonY, moon * 1.12, { fill: 'none', stroke: gold, 'stroke-width': 2.5 * u });
    const lit = mix(palette.deep, palette.middle, 0.35);
    const dark = mix(palette.night, palette.deep, 0.4);
    const side = focus.width * 0.23;
    for (const offset of [0.42, 0.27]) {
      const tall = focus.height * (offset === 0.42 ? rng.range(0.3, 0.42) : rng.range(0.46, 0.6));
      const twin = rng.fork(`tower ${offset}`);
      body += tower(
        { ...stage, rng: twin },
        cx - width * offset,
        foot,
        side,
        tall,
        mix(lit, dark, 0.5),
        dark,
        gold,
      );
      body += tower(
        { ...stage, rng: rng.fork(`tower ${offset}`) },
        cx + width * offset,
        foot,
        side,
        tall,
        mix(lit, dark, 0.5),
        dark,
        gold,
      );
    }
    body += tower(stage, cx, foot, focus.width * 0.3, focus.height * rng.range(0.74, 0.82), lit, dark, gold);
    body +=
      rect(0, foot, width, height - foot, { fill: palette.night }) +
      line(0, foot, width, foot, { stroke: gold, 'stroke-width': 4 * u });
    if (place === 'bottom' && stage.kind !== 'cover')
      body += group({ opacity: 0.5 }, fans(stage, foot + width / 12 + 3 * u, gold));
    if (place === 'bottom')
      body += rect(0, foot + 8 * u, width, height - foot, {
        fill: defs.linear([
          [0, palette.night, 0],
          [0.34, palette.night, 0.96],
        ]),
      });
    if (place === 'top')
      body += rect(0, 0, width, focus.y, {
        fill: defs.linear([
          [0, palette.night, 0.94],
          [0.7, palette.night, 0.88],
          [1, palette.night, 0],
        ]),
      });
    if (stage.kind !== 'background')
      body += frame(stage, gold, 0.026, 3 * u) + frame(stage, gold, 0.036, 1.2 * u);
    return {
      body,
      ink: readable(
        mix(palette.deep, palette.night, 0.35),
        [mix(palette.spark, palette.pale, 0.3), palette.pale],
        8,
      ),
      accent: gold,
      grain: 7,
    };
  },
};
