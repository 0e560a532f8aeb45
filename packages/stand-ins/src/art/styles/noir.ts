import { mix } from '../colour.ts';
import { figure } from '../figures.ts';
import type { Style } from '../stage.ts';
import { ellipse, group, n, path, polygon, rect } from '../svg.ts';

/** Somebody waits in a room; the street lamp comes through the blinds. */
export const noir: Style = {
  name: 'noir',
  kinds: ['poster', 'season', 'still', 'background'],
  palettes: ['noir', 'sepia', 'slate', 'blood', 'bordeaux'],
  letterings: [
    {
      place: 'bottom',
      align: 'middle',
      face: 'playfairItalic',
      small: 'oswaldLight',
      share: 0.18,
      maxSize: 0.092,
    },
    {
      place: 'bottom',
      align: 'start',
      face: 'anton',
      small: 'oswaldLight',
      caps: true,
      share: 0.2,
      maxSize: 0.1,
      names: 'none',
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'bebas',
      small: 'oswaldLight',
      caps: true,
      tracking: 0.02,
      share: 0.18,
      maxSize: 0.125,
    },
    { place: 'top', align: 'middle', face: 'playfair', small: 'oswaldLight', share: 0.17, maxSize: 0.088 },
  ],
  draw({ width, height, u, rng, palette, focus, defs, place }) {
    const wall = rng.chance(0.35) ? mix(palette.deep, palette.accent, 0.35) : palette.deep;
    const light = mix(palette.spark, palette.pale, 0.4);
    const left = rng.chance(0.5);
    const lamp = { x: left ? width * 0.2 : width * 0.8, y: focus.y + focus.height * 0.35 };
    let body = rect(0, 0, width, height, { fill: palette.night });
    body += rect(0, 0, width, height, {
      fill: defs.radial(
        [
          [0, mix(wall, light, 0.18)],
          [0.55, wall],
          [1, palette.night],
        ],
        lamp,
        Math.max(width, height) * 0.75,
      ),
    });
    const slats = 13;
    const lean = (left ? 1 : -1) * rng.range(0.13, 0.24) * width;
    const [from, to] = left ? [-width * 0.05, width * 0.78] : [width * 1.05, width * 0.22];
    const pitch = (focus.height * 1.02) / slats;
    let blind = '';
    for (let slat = 0; slat < slats; slat += 1) {
      const y = focus.y + slat * pitch;
      const thick = pitch * (0.46 + 0.012 * slat);
      blind += polygon([
        { x: from, y: y - lean * 0.25 },
        { x: to, y: y + lean * 0.25 },
        { x: to, y: y + thick + lean * 0.25 },
        { x: from, y: y + thick - lean * 0.25 },
      ]);
    }
    const fade = defs.linear(
      [
        [0, light, 0.95],
        [0.6, light, 0.6],
        [1, light, 0.06],
      ],
      { x: left ? 0 : 1, y: 0 },
      { x: left ? 1 : 0, y: 0 },
    );
    body += path(blind, { fill: fade });
    // The cords of the blind.
    for (const at of [0.3, 0.72]) {
      const x = from + (to - from) * at;
      body += rect(x, focus.y - 40 * u, 5 * u, focus.height * 1.12, { fill: palette.night, opacity: 0.5 });
    }
    const size = focus.height * (place === 'none' ? 1.05 : 0.94);
    const foot = place === 'none' ? height + 10 * u : focus.y + focus.height * 1.14;
    const x = left ? width * 0.66 : width * 0.36;
    const head = rng.pick(['fedora', 'fedora', 'bob', 'bun'] as const);
    const stand = { transform: `translate(${n(x)} ${n(foot)}) scale(${left ? -1 : 1} 1)` };
    // Two outlines, not one: where they overlap, a joint outline could cancel itself out.
    const face = path(figure('profile', 0, 0, size), stand);
    const clip = defs.clip(face);
    body += group({ fill: mix(palette.night, '#000000', 0.4) }, face, path(figure(head, 0, 0, size), stand));
    body += group({ 'clip-path': clip }, path(blind, { fill: fade, opacity: 0.2 }));
    const smokeX = x + (left ? -1 : 1) * size * 0.42;
    const smokeY = foot - size * 0.42;
    for (let wisp = 0; wisp < 5; wisp += 1) {
      const sway = (wisp - 2) * 16 * u;
      body += path(
        `M${n(smokeX)} ${n(smokeY)}c${n(34 * u + sway)} ${n(-90 * u)} ${n(-70 * u + sway)} ${n(-150 * u)} ${n(-10 * u)} ${n(-250 * u)}s${n(60 * u - sway)} ${n(-120 * u)} ${n(10 * u)} ${n(-230 * u)}`,
        {
          fill: 'none',
          stroke: light,
          'stroke-width': (4 + wisp * 5) * u,
          'stroke-opacity': 0.07,
          'stroke-linecap': 'round',
        },
      );
    }
    body += rect(0, height * 0.52, width, height * 0.48, {
      fill: defs.linear([
        [0, palette.night, 0],
        [0.5, palette.night, place === 'bottom' ? 0.95 : 0.75],
        [1, palette.night, 1],
      ]),
    });
    body += rect(0, 0, width, height * 0.4, {
      fill: defs.linear([
        [0, palette.night, place === 'top' ? 1 : 0.75],
        [0.55, palette.night, place === 'top' ? 0.8 : 0.1],
        [1, palette.night, 0],
      ]),
    });
    body += ellipse(width / 2, height + 60 * u, width * 0.8, 100 * u, { fill: '#000', opacity: 0.5 });
    const red = rng.chance(0.4) ? mix(palette.accent, palette.spark, 0.2) : palette.spark;
    return { body, ink: red, footInk: palette.pale, accent: palette.accent, grain: 13 };
  },
};
