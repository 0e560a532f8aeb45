import { luminance, mix, readable } from '../colour.ts';
import { type FigureName, figure } from '../figures.ts';
import type { Style } from '../stage.ts';
import { circle, group, n, path, rect } from '../svg.ts';

const heads = ['fedora', 'bun', 'curls', 'bob', 'bare'] as const;

/** A face in dots, printed twice and not quite in register. */
export const halftone: Style = {
  name: 'halftone',
  kinds: ['poster', 'season', 'cover', 'background'],
  palettes: ['mustard', 'tangerine', 'press', 'mint', 'cobalt', 'lagoon', 'orchid', 'ochre'],
  letterings: [
    {
      place: 'bottom',
      align: 'start',
      face: 'anton',
      small: 'oswald',
      caps: true,
      share: 0.21,
      maxSize: 0.105,
      names: 'none',
    },
    {
      place: 'bottom',
      align: 'middle',
      face: 'anton',
      small: 'oswald',
      caps: true,
      share: 0.22,
      maxSize: 0.09,
      block: true,
      names: 'none',
    },
    {
      place: 'top',
      align: 'start',
      face: 'bebas',
      small: 'oswald',
      caps: true,
      share: 0.2,
      maxSize: 0.13,
      names: 'none',
    },
  ],
  draw({ width, height, u, rng, palette, focus, defs, kind }) {
    // Dots are dark, so the paper must be light.
    const paper = rng.pick(
      [palette.pale, palette.spark, mix(palette.accent, palette.pale, 0.18)].filter(
        (tone) => luminance(tone) > 0.3,
      ),
    );
    const ink = readable(paper, [palette.night, palette.deep]);
    const [cx, cy] = [focus.x + focus.width / 2, focus.y + focus.height / 2];
    let body = rect(0, 0, width, height, { fill: paper });
    const discR = Math.min(focus.width, focus.height) * 0.47;
    const flash = rng.pick([palette.accent, palette.middle].filter((tone) => tone !== paper));
    if (rng.chance(0.5)) body += circle(cx, cy, discR, { fill: flash });
    else {
      let rays = '';
      for (let ray = 0; ray < 18; ray += 1) {
        const [a, b] = [(ray / 18) * 6.283, ((ray + 0.5) / 18) * 6.283];
        const reach = Math.hypot(width, height);
        rays += `M${n(cx)} ${n(cy)}L${n(cx + Math.cos(a) * reach)} ${n(cy + Math.sin(a) * reach)}L${n(cx + Math.cos(b) * reach)} ${n(cy + Math.sin(b) * reach)}Z`;
      }
      const room = defs.clip(rect(0, kind === 'cover' ? 0 : focus.y, width, focus.height * 1.02, {}));
      body += group({ 'clip-path': room }, path(rays, { fill: flash, opacity: 0.85 }));
    }
    const size = focus.height * 0.86;
    const foot = focus.y + focus.height * 1.02;
    const head = rng.pick(heads);
    const flip = rng.chance(0.5) ? -1 : 1;
    const part = (name: FigureName, dx: number, dy: number): string =>
      path(figure(name, 0, 0, size), {
        transform: `translate(${n(cx + dx)} ${n(foot + dy)}) scale(${flip} 1)`,
      });
    const hair = (dx: number, dy: number): string => (head === 'bare' ? '' : part(head, dx, dy));
    const edge = defs.clip(rect(0, 0, width, foot, {}));
    const second = readable(flash, [palette.spark, palette.pale, palette.accent], 1.6);
    body += group(
      { 'clip-path': edge },
      group({ fill: second }, part('profile', -flip * 26 * u, 6 * u), hair(-flip * 26 * u, 6 * u)),
    );
    body += group({ 'clip-path': edge }, group({ fill: palette.pale }, part('profile', 0, 0)));
    const pitch = rng.range(15, 20) * u;
    const inside = defs.clip(part('profile', 0, 0));
    let dots = '';
    const half = size * 0.55;
    for (let row = 0, y = foot - size * 1.2; y < foot + pitch; row += 1, y += pitch * 0.866) {
      for (let x = cx - half + (row % 2) * pitch * 0.5; x < cx + half; x += pitch) {
        // Light falls from where the face looks, so the dots swell towards the nape and the chest.
        const across = ((x - cx) / half) * flip;
        const down = (y - (foot - size)) / size;
        const dark = Math.min(1, Math.max(0, 0.56 - across * 0.95 + (down - 0.5) * 0.55));
        const r = pitch * 0.74 * Math.sqrt(dark);
        if (r > 0.9)
          dots += `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
      }
    }
    body += group(
      { 'clip-path': edge },
      group({ 'clip-path': inside }, path(dots, { fill: ink })),
      group({ fill: ink }, hair(0, 0)),
    );
    return { body, ink, accent: readable(paper, [palette.accent, ink], 3.2), grain: 9 };
  },
};
